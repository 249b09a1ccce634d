/** Latencies sorted into the bins of an axis. */
import type { LatencyDistribution } from "./latency-distribution.ts";
import type { PlotScale } from "./plot-scale.ts";

/** Index of the bin that a latency on the axis is in. */
function binIndex(ms: number, { from, binWidth }: PlotScale): number {
  return Math.max(0, Math.ceil((ms - from) / binWidth) - 1);
}

/** The latency that a dot is drawn at: the middle of its bin, or the latency itself beyond the axis. */
export function drawnAt(ms: number, scale: PlotScale): number {
  return ms > scale.to ? ms : scale.from + (binIndex(ms, scale) + 0.5) * scale.binWidth;
}

/** A stretch of the axis and the turns in it, which have ascending ranks. */
export interface LatencyBin {
  /** Exclusive, except that the first bin takes everything below. */
  readonly from: number;
  /** Inclusive: a value at the limit passes, so it stands left of the limit line. */
  readonly to: number;
  /** Rank of the fastest of its turns. */
  readonly first: number;
  readonly turns: number;
}

/** The bins that have turns; values beyond the axis share one bin that ends at infinity. */
export function binLatencies({ ms, turns }: LatencyDistribution, scale: PlotScale): LatencyBin[] {
  const bins: { from: number; to: number; first: number; turns: number }[] = [];
  let first = 0;
  for (const [at, latency] of ms.entries()) {
    const count = turns[at] ?? 0;
    const from = latency > scale.to ? scale.to : scale.from + binIndex(latency, scale) * scale.binWidth;
    const to = latency > scale.to ? Number.POSITIVE_INFINITY : from + scale.binWidth;
    const last = bins.at(-1);
    if (last?.from === from) last.turns += count;
    else bins.push({ from, to, first, turns: count });
    first += count;
  }
  return bins;
}
