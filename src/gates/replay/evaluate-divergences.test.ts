import { describe, expect, it } from "vitest";

import { DIVERGENCE_CLASSES } from "../../contracts/observability/divergence-class.ts";
import type { ReplayDivergence } from "../../contracts/observability/replay-divergence.ts";
import { type DivergencePolicy, evaluateDivergences } from "./evaluate-divergences.ts";

const divergence = (changes: Partial<ReplayDivergence> = {}): ReplayDivergence => ({
  class: "PLAN_DIVERGENCE",
  scope: "turn:a",
  message: "plan_hash differs",
  ...changes,
});
const expecting = (changes: Partial<ReplayDivergence> = {}, approved?: boolean): DivergencePolicy => ({
  expected: [
    {
      class: changes.class ?? "PLAN_DIVERGENCE",
      scope: changes.scope ?? "turn:a",
      ...(approved !== undefined && { approved }),
    },
  ],
});

describe("evaluateDivergences", () => {
  it("fails every class that nobody expected", () => {
    for (const name of DIVERGENCE_CLASSES) {
      expect(evaluateDivergences([divergence({ class: name })], {}).failing).toHaveLength(1);
    }
  });

  it("lets an expected PLAN, OUTCOME or PROVIDER_CHOICE divergence pass, once", () => {
    for (const name of ["PLAN_DIVERGENCE", "OUTCOME_DIVERGENCE", "PROVIDER_CHOICE_DIVERGENCE"] as const) {
      const found = divergence({ class: name });
      expect(evaluateDivergences([found], expecting(found)).failing).toEqual([]);
      expect(evaluateDivergences([found, found], expecting(found))).toEqual({
        failing: [found],
        unexplained: [found],
        missing_expected: [],
      });
    }
  });

  it("fails a divergence of authority even when it was expected", () => {
    const found = divergence({ class: "AUTHORITY_DIVERGENCE" });
    expect(evaluateDivergences([found], expecting(found, true))).toEqual({
      failing: [{ ...found, expected: true }],
      unexplained: [],
      missing_expected: [],
    });
  });

  it("lets a divergence of order pass only when it was approved", () => {
    const found = divergence({ class: "ORDERING_DIVERGENCE" });
    expect(evaluateDivergences([found], expecting(found, true)).failing).toEqual([]);
    expect(evaluateDivergences([found], expecting(found, false))).toMatchObject({
      failing: [{ expected: true }],
      unexplained: [],
    });
  });

  it("judges timing by its size, whatever was expected", () => {
    const late = (diff_ms: number | undefined, scope = "turn:a") =>
      divergence({ class: "TIMING_DIVERGENCE", diff_ms, scope });
    const failing = (found: ReplayDivergence, timing_tolerance_ms: number) =>
      evaluateDivergences([found], { timing_tolerance_ms }).failing.length;
    expect([failing(late(15), 15), failing(late(16), 15), failing(late(undefined), 15)]).toEqual([0, 1, 1]);
    expect([failing(late(0), -5), failing(late(1), -5)]).toEqual([0, 1]);
    expect(failing(late(0, "invocation_latency_final:turn:a"), 15)).toBe(1);
    expect(failing(late(0, "invocation_latency_total:turn:a"), 15)).toBe(1);
  });

  it("fails a class that nobody knows, expected or not", () => {
    const found = divergence({ class: "MOOD_DIVERGENCE" as ReplayDivergence["class"] });
    expect(evaluateDivergences([found], expecting(found)).failing).toHaveLength(1);
  });

  it("gives no credit for an expected flag that a divergence comes with", () => {
    const found = divergence({ expected: true });
    expect(evaluateDivergences([found], {}).failing).toEqual([divergence()]);
  });

  it("fails what was expected and did not happen, in policy order and without repeats", () => {
    const policy: DivergencePolicy = {
      expected: [
        { class: "PLAN_DIVERGENCE", scope: "turn:b" },
        { class: "OUTCOME_DIVERGENCE", scope: "turn:a" },
        { class: "PLAN_DIVERGENCE", scope: "turn:b", approved: true },
      ],
    };
    const missing = [
      { class: "PLAN_DIVERGENCE", scope: "turn:b" },
      { class: "OUTCOME_DIVERGENCE", scope: "turn:a" },
    ];
    expect(evaluateDivergences([], policy)).toEqual({
      failing: missing,
      unexplained: [],
      missing_expected: missing,
    });
  });

  it.each([
    [null, {}, "divergences: expected an array but received null"],
    [[null], {}, "divergences[0]: expected an object but received null"],
    [[{ ...divergence(), scope: 3 }], {}, "divergences[0].scope: expected a non-empty string but received 3"],
    [[divergence({ diff_ms: Number.NaN })], {}, "divergences[0].diff_ms: expected an integer from 0"],
    [[], { tolerance: 3 }, "policy.tolerance: expected one of the fields timing_tolerance_ms"],
    [[], { timing_tolerance_ms: Number.NaN }, "policy.timing_tolerance_ms: expected an integer"],
    [
      [],
      { expected: [{ class: "PLAN_DIVERGENCE" }] },
      "policy.expected[0].scope: expected a non-empty string",
    ],
  ])("refuses input that it cannot judge by: %j %j", (divergences, policy, message) => {
    const evaluate = () => evaluateDivergences(divergences as ReplayDivergence[], policy as DivergencePolicy);
    expect(evaluate).toThrow(message);
  });
});
