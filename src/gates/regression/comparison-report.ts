/** The comparison of two runs: plain snake_case JSON, equal for equal inputs. */
import type { SeriesName } from "../slo/latency-series.ts";
import type { Segment } from "../slo/profile/segment-key.ts";
import type { PracticalMargin, RegressionFigure } from "./regression-options.ts";

/** How one figure moved. */
export type RegressionVerdict = "better" | "worse" | "same" | "inconclusive";

/** One figure of one latency, in the whole runs or in a segment. Differences are positive where the candidate is slower. */
export interface FigureComparison {
  readonly series: SeriesName;
  readonly figure: RegressionFigure;
  /** Absent for the whole runs. */
  readonly segment?: Segment;
  /** Turns that were measured; pairs where the runs are paired. */
  readonly baseline_n: number;
  readonly candidate_n: number;
  /** Fewest turns on each side, or pairs, with which both bounds exist. */
  readonly needed: number;
  readonly baseline_ms?: number;
  readonly candidate_ms?: number;
  readonly delta_ms?: number;
  /** In percent of the baseline; absent where that is 0. */
  readonly delta_percent?: number;
  /** The true difference is at least this, by itself, in ms. */
  readonly lower_ms?: number;
  readonly upper_ms?: number;
  /** The true difference is at least this, all comparisons of the report at once, in ms. */
  readonly family_lower_ms?: number;
  readonly family_upper_ms?: number;
  /** The largest difference that does not matter here. */
  readonly margin_ms?: number;
  readonly verdict: RegressionVerdict;
  /** The same in one sentence without a final period. */
  readonly message: string;
}

/** A turn of the candidate to look at, with its partner where it has one. */
export interface SlowTurn {
  readonly turn_id: string;
  readonly candidate_ms: number;
  readonly baseline_ms?: number;
  readonly delta_ms?: number;
}

/** The turns of one latency to look at first, worst first. */
export interface SlowTurns {
  readonly series: SeriesName;
  readonly segment?: Segment;
  /**
   * Pairs: the candidates that took longest beyond their partners. No pairs: the longest that are beyond the p95 of the
   * baseline.
   */
  readonly turns: readonly SlowTurn[];
}

/** The comparison of two runs. */
export interface EvidenceComparison {
  /** `fail`: something is worse. `pass`: nothing is slower by more than the margin. Else `inconclusive`. */
  readonly verdict: "pass" | "fail" | "inconclusive";
  readonly passed: boolean;
  readonly method: "paired" | "unpaired";
  /** Confidence of each bound; those of the family hold all at once with this confidence. */
  readonly confidence: number;
  readonly correction: "bonferroni";
  /** Number of comparisons that the bounds of the family make up for. */
  readonly family_size: number;
  readonly margin: PracticalMargin;
  readonly baseline_turns: number;
  readonly candidate_turns: number;
  readonly pairs?: number;
  /** The whole runs first, then the segments. */
  readonly comparisons: readonly FigureComparison[];
  readonly worst: readonly SlowTurns[];
}
