/**
 * Bounds of the difference of one quantile in two sets of values.
 *
 * The bounds of both quantiles are combined by their distances from the observed quantiles, as the legs of a triangle
 * (the method of variance estimates recovery). To subtract the far ends of the two intervals would be safe, too, but
 * about 1.4 times as wide, since both sides are seldom wrong in opposite directions at once. Nothing is resampled and no
 * density is estimated.
 */

import { type BoundedQuantile, boundedQuantile, nearestRank, type RankedValues } from "./ranked-values.ts";
import { shareBounds } from "./share-bounds.ts";

/** A difference with its bounds; a bound that the values cannot give is not there. */
export interface BoundedDifference {
  readonly observed: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** Which quantile, how often each bound may be wrong, and how the two sets move together. */
export interface DifferenceQuestion {
  readonly p: number;
  readonly risk: number;
  /** Correlation of the two observed quantiles: 0, the default, for independent sets. */
  readonly correlation?: number;
}

/** The quantile of the candidate minus that of the baseline; undefined where one of them has no values. */
export function quantileDifference(
  baseline: RankedValues,
  candidate: RankedValues,
  { p, risk, correlation = 0 }: DifferenceQuestion,
): BoundedDifference | undefined {
  const before = boundedQuantile(baseline, { p, risk });
  const after = boundedQuantile(candidate, { p, risk });
  if (before === undefined || after === undefined) return undefined;
  const observed = after.observed - before.observed;
  const down = spread(below(after), above(before), { correlation });
  const up = spread(above(after), below(before), { correlation });
  return {
    observed,
    ...(down !== undefined && { lower: observed - down }),
    ...(up !== undefined && { upper: observed + up }),
  };
}

const below = ({ observed, lower }: BoundedQuantile) => (lower === undefined ? undefined : observed - lower);
const above = ({ observed, upper }: BoundedQuantile) => (upper === undefined ? undefined : upper - observed);

function spread(
  left: number | undefined,
  right: number | undefined,
  { correlation }: { correlation: number },
): number | undefined {
  if (left === undefined || right === undefined) return undefined;
  return Math.sqrt(Math.max(0, left * left + right * right - 2 * correlation * left * right));
}

/**
 * How the observed quantiles of paired values move together: from how often both values of a pair are above their
 * quantiles. A lower bound of it is used, because too high a correlation would make the interval too narrow.
 */
export function quantileCorrelation(
  pairs: readonly (readonly [baseline: number, candidate: number])[],
  { p, risk }: { p: number; risk: number },
): number {
  const n = pairs.length;
  if (n === 0) return 0;
  const cut = (side: 0 | 1) =>
    pairs.map((pair) => pair[side]).sort((a, b) => a - b)[nearestRank(n, p) - 1] ?? 0;
  const [before, after] = [cut(0), cut(1)];
  const highBefore = pairs.filter(([value]) => value > before).length;
  const highAfter = pairs.filter(([, value]) => value > after).length;
  const both = pairs.filter(([left, right]) => left > before && right > after).length;
  const fewer = Math.min(highBefore, highAfter);
  // Ties can leave no value above the quantile: then nothing is known of how the two move.
  if (fewer === 0) return 0;
  const joint = (shareBounds({ hits: both, n: fewer, risk }).lower * fewer) / n;
  const [q, r] = [highBefore / n, highAfter / n];
  return Math.min(0.95, (joint - q * r) / Math.sqrt(q * (1 - q) * r * (1 - r)));
}
