import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { replayTraceArbitrary } from "../../arbitraries/observability/replay-trace.ts";
import type { DivergenceClass } from "../../contracts/observability/divergence-class.ts";
import {
  type ReplayTrace,
  type ReplayTraceEntry,
  replayTraceContract,
} from "../../contracts/observability/replay-trace.ts";
import { compareTraces } from "./compare-traces.ts";

const traces = replayTraceArbitrary();
const seeded = { seed: 7, numRuns: 200 };
const [first] = replayTraceContract.example.entries as [ReplayTraceEntry];
const entry: ReplayTraceEntry = {
  ...first,
  decision_outcome: { outcome_kind: "admit", reason: "ok", runtime_timestamp_ms: 80, authority_epoch: 7 },
  invocation_outcome: { provider_id: "a", outcome_class: "success", final_attempt_latency_ms: 10 },
  provider_id: "a",
  provider_model: "m",
  output_digest: "sha256:1",
};
const trace = (...entries: ReplayTraceEntry[]) => ({ entries });
const keys = (found: ReturnType<typeof compareTraces>) => found.map((one) => `${one.class} ${one.scope}`);

const EDITS: readonly (readonly [DivergenceClass, Partial<ReplayTraceEntry>])[] = [
  ["PLAN_DIVERGENCE", { plan_hash: "other" }],
  ["PLAN_DIVERGENCE", { snapshot_provenance: { ...entry.snapshot_provenance, routing_view_snapshot: "v2" } }],
  ["OUTCOME_DIVERGENCE", { decision_outcome: { ...entry.decision_outcome, outcome_kind: "reject" } }],
  ["OUTCOME_DIVERGENCE", { invocation_outcome: { ...entry.invocation_outcome, outcome_class: "timeout" } }],
  ["OUTCOME_DIVERGENCE", { signal: "reject" }],
  ["OUTCOME_DIVERGENCE", { reason: "other" }],
  ["OUTCOME_DIVERGENCE", { output_digest: "sha256:2" }],
  ["ORDERING_DIVERGENCE", { ordering_marker: "runtime_sequence:101" }],
  ["ORDERING_DIVERGENCE", { event_id: "evt-2" }],
  ["ORDERING_DIVERGENCE", { turn_id: "turn-2" }],
  ["ORDERING_DIVERGENCE", { runtime_sequence: 101 }],
  ["PROVIDER_CHOICE_DIVERGENCE", { provider_id: "b" }],
  ["PROVIDER_CHOICE_DIVERGENCE", { provider_model: "n" }],
  ["PROVIDER_CHOICE_DIVERGENCE", { invocation_outcome: { ...entry.invocation_outcome, provider_id: "b" } }],
  ["AUTHORITY_DIVERGENCE", { authority_epoch: 8 }],
  ["AUTHORITY_DIVERGENCE", { decision_outcome: { ...entry.decision_outcome, authority_epoch: 8 } }],
  ["TIMING_DIVERGENCE", { runtime_timestamp_ms: 96 }],
];

describe("a trace and its replay", () => {
  it("are equal when they are one trace", () => {
    fc.assert(
      fc.property(traces, (one) => {
        expect(compareTraces(one, structuredClone(one))).toEqual([]);
      }),
      seeded,
    );
  });

  it.each(EDITS)("differ in %s alone after %j", (name, edit) => {
    const found = compareTraces(trace(entry), trace({ ...entry, ...edit }), { timingToleranceMs: 15 });
    expect(keys(found)).toEqual([`${name} turn:turn-1`]);
    expect(found[0]?.message).toMatch(/^Entry 0 \(event "evt-1"\): .* expected .* but received /);
  });

  it("differ in the same classes whichever is the baseline", () => {
    fc.assert(
      fc.property(traces, traces, (one, other) => {
        const names = (left: ReplayTrace, right: ReplayTrace) =>
          compareTraces(left, right)
            .filter((found) => found.class !== "PLAN_DIVERGENCE")
            .map((found) => [found.class, found.diff_ms]);
        expect(names(one, other)).toEqual(names(other, one));
      }),
      seeded,
    );
  });

  it("differ in fewer timings the larger the tolerance, and in nothing else", () => {
    fc.assert(
      fc.property(traces, traces, fc.nat(), (one, other, timingToleranceMs) => {
        const isTiming = (found: { class: string }) => found.class === "TIMING_DIVERGENCE";
        const strict = compareTraces(one, other);
        const loose = compareTraces(one, other, { timingToleranceMs });
        expect(loose.filter((found) => !isTiming(found))).toEqual(strict.filter((found) => !isTiming(found)));
        expect(loose.filter(isTiming).length).toBeLessThanOrEqual(strict.filter(isTiming).length);
      }),
      seeded,
    );
  });

  it("differ in timing only beyond the tolerance, by how much", () => {
    const later = trace({ ...entry, runtime_timestamp_ms: 95 });
    expect(compareTraces(trace(entry), later, { timingToleranceMs: 15 })).toEqual([]);
    expect(compareTraces(trace(entry), later, { timingToleranceMs: 14 })).toMatchObject([{ diff_ms: 15 }]);
  });

  it("do not differ in outcome when a decision or invocation only took longer", () => {
    const slower = {
      decision_outcome: { ...entry.decision_outcome, runtime_timestamp_ms: 90 },
      invocation_outcome: { ...entry.invocation_outcome, final_attempt_latency_ms: 99 },
    };
    expect(compareTraces(trace(entry), trace({ ...entry, ...slower }))).toEqual([]);
  });

  it("differ once in a plan that several entries of a turn cite", () => {
    const changed = { ...entry, plan_hash: "other" };
    expect(keys(compareTraces(trace(entry, entry), trace(changed, changed)))).toEqual([
      "PLAN_DIVERGENCE turn:turn-1",
    ]);
  });

  it("are scoped by session outside of a turn", () => {
    const { turn_id: _, ...outside } = entry;
    expect(keys(compareTraces(trace(outside), trace({ ...outside, reason: "other" })))).toEqual([
      "OUTCOME_DIVERGENCE session:sess-1",
    ]);
  });

  it("differ in length last, and the first entry too many is named", () => {
    const extra = { ...entry, event_id: "evt-9" };
    for (const [left, right, word] of [
      [[entry], [entry, extra], "extra"],
      [[entry, extra], [entry], "missing"],
    ] as const) {
      const found = compareTraces(trace(...left), trace(...right));
      expect(keys(found)).toEqual(["OUTCOME_DIVERGENCE trace"]);
      expect(found[0]?.message).toContain(`the first ${word} one is event "evt-9"`);
    }
  });

  it("are refused with the path of a broken field", () => {
    const broken = trace({ ...entry, authority_epoch: 1.5 });
    expect(() => compareTraces(trace(entry), broken)).toThrow(
      "Cannot evaluate candidate.entries[0].authority_epoch: expected an integer from",
    );
    expect(() => compareTraces(trace(), trace(), { timingToleranceMs: -1 })).toThrow(RangeError);
  });
});
