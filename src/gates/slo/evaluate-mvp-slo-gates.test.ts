import { describe, expect, it } from "vitest";

import { type TurnMetrics, turnMetricsContract } from "../../contracts/observability/turn-metrics.ts";
import { evaluateMvpSloGates } from "./evaluate-mvp-slo-gates.ts";
import type { MvpSloGateOptions } from "./slo-options.ts";
import type { MvpSloGateId, MvpSloGateReport } from "./slo-report.ts";

/** A turn that passes every gate, measured to its terminal signal. */
const turn = (changes: Partial<TurnMetrics> = {}): TurnMetrics => ({
  ...turnMetricsContract.example,
  ...changes,
});

const codes = (report: MvpSloGateReport) => report.violations.map(({ code }) => code);
const gate = (report: MvpSloGateReport, id: MvpSloGateId) =>
  report.gates.find(({ gate_id }) => gate_id === id);

describe("evaluateMvpSloGates", () => {
  it("passes a run within its limits and says what it measured", () => {
    const report = evaluateMvpSloGates([turn()]);
    expect(report).toMatchObject({
      samples: 1,
      accepted_turns: 1,
      happy_path_turns: 1,
      cancel_observed_turns: 0,
      turn_open_decision_p95_ms: 80,
      first_output_p95_ms: 340,
      end_to_end_p50_ms: 500,
      end_to_end_p95_ms: 500,
      baseline_completeness_ratio: 1,
      stale_epoch_accepted_outputs: 0,
      terminal_correctness_ratio: 1,
      passed: true,
      end_to_end_anchor: "terminal",
      violations: [],
    });
    expect(report).not.toHaveProperty("cancel_fence_p95_ms");
    expect(report.gates.map(({ gate_id, status }) => `${gate_id} ${status}`)).toEqual([
      "G1 pass",
      "G2 pass",
      "G3 not_observed",
      "G4 pass",
      "G5 pass",
      "G6 pass",
      "G7 pass",
    ]);
  });

  it("breaks a limit only when it is strictly exceeded, and names figure, limit and value", () => {
    const at = (latency: number) => evaluateMvpSloGates([turn({ turn_open_at_ms: latency })]);
    expect(at(120).passed).toBe(true);
    expect(at(121).violations).toEqual([
      {
        gate_id: "G1",
        code: "open_p95_exceeded",
        observed: 121,
        limit: 120,
        message:
          "Cannot pass G1 turn-open decision latency (turns: 1): expected p95 <= 120 ms but received 121 ms",
      },
    ]);
  });

  it("names the turn and the marker that it lacks, and leaves its value out", () => {
    const report = evaluateMvpSloGates([
      turn(),
      turn({ turn_id: "turn-2", turn_open_proposed_at_ms: undefined }),
    ]);
    expect(report.violations).toEqual([
      {
        gate_id: "G1",
        code: "missing_open_markers",
        turn_id: "turn-2",
        message:
          'Cannot measure G1 turn-open decision latency of turn "turn-2": expected turn_open_at_ms - turn_open_proposed_at_ms >= 0 ms but received no turn_open_proposed_at_ms',
      },
    ]);
    expect(report.turn_open_decision_p95_ms).toBe(80);
    expect(gate(report, "G1")).toMatchObject({ status: "fail", covered_turns: 2, violations: 1 });
  });

  it("counts a negative difference as a violation of the turn", () => {
    const report = evaluateMvpSloGates([turn({ first_output_at_ms: 70 })]);
    expect(report.violations).toEqual([
      {
        gate_id: "G2",
        code: "negative_first_output_latency",
        turn_id: "turn-1",
        observed: -10,
        limit: 0,
        message:
          'Cannot measure G2 first assistant output latency of turn "turn-1": expected first_output_at_ms - turn_open_at_ms >= 0 ms but received -10 ms',
      },
    ]);
    expect(report).not.toHaveProperty("first_output_p95_ms");
  });

  it("lists a turn's violations as G1, G7, G2, G3 and the limits as G1, G2, G3, G7, G5, G4, G6", () => {
    const bare = turn({
      turn_open_proposed_at_ms: undefined,
      turn_open_at_ms: undefined,
      cancel_accepted_at_ms: 5,
    });
    const slow = turn({
      turn_id: "turn-2",
      turn_open_at_ms: 200,
      first_output_at_ms: 2000,
      cancel_accepted_at_ms: 2000,
      cancel_fence_applied_at_ms: 2500,
      turn_terminal_at_ms: 9000,
      baseline_complete: false,
      accepted_stale_epoch_output: true,
      terminal_events: ["commit"],
    });
    expect(codes(evaluateMvpSloGates([bare, slow]))).toEqual([
      "missing_open_markers",
      "missing_end_to_end_markers",
      "missing_first_output_markers",
      "missing_cancel_fence_marker",
      "open_p95_exceeded",
      "first_output_p95_exceeded",
      "cancel_fence_p95_exceeded",
      "end_to_end_p50_exceeded",
      "end_to_end_p95_exceeded",
      "completeness_below_required",
      "stale_outputs_exceeded",
      "terminal_correctness_below_required",
    ]);
  });

  it("covers happy-path and cancelled turns by G2 and G3 whether they were accepted or not", () => {
    const refused = turn({
      turn_id: "turn-2",
      accepted: false,
      turn_open_at_ms: undefined,
      cancel_accepted_at_ms: 3,
      accepted_stale_epoch_output: true,
      baseline_complete: false,
      terminal_events: [],
    });
    const report = evaluateMvpSloGates([turn(), refused]);
    expect(codes(report)).toEqual(["missing_first_output_markers", "missing_cancel_fence_marker"]);
    expect(report.gates.map(({ covered_turns }) => covered_turns)).toEqual([1, 2, 1, 1, 1, 1, 1]);
  });

  it("fails a run without an accepted turn by completeness, terminals and acceptance alone", () => {
    for (const samples of [[], [turn({ accepted: false, happy_path: false })]]) {
      const report = evaluateMvpSloGates(samples);
      expect(codes(report)).toEqual([
        "completeness_below_required",
        "terminal_correctness_below_required",
        "no_accepted_turns",
      ]);
      expect(report).toMatchObject({ passed: false, baseline_completeness_ratio: 0 });
      expect(gate(report, "G7")?.status).toBe("not_observed");
    }
  });

  it("accepts commit or abort followed by close as an end, and nothing else", () => {
    const ratio = (...terminal_events: string[]) =>
      evaluateMvpSloGates([turn({ terminal_events })]).terminal_correctness_ratio;
    expect([ratio("commit", "close"), ratio("abort", "close")]).toEqual([1, 1]);
    for (const events of [[], ["close"], ["close", "commit"], ["commit", "abort", "close"], ["commit"]]) {
      expect(ratio(...events)).toBe(0);
    }
  });
});

describe("messages of broken limits", () => {
  it("say how many turns stand behind a count or a ratio", () => {
    const stale = turn({ turn_id: "turn-2", accepted_stale_epoch_output: true, baseline_complete: false });
    expect(evaluateMvpSloGates([turn(), stale]).violations.map(({ message }) => message)).toEqual([
      "Cannot pass G5 replay baseline completeness (turns: 2): expected ratio >= 1 but received 0.5",
      "Cannot pass G4 authority safety (turns: 2): expected count <= 0 but received 1",
    ]);
  });
});

describe("the end-to-end anchor", () => {
  const heard = turn({ turn_id: "heard", audio_ingress_at_ms: 10, playback_started_at_ms: 910 });

  it("is playback for every accepted turn as soon as one of them has both markers", () => {
    const report = evaluateMvpSloGates([turn(), heard]);
    expect(report).toMatchObject({ end_to_end_anchor: "playback", end_to_end_p95_ms: 900 });
    expect(report.violations).toMatchObject([{ code: "missing_end_to_end_markers", turn_id: "turn-1" }]);
  });

  it("is not chosen by a turn that was not accepted", () => {
    const report = evaluateMvpSloGates([turn(), { ...heard, accepted: false }]);
    expect(report).toMatchObject({ end_to_end_anchor: "terminal", passed: true });
  });

  it("can be forced", () => {
    expect(evaluateMvpSloGates([turn(), heard], { anchor: "terminal" }).end_to_end_p95_ms).toBe(500);
    expect(codes(evaluateMvpSloGates([turn()], { anchor: "playback" }))).toEqual([
      "missing_end_to_end_markers",
    ]);
  });

  it("is missing where no accepted turn has markers, which fails unless the caller waives it", () => {
    const silent = [turn({ turn_terminal_at_ms: undefined })];
    const report = evaluateMvpSloGates(silent);
    expect(codes(report)).toEqual(["end_to_end_not_evaluated"]);
    expect(gate(report, "G7")).toMatchObject({ status: "not_evaluated", covered_turns: 1 });
    expect(report).not.toHaveProperty("end_to_end_anchor");
    const waived = evaluateMvpSloGates(silent, { requireEndToEnd: false });
    expect(waived).toMatchObject({ passed: true, violations: [] });
    expect(gate(waived, "G7")?.status).toBe("not_evaluated");
  });
});

describe("the worst turns", () => {
  it("are five at most, worst first, ties by turn id", () => {
    const opened = [80, 90, 90, 70, 60, 50, 40].map((turn_open_at_ms, index) =>
      turn({ turn_id: `t${9 - index}`, turn_open_at_ms }),
    );
    expect(gate(evaluateMvpSloGates(opened), "G1")?.worst).toEqual([
      { turn_id: "t7", observed: 90 },
      { turn_id: "t8", observed: 90 },
      { turn_id: "t9", observed: 80 },
      { turn_id: "t6", observed: 70 },
      { turn_id: "t5", observed: 60 },
    ]);
  });

  it("are the offenders for gates that count", () => {
    const report = evaluateMvpSloGates([
      turn({ accepted_stale_epoch_output: true, baseline_complete: false }),
      turn({ turn_id: "turn-2", terminal_events: ["abort"] }),
    ]);
    const worst = (id: MvpSloGateId) => gate(report, id)?.worst;
    expect(worst("G4")).toEqual([{ turn_id: "turn-1", observed: 1 }]);
    expect(worst("G5")).toEqual([{ turn_id: "turn-1", observed: 0 }]);
    expect(worst("G6")).toEqual([{ turn_id: "turn-2", observed: 0 }]);
  });
});

describe("input that is not well formed", () => {
  const refusal = (samples: unknown, options?: unknown) => {
    try {
      evaluateMvpSloGates(samples as TurnMetrics[], options as MvpSloGateOptions);
    } catch (error) {
      return error as Error;
    }
    return undefined;
  };

  it.each([
    [Number.NaN, RangeError, "NaN"],
    [1.5, RangeError, "1.5"],
    [-1, RangeError, "-1"],
    [2 ** 53, RangeError, "9007199254740992"],
    ["80", TypeError, '"80"'],
    [null, TypeError, "null"],
  ])("is refused for a marker of %s", (marker, kind, received) => {
    const error = refusal([turn(), turn({ turn_open_at_ms: marker as number })]);
    expect(error).toBeInstanceOf(kind);
    expect(error?.message).toBe(
      `Cannot evaluate samples[1].turn_open_at_ms: expected an integer from 0 to 9007199254740991 but received ${received}`,
    );
  });

  it.each([
    [null, "samples: expected an array but received null"],
    [[null], "samples[0]: expected an object but received null"],
    [[{ ...turn(), turn_id: "" }], 'samples[0].turn_id: expected a non-empty string but received ""'],
    [[{ ...turn(), accepted: 1 }], "samples[0].accepted: expected a boolean but received 1"],
    [
      [{ ...turn(), terminal_events: ["commit", 7] }],
      "samples[0].terminal_events[1]: expected a non-empty string but received 7",
    ],
    [
      [{ ...turn(), cancelAcceptedAtMs: 80 }],
      "samples[0].cancelAcceptedAtMs: expected one of the fields turn_id, accepted, ",
    ],
  ])("is refused with the path of the field: %j", (samples, message) => {
    expect(refusal(samples)?.message).toContain(`Cannot evaluate ${message}`);
  });

  it.each([
    [{ anchor: "speaker" }, RangeError, "options.anchor: expected one of auto, playback, terminal"],
    [{ mode: "strict" }, RangeError, 'options.mode: expected one of compat but received "strict"'],
    [{ requireEndToEnd: 0 }, TypeError, "options.requireEndToEnd: expected a boolean but received 0"],
    [
      { threshold: {} },
      TypeError,
      "options.threshold: expected one of the fields thresholds, anchor, requireEndToEnd, mode",
    ],
    [
      { thresholds: { first_output_p95: 1 } },
      TypeError,
      "options.thresholds.first_output_p95: expected one of the fields turn_open_decision_p95_ms",
    ],
    [{ thresholds: { first_output_p95_ms: -1 } }, RangeError, "options.thresholds.first_output_p95_ms"],
    [
      { thresholds: { baseline_completeness_ratio: 1.1 } },
      RangeError,
      "options.thresholds.baseline_completeness_ratio: expected a ratio from 0 to 1 but received 1.1",
    ],
    [null, TypeError, "options: expected an object but received null"],
  ])("is refused for options %j", (options, kind, message) => {
    const error = refusal([turn()], options);
    expect(error).toBeInstanceOf(kind);
    expect(error?.message).toContain(message);
  });

  it("does not include undefined, which counts as absent", () => {
    const report = evaluateMvpSloGates([turn({ cancel_accepted_at_ms: undefined })], { anchor: undefined });
    expect(report.passed).toBe(true);
  });
});
