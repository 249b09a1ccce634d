/**
 * The limits of the seven gates.
 *
 * Each limit has the name of the report figure that it bounds, so that a limit in a file, a figure in a
 * report and a violation can be put side by side. A figure that equals its limit passes.
 */

/** Limits by the figure that they bound. Milliseconds are on the runtime's monotonic clock. */
export interface MvpSloThresholds {
  /** G1, NF-024: at most this p95 of turn_open - turn_open_proposed, in ms. */
  readonly turn_open_decision_p95_ms: number;
  /** G2, NF-025: at most this p95 of first_output - turn_open, in ms. */
  readonly first_output_p95_ms: number;
  /** G3, NF-026: at most this p95 of cancel_fence_applied - cancel_accepted, in ms. */
  readonly cancel_fence_p95_ms: number;
  /** G4, NF-027: at most this many accepted turns with an accepted stale-epoch output. */
  readonly stale_epoch_accepted_outputs: number;
  /** G5, NF-028: at least this share of accepted turns has complete evidence, from 0 to 1. */
  readonly baseline_completeness_ratio: number;
  /** G6, NF-029: at least this share of accepted turns ends with one terminal and close, from 0 to 1. */
  readonly terminal_correctness_ratio: number;
  /** G7, NF-038: at most this median of the end-to-end latency, in ms. */
  readonly end_to_end_p50_ms: number;
  /** G7, NF-038: at most this p95 of the end-to-end latency, in ms. */
  readonly end_to_end_p95_ms: number;
}

/** The limits of the MVP, from requirements NF-024 to NF-029 and NF-038. */
export const DEFAULT_MVP_SLO_THRESHOLDS: MvpSloThresholds = Object.freeze({
  turn_open_decision_p95_ms: 120,
  first_output_p95_ms: 1500,
  cancel_fence_p95_ms: 150,
  stale_epoch_accepted_outputs: 0,
  baseline_completeness_ratio: 1,
  terminal_correctness_ratio: 1,
  end_to_end_p50_ms: 1500,
  end_to_end_p95_ms: 2000,
});
