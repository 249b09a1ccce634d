import { describe, expect, it } from "vitest";

import { contracts } from "../../contracts/catalog.ts";
import { CONTRACT_KINDS } from "../../validators/validate.ts";
import { detectKind, kindOfName } from "./detect-kind.ts";

const kinds = Object.entries(contracts).filter(([kind]) => kind !== "event");

describe("detectKind", () => {
  it.each(kinds)("tells %s from its example", (kind, { example }) => {
    expect(detectKind(example)).toEqual({ kind });
  });

  it.each(kinds)(
    "mistakes no broken %s for another kind, whichever field is missing",
    (kind, { example }) => {
      for (const name of Object.keys(example)) {
        // Without its name a control signal is what an event record looks like.
        if (kind === "control_signal" && name === "signal") continue;
        const { [name]: _, ...rest } = example as Record<string, unknown>;
        // Nothing is left to tell a kind by.
        if (Object.keys(rest).length === 0) continue;
        const detected = detectKind(rest);
        if (detected.kind === undefined) expect(detected.nearest).toContain(kind);
        else expect(detected.kind).toBe(kind);
      }
    },
  );

  it("goes by the telling field even when all else is wrong", () => {
    expect(detectKind({ signal: 7 })).toEqual({ kind: "control_signal" });
    expect(detectKind({ outcome_kind: "admit", lane: "DataLane" })).toEqual({ kind: "decision_outcome" });
    expect(detectKind({ entries: null })).toEqual({ kind: "baseline_artifact" });
  });

  it("knows evidence of the Go runtime by its names", () => {
    expect(detectKind({ SessionID: "s", TurnID: "t", PlanHash: "p" })).toEqual({ kind: "baseline_evidence" });
  });

  it("asks for the kind of anything else, with the nearest kinds", () => {
    expect(detectKind({ name: "x", version: "1" })).toEqual({ nearest: [] });
    for (const value of [null, 7, "x", [], {}]) expect(detectKind(value)).toEqual({ nearest: [] });
    expect(detectKind({ session_id: "s", turn_id: "t" })).toMatchObject({
      nearest: expect.arrayContaining(["replay_cursor"]),
    });
    const schema_version = "rspp.some-future-thing.v1";
    expect(detectKind({ schema_version, turn_id: "t" })).toEqual({
      nearest: [],
      schemaVersion: schema_version,
    });
  });
});

describe("kindOfName", () => {
  it("reads folder names with dashes and underscores", () => {
    expect(kindOfName("turn-transition", CONTRACT_KINDS)).toBe("turn_transition");
    expect(kindOfName("event", CONTRACT_KINDS)).toBe("event");
    expect(kindOfName("constructor", CONTRACT_KINDS)).toBeUndefined();
  });
});
