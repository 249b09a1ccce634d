/** The turns of a candidate to look at first. */
import { noteWorst, type WorstTurn } from "../slo/worst-turns.ts";
import type { SlowTurn } from "./comparison-report.ts";
import type { MeasuredPair } from "./turn-pairs.ts";

/** The candidates that took longest beyond their partners; none that did not take longer. */
export function slowestPairs(pairs: readonly MeasuredPair[]): SlowTurn[] {
  const worst: (WorstTurn & { pair: MeasuredPair })[] = [];
  for (const pair of pairs) {
    const observed = pair.after - pair.before;
    if (observed > 0) noteWorst(worst, { turn_id: pair.turn_id, observed, pair });
  }
  return worst.map(({ turn_id, observed, pair: { before, after } }) => ({
    turn_id,
    candidate_ms: after,
    baseline_ms: before,
    delta_ms: observed,
  }));
}

/** The longest of the candidate that are beyond the p95 of the baseline. */
export function slowestBeyond(worst: readonly WorstTurn[], p95: number): SlowTurn[] {
  return worst
    .filter(({ observed }) => observed > p95)
    .map(({ turn_id, observed }) => ({ turn_id, candidate_ms: observed }));
}
