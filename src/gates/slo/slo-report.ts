/**
 * The report of the MVP SLO gates: plain snake_case JSON, equal for equal inputs.
 *
 * The summary names are shared with other implementations of the gates and never change.
 */

/** The seven gates, in the order in which reports list them. */
export const MVP_SLO_GATE_IDS = ["G1", "G2", "G3", "G4", "G5", "G6", "G7"] as const;

/** Id of a gate. */
export type MvpSloGateId = (typeof MVP_SLO_GATE_IDS)[number];

/** Where the end-to-end latency is measured: to the start of playback, or to the turn's terminal signal. */
export type EndToEndAnchor = "playback" | "terminal";

/** How a gate came out. Only `fail` and a required `not_evaluated` fail the report. */
export type MvpSloGateStatus = "pass" | "fail" | "not_observed" | "not_evaluated";

/** Why a gate or the report failed. */
export type MvpSloViolationCode =
  | "missing_open_markers"
  | "negative_open_latency"
  | "missing_first_output_markers"
  | "negative_first_output_latency"
  | "missing_cancel_fence_marker"
  | "negative_cancel_fence_latency"
  | "missing_end_to_end_markers"
  | "negative_end_to_end_latency"
  | "open_p95_exceeded"
  | "first_output_p95_exceeded"
  | "cancel_fence_p95_exceeded"
  | "stale_outputs_exceeded"
  | "completeness_below_required"
  | "terminal_correctness_below_required"
  | "end_to_end_p50_exceeded"
  | "end_to_end_p95_exceeded"
  | "end_to_end_not_evaluated"
  | "no_accepted_turns";

/** One reason for failing, naming the turn where there is one. */
export interface MvpSloViolation {
  readonly gate_id?: MvpSloGateId;
  readonly code: MvpSloViolationCode;
  readonly turn_id?: string;
  /** What was observed, in the unit of the gate. */
  readonly observed?: number;
  readonly limit?: number;
  readonly message: string;
}

/** One figure of a gate with its limit. */
export interface MvpSloGateValue {
  /** `p50`, `p95`, `count` or `ratio`. */
  readonly name: string;
  readonly unit: "ms" | "turns" | "ratio";
  /** Absent when no covered turn had the markers. */
  readonly observed?: number;
  /** `max`: at most the limit passes; `min`: at least the limit passes. */
  readonly bound: "max" | "min";
  readonly limit: number;
}

/** How one gate came out. */
export interface MvpSloGateResult {
  readonly gate_id: MvpSloGateId;
  /** What the gate is about, such as "turn-open decision latency". */
  readonly title: string;
  readonly status: MvpSloGateStatus;
  readonly values: readonly MvpSloGateValue[];
  readonly covered_turns: number;
  /** Number of violations of this gate, also beyond those listed. */
  readonly violations: number;
  /** Turns with the largest values, worst first; the offending turns for gates that count. */
  readonly worst: readonly { readonly turn_id: string; readonly observed: number }[];
}

/** The verdict over a run. */
export interface MvpSloGateReport {
  readonly samples: number;
  readonly accepted_turns: number;
  readonly happy_path_turns: number;
  readonly cancel_observed_turns: number;
  readonly turn_open_decision_p95_ms?: number;
  readonly first_output_p95_ms?: number;
  readonly cancel_fence_p95_ms?: number;
  readonly end_to_end_p50_ms?: number;
  readonly end_to_end_p95_ms?: number;
  readonly baseline_completeness_ratio: number;
  readonly stale_epoch_accepted_outputs: number;
  readonly terminal_correctness_ratio: number;
  readonly passed: boolean;
  /** The anchor that held for every accepted turn; absent when G7 was not evaluated. */
  readonly end_to_end_anchor?: EndToEndAnchor;
  readonly violations: readonly MvpSloViolation[];
  /** Violations that an accumulator did not keep, because there were too many; absent when it kept all. */
  readonly omitted_violations?: number;
  readonly gates: readonly MvpSloGateResult[];
}
