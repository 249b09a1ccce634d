/** The horizontal axis of a latency plot: its range, its bins and its ticks. */
import { formatCount } from "../format-figure.ts";
import { type LatencyDistribution, latencyAt } from "./latency-distribution.ts";

/** An axis in ms whose bin edges go through the highest limit, so that no bin is on both sides of it. */
export interface PlotScale {
  readonly from: number;
  readonly to: number;
  readonly binWidth: number;
  /** Whether values lie beyond the axis; they are drawn in a strip at its end. */
  readonly clipped: boolean;
}

/** At most about how many bins an axis has. */
const BINS = 84;

/** How much of the width the strip for values beyond the axis takes, in percent. */
const STRIP = 5;

/** An axis for latencies; one far outlier does not squeeze all others into a corner. */
export function plotScale(distribution: LatencyDistribution, limits: readonly number[]): PlotScale {
  const { ms, total } = distribution;
  const highestLimit = Math.max(1, ...limits);
  const p95 = latencyAt(distribution, Math.floor(total * 0.95)) ?? 0;
  const bulk = Math.max(highestLimit, p95);
  const largest = ms.at(-1) ?? 0;
  const clipped = largest > bulk * 2.5;
  const high = (clipped ? bulk * 1.5 : Math.max(bulk, largest)) * 1.04;
  const lowest = Math.min(ms[0] ?? 0, ...limits);
  const low = lowest > high * 0.5 ? lowest - (high - lowest) * 0.15 : 0;

  const binWidth = Math.max(1, Math.ceil((high - low) / BINS));
  const from = highestLimit - Math.ceil((highestLimit - low) / binWidth) * binWidth;
  const to = highestLimit + Math.ceil((high - highestLimit) / binWidth) * binWidth;
  return { from, to, binWidth, clipped: largest > to };
}

/** Where a value stands, in percent of the width; values beyond the axis stand in the strip. */
export function position({ from, to, clipped }: PlotScale, value: number): number {
  if (value > to) return 100 - STRIP / 3;
  return ((Math.max(from, value) - from) / (to - from)) * (clipped ? 100 - STRIP : 100);
}

/** A position as it stands in an attribute. */
export function percent(share: number): string {
  return `${Number(share.toFixed(2))}%`;
}

/** The smallest of 1, 2, 2.5 and 5 times a power of ten that is no less, and whole. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const step = [1, 2, 2.5, 5, 10].find(
    (factor) => factor * power >= least && Number.isInteger(factor * power),
  );
  return (step ?? 10) * power;
}

/** A tick with its label; the last one names the unit. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Four to seven ticks, in seconds when all of them are whole seconds. */
export function ticks({ from, to }: PlotScale): Tick[] {
  const step = niceStep((to - from) / 6);
  const [unit, size] = step % 1000 === 0 ? (["s", 1000] as const) : (["ms", 1] as const);
  const places: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) places.push(at);
  return places.map((at, index) => {
    const label = formatCount(at / size);
    return { at, label: index === places.length - 1 ? `${label} ${unit}` : label };
  });
}
