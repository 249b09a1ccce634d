/**
 * The latencies that a gate measured, ascending: as counts, because there are fewer different latencies than
 * turns. A rank is the place of a turn in the ascending order, from 0 for the fastest.
 */
import type { TurnMetrics } from "../../../../contracts/observability/turn-metrics.ts";
import { countedTurns, countLatency, type LatencyHistogram } from "../../latency-histogram.ts";
import type { EndToEndAnchor } from "../../slo-report.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import type { ShownGate } from "../profile/shown-gate.ts";
import { type LatencyGateId, turnLatency } from "../turn-figures.ts";

/** Latencies of a gate. */
export interface LatencyDistribution {
  /** The latencies that occur, in ms, ascending. */
  readonly ms: Float64Array;
  /** How many turns have each of them. */
  readonly turns: Float64Array;
  /** Number of measured turns. */
  readonly total: number;
  /** Number of covered turns that could not be measured. */
  readonly unmeasured: number;
  /** The id of the turn at a rank; undefined where the turn was not kept. */
  turnId(rank: number): string | undefined;
}

/** The distribution of a latency gate, over all turns of the run. */
export function distributionOf(
  gate: ShownGate & { readonly gate_id: LatencyGateId },
  { turns, report, sampled }: GateReportInput,
): LatencyDistribution {
  if (sampled === undefined) return distributionOfTurns(gate.gate_id, turns, report.end_to_end_anchor);
  const counts = orderedCounts(sampled.latencies[gate.gate_id]);
  const unmeasured = gate.status === "not_evaluated" ? 0 : gate.covered_turns - counts.total;
  return { ...counts, unmeasured, turnId: (rank) => gate.worst[counts.total - 1 - rank]?.turn_id };
}

function distributionOfTurns(
  gate: LatencyGateId,
  turns: readonly TurnMetrics[],
  anchor: EndToEndAnchor | undefined,
): LatencyDistribution {
  const ascending: { readonly turn_id: string; readonly ms: number }[] = [];
  let unmeasured = 0;
  for (const turn of turns) {
    const latency = turnLatency(gate, turn, anchor);
    if (latency?.state === "measured") ascending.push({ turn_id: turn.turn_id, ms: latency.ms });
    else if (latency !== undefined) unmeasured += 1;
  }
  ascending.sort((a, b) => a.ms - b.ms || (a.turn_id < b.turn_id ? -1 : 1));
  const histogram: LatencyHistogram = new Map();
  for (const { ms } of ascending) countLatency(histogram, ms);
  return { ...orderedCounts(histogram), unmeasured, turnId: (rank) => ascending[rank]?.turn_id };
}

/** The counts of a histogram by ascending latency. */
export function orderedCounts(
  histogram: LatencyHistogram,
): Pick<LatencyDistribution, "ms" | "turns" | "total"> {
  const ms = Float64Array.from(histogram.keys()).sort();
  return { ms, turns: ms.map((latency) => histogram.get(latency) ?? 0), total: countedTurns(histogram) };
}

/** The latency at a rank, or undefined beyond the last. */
export function latencyAt({ ms, turns }: LatencyDistribution, rank: number): number | undefined {
  let upTo = 0;
  return ms.find((_, at) => {
    upTo += turns[at] ?? 0;
    return upTo > rank;
  });
}

/** How many turns are over a limit. */
export function turnsOver({ ms, turns }: LatencyDistribution, limit: number): number {
  return turns.reduce((sum, count, at) => sum + ((ms[at] ?? 0) > limit ? count : 0), 0);
}
