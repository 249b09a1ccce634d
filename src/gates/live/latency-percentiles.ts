/** p50 and p95 of a few latencies. */
import { countLatency, percentiles } from "../slo/latency-histogram.ts";

/** Percentiles in ms, by nearest rank. */
export interface LatencyPercentiles {
  readonly p50_ms: number;
  readonly p95_ms: number;
}

/** The percentiles, or undefined without values; differences may be negative. */
export function p50AndP95(values: readonly number[]): LatencyPercentiles | undefined {
  const histogram = new Map<number, number>();
  for (const value of values) countLatency(histogram, value);
  const [p50_ms, p95_ms] = percentiles(histogram, [50, 95]);
  return p50_ms === undefined || p95_ms === undefined ? undefined : { p50_ms, p95_ms };
}
