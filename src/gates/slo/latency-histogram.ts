/**
 * Latencies as counts by millisecond.
 *
 * Latencies are integers, so the counts keep every percentile exact, their size is bounded by the range
 * of latencies and not by the number of turns, and two of them add up without loss.
 */

/** Number of turns by latency in ms. */
export interface LatencyHistogram extends Iterable<[latency: number, count: number]> {
  get(latency: number): number | undefined;
  set(latency: number, count: number): unknown;
  /** The latencies, in the order of iteration. */
  keys(): Iterable<number>;
  /** The counts, in the order of iteration. */
  values(): Iterable<number>;
}

/** Counts one turn. */
export function countLatency(histogram: LatencyHistogram, latency: number): void {
  histogram.set(latency, (histogram.get(latency) ?? 0) + 1);
}

/** Counts everything that another histogram has counted. */
export function addHistogram(into: LatencyHistogram, from: LatencyHistogram): void {
  for (const [latency, count] of from) into.set(latency, (into.get(latency) ?? 0) + count);
}

/** How many turns were counted. */
export function countedTurns(histogram: LatencyHistogram): number {
  let total = 0;
  for (const count of histogram.values()) total += count;
  return total;
}

/** The counts by ascending latency. */
export function sortedCounts(histogram: LatencyHistogram): [latency: number, count: number][] {
  return [...histogram].sort(([left], [right]) => left - right);
}

/**
 * Percentiles by nearest rank: of n ascending values the one at index ceil(percent * n / 100) - 1.
 * Undefined without values.
 */
export function percentiles(
  histogram: LatencyHistogram,
  percents: readonly number[],
): (number | undefined)[] {
  const ascending = Float64Array.from(histogram.keys()).sort();
  const total = countedTurns(histogram);
  return percents.map((percent) => {
    let rank = Math.ceil((percent * total) / 100);
    return ascending.find((latency) => {
      rank -= histogram.get(latency) ?? 0;
      return rank <= 0;
    });
  });
}
