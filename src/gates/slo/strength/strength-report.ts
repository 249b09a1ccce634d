/** How much the evidence of a run says about its percentiles: plain snake_case JSON. */
import type { MvpSloVerdict } from "../report/gate-verdict.ts";
import type { MvpSloGateId, MvpSloGateReport } from "../slo-report.ts";
import type { MvpSloThresholds } from "../slo-thresholds.ts";

/** A bounded figure that is a percentile. */
export type PercentileFigure = Extract<keyof MvpSloThresholds, `${string}_ms`>;

/** How much is known about one percentile. */
export interface FigureStrength {
  readonly gate_id: MvpSloGateId;
  readonly figure: PercentileFigure;
  readonly name: "p50" | "p95";
  /** Turns that were measured. */
  readonly n: number;
  /** Fewest turns with which the percentile has an upper bound at this confidence. */
  readonly needed: number;
  /** Confidence of each bound by itself; both at once hold with twice the risk. */
  readonly confidence: number;
  readonly limit_ms: number;
  readonly observed_ms?: number;
  /** The true percentile is at least this, in ms; absent when nothing can be said. */
  readonly lower_ms?: number;
  /** The true percentile is at most this, in ms; absent when there are too few turns. */
  readonly upper_ms?: number;
  /** By the mode: in `compat` never `inconclusive`. `not_observed` when no turn was measured. */
  readonly verdict: MvpSloVerdict | "not_observed";
  /**
   * Turns in total that would decide it if their latencies were spread as these are; absent when these turns decide it
   * and when no number would, because the limit is the percentile itself.
   */
  readonly samples_to_decide?: number;
  /** The same in one sentence without a final period. */
  readonly message: string;
}

/** The verdict over a run with how much its evidence says. */
export interface MvpSloStrengthReport {
  readonly mode: "compat" | "strict";
  readonly confidence: number;
  readonly verdict: MvpSloVerdict;
  /** The gates by the plain rule, the same in both modes. */
  readonly report: MvpSloGateReport;
  /** The percentiles, in the order G1, G2, G3, G7. */
  readonly figures: readonly FigureStrength[];
}
