/**
 * Bounds of a quantile from the order of the values alone: they hold for every distribution, ties included.
 *
 * How many of n values lie at or below the true p-quantile is binomial. So the r-th smallest value is above the
 * quantile no more often than fewer than r of n trials hit, and the s-th smallest is below it no more often than at
 * least s do. With ties, and integer milliseconds have many, the bounds only become safer.
 */
import { probabilityAtLeast, probabilityAtMost } from "./binomial.ts";

/** What is to be bounded. */
export interface QuantileQuestion {
  /** Number of values. */
  readonly n: number;
  /** The quantile, above 0 and below 1. */
  readonly p: number;
  /** How often each bound may be wrong, above 0 and below 0.5. */
  readonly risk: number;
}

/** Ranks of the values that bound a quantile, from 1. A bound that no value can give is not there. */
export interface QuantileRanks {
  readonly lower?: number;
  readonly upper?: number;
  /** How often the lower bound holds at least: 1 - risk or more; 1 where there is none. */
  readonly lowerCoverage: number;
  /** How often the upper bound holds at least. */
  readonly upperCoverage: number;
  /** How often both hold at least. */
  readonly coverage: number;
}

/**
 * The tightest bounds, each wrong at most as often as the risk. Both together form a two-sided interval that is
 * wrong at most twice as often.
 */
export function quantileRanks({ n, p, risk }: QuantileQuestion): QuantileRanks {
  const lower = firstWhere((rank) => probabilityAtMost(rank, { n, p }) > risk, { from: 0, to: n });
  const above = (rank: number) => probabilityAtLeast(rank, { n, p });
  const upper = firstWhere((rank) => above(rank) <= risk, { from: 1, to: n + 1 });
  const lowerRisk = lower === 0 ? 0 : probabilityAtMost(lower - 1, { n, p });
  const upperRisk = upper > n ? 0 : above(upper);
  return {
    ...(lower > 0 && { lower }),
    ...(upper <= n && { upper }),
    lowerCoverage: 1 - lowerRisk,
    upperCoverage: 1 - upperRisk,
    coverage: 1 - lowerRisk - upperRisk,
  };
}

/** Fewest values with which the quantile has an upper bound: 59 for p95 at a risk of 5%. */
export function samplesForUpperBound({ p, risk }: Omit<QuantileQuestion, "n">): number {
  const estimate = Math.max(1, Math.ceil(Math.log(risk) / Math.log(p)) - 1);
  return firstWhere((n) => p ** n <= risk, { from: estimate, to: estimate + 3 });
}

/** Fewest values with which the quantile has both bounds, each at that risk. */
export function samplesForBothBounds({ p, risk }: Omit<QuantileQuestion, "n">): number {
  return Math.max(samplesForUpperBound({ p, risk }), samplesForUpperBound({ p: 1 - p, risk }));
}

/** The smallest integer in a range of which it holds, `to` if it holds of none below; once it holds it stays so. */
export function firstWhere(
  holds: (value: number) => boolean,
  { from, to }: { from: number; to: number },
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
