/** Values by rank, from counts: the r-th smallest of n values without holding n values. */
import type { LatencyHistogram } from "../slo/latency-histogram.ts";
import { firstWhere, quantileRanks } from "./quantile-bounds.ts";

/** Values in ascending order. */
export interface RankedValues {
  /** Number of values. */
  readonly n: number;
  /** The value at a rank from 1 to n. */
  at(rank: number): number;
  /** How many values are at most this. */
  countAtMost(value: number): number;
}

/** A percentile of values with the bounds of the percentile of what they were drawn from. */
export interface BoundedQuantile {
  /** The percentile of the values by nearest rank. */
  readonly observed: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** The values that a histogram counts. */
export function rankedValues(histogram: LatencyHistogram): RankedValues {
  const ascending = [...histogram].sort(([left], [right]) => left - right);
  const values = ascending.map(([value]) => value);
  const upTo = new Float64Array(values.length);
  let n = 0;
  for (const [index, [, count]] of ascending.entries()) {
    n += count;
    upTo[index] = n;
  }
  return {
    n,
    at(rank) {
      const index = firstWhere((place) => (upTo[place] ?? 0) >= rank, { from: 0, to: values.length - 1 });
      return values[index] ?? Number.NaN;
    },
    countAtMost(value) {
      const after = firstWhere((index) => (values[index] ?? 0) > value, { from: 0, to: values.length });
      return upTo[after - 1] ?? 0;
    },
  };
}

/** The values of a list, of either sign. */
export function rankedList(values: readonly number[]): RankedValues {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return rankedValues(counts);
}

/** A quantile with its bounds, each wrong at most as often as the risk; undefined without values. */
export function boundedQuantile(
  ranked: RankedValues,
  { p, risk }: { p: number; risk: number },
): BoundedQuantile | undefined {
  const { n } = ranked;
  if (n === 0) return undefined;
  const { lower, upper } = quantileRanks({ n, p, risk });
  return {
    observed: ranked.at(nearestRank(n, p)),
    ...(lower !== undefined && { lower: ranked.at(lower) }),
    ...(upper !== undefined && { upper: ranked.at(upper) }),
  };
}

/** The rank of a quantile of n values; computed in percent, because 0.95 n is not exact and 95 n is. */
export function nearestRank(n: number, p: number): number {
  return Math.max(1, Math.ceil((Math.round(p * 1e6) * n) / 1e6));
}
