/** Latencies sorted into the bins of an axis. */
import type { TurnMetrics } from "../../../../contracts/observability/turn-metrics.ts";
import type { EndToEndAnchor } from "../../slo-report.ts";
import { type LatencyGateId, turnLatency } from "../turn-figures.ts";
import type { PlotScale } from "./plot-scale.ts";

/** The latency of one turn. */
export interface MeasuredTurn {
  readonly turn_id: string;
  readonly ms: number;
}

/** The turns that a gate measured, by ascending latency, and how many it covered but could not measure. */
export function measuredTurns(
  gate: LatencyGateId,
  turns: readonly TurnMetrics[],
  anchor: EndToEndAnchor | undefined,
): { readonly ascending: readonly MeasuredTurn[]; readonly unmeasured: number } {
  const ascending: MeasuredTurn[] = [];
  let unmeasured = 0;
  for (const turn of turns) {
    const latency = turnLatency(gate, turn, anchor);
    if (latency?.state === "measured") ascending.push({ turn_id: turn.turn_id, ms: latency.ms });
    else if (latency !== undefined) unmeasured += 1;
  }
  ascending.sort((a, b) => a.ms - b.ms || (a.turn_id < b.turn_id ? -1 : 1));
  return { ascending, unmeasured };
}

/** Index of the bin that a latency on the axis is in. */
function binIndex(ms: number, { from, binWidth }: PlotScale): number {
  return Math.max(0, Math.ceil((ms - from) / binWidth) - 1);
}

/** The latency that a dot is drawn at: the middle of its bin, or the latency itself beyond the axis. */
export function drawnAt(ms: number, scale: PlotScale): number {
  return ms > scale.to ? ms : scale.from + (binIndex(ms, scale) + 0.5) * scale.binWidth;
}

/** A stretch of the axis and the turns in it, ascending. */
export interface LatencyBin {
  /** Exclusive, except that the first bin takes everything below. */
  readonly from: number;
  /** Inclusive: a value at the limit passes, so it stands left of the limit line. */
  readonly to: number;
  readonly turns: readonly MeasuredTurn[];
}

/** The bins that have turns; values beyond the axis share one bin that ends at infinity. */
export function binTurns(ascending: readonly MeasuredTurn[], scale: PlotScale): LatencyBin[] {
  const bins: { from: number; to: number; turns: MeasuredTurn[] }[] = [];
  for (const turn of ascending) {
    const from = turn.ms > scale.to ? scale.to : scale.from + binIndex(turn.ms, scale) * scale.binWidth;
    const to = turn.ms > scale.to ? Number.POSITIVE_INFINITY : from + scale.binWidth;
    const last = bins.at(-1);
    if (last?.from === from) last.turns.push(turn);
    else bins.push({ from, to, turns: [turn] });
  }
  return bins;
}
