import { describe, expect, it } from "vitest";

import type { ReplayLineage } from "../../contracts/observability/replay-trace.ts";
import { compareLineage } from "./compare-lineage.ts";

const plain = { event_id: "a", dropped: false };
const dropped = { event_id: "a", dropped: true };
const merged = { event_id: "a", dropped: false, merge_group_id: "g1" };
const all: readonly ReplayLineage[] = [plain, dropped, merged, { ...merged, merge_group_id: "g2" }];
const compare = (baseline: ReplayLineage[], candidate: ReplayLineage[]) =>
  compareLineage({ lineage: baseline }, { lineage: candidate });

describe("lineage", () => {
  it("agrees with itself, and differs from every other, in both directions", () => {
    for (const one of all) {
      for (const other of all) {
        const count = one === other ? 0 : 1;
        expect(compare([one], [other])).toHaveLength(count);
        expect(compare([other], [one])).toHaveLength(count);
      }
    }
  });

  it("excuses absence only where the event was dropped or merged", () => {
    expect(all.map((one) => compare([one], []).length)).toEqual([1, 0, 0, 0]);
    expect(all.map((one) => compare([], [one]).length)).toEqual([1, 0, 0, 0]);
    expect(compare([plain], [])).toEqual([
      {
        class: "OUTCOME_DIVERGENCE",
        scope: "event:a",
        message:
          'Event "a": expected in the candidate, since nothing says that it was dropped or merged, but received nothing',
      },
    ]);
  });

  it("tells all differences of an event at once, since a policy can expect them only once", () => {
    expect(compare([merged], [dropped])).toMatchObject([
      {
        message:
          'Event "a": dropped expected false but received true; merge_group_id expected "g1" but received nothing',
      },
    ]);
  });

  it("comes in the order of the baseline, then of the candidate", () => {
    const named = (...ids: string[]) => ids.map((event_id) => ({ event_id, dropped: false }));
    expect(compare(named("c", "a"), named("z", "b")).map(({ scope }) => scope)).toEqual([
      "event:c",
      "event:a",
      "event:z",
      "event:b",
    ]);
  });

  it("refuses an event that is told twice", () => {
    expect(() => compare([plain, plain], [])).toThrow(
      'Cannot evaluate baseline.lineage[1].event_id: expected an event that is told once but received "a" again',
    );
  });
});
