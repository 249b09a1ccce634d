/** What each gate sees of one turn: the figures that plots, tables and highlights are drawn from. */
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { LATENCY_SERIES, type LatencySeries } from "../latency-series.ts";
import type { EndToEndAnchor, MvpSloGateId, MvpSloGateReport } from "../slo-report.ts";

/** The gates that measure a latency, as they stand in reports. */
export const LATENCY_GATES = ["G1", "G2", "G3", "G7"] as const;

/** Id of a gate that measures a latency. */
export type LatencyGateId = (typeof LATENCY_GATES)[number];

/** The gates that count turns. */
export const COUNTING_GATES = ["G4", "G5", "G6"] as const;

/** Id of a gate that counts turns. */
export type CountingGateId = (typeof COUNTING_GATES)[number];

/** The latency of a turn that a gate covers; a missing marker or a negative difference is a finding. */
export type TurnLatency =
  | { readonly state: "measured" | "negative"; readonly ms: number }
  | { readonly state: "missing"; readonly ms?: undefined };

/** The latency that a gate sees of a turn, or undefined when the gate does not cover the turn. */
export function turnLatency(
  gate: LatencyGateId,
  turn: TurnMetrics,
  anchor: EndToEndAnchor | undefined,
): TurnLatency | undefined {
  const series = seriesOf(gate, anchor);
  if (series === undefined || !series.covers(turn)) return undefined;
  const from = turn[series.from];
  const to = turn[series.to];
  if (from === undefined || to === undefined) return { state: "missing" };
  return { state: to < from ? "negative" : "measured", ms: to - from };
}

function seriesOf(gate: LatencyGateId, anchor: EndToEndAnchor | undefined): LatencySeries | undefined {
  if (gate === "G7") return anchor === undefined ? undefined : LATENCY_SERIES[anchor];
  return { G1: LATENCY_SERIES.open, G2: LATENCY_SERIES.first_output, G3: LATENCY_SERIES.cancel_fence }[gate];
}

/** Whether the turn ended with exactly one commit or abort and then close. */
export function endsCorrectly({ terminal_events: events }: TurnMetrics): boolean {
  return events.length === 2 && (events[0] === "commit" || events[0] === "abort") && events[1] === "close";
}

/** Whether a counting gate counts the turn against the run; undefined when it does not cover the turn. */
export function offends(gate: CountingGateId, turn: TurnMetrics): boolean | undefined {
  if (!turn.accepted) return undefined;
  if (gate === "G4") return turn.accepted_stale_epoch_output;
  return gate === "G5" ? !turn.baseline_complete : !endsCorrectly(turn);
}

/** The highest limit that a gate sets for one of its figures. */
export function highestLimit(report: MvpSloGateReport, gate: MvpSloGateId): number {
  const limits = report.gates.find(({ gate_id }) => gate_id === gate)?.values.map(({ limit }) => limit) ?? [];
  return limits.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...limits);
}

/** The gates that a turn stands out in: a value above the limit, a missing marker or a counted offence. */
export function turnFindings(turn: TurnMetrics, report: MvpSloGateReport): MvpSloGateId[] {
  const slow = LATENCY_GATES.filter((gate) => {
    const latency = turnLatency(gate, turn, report.end_to_end_anchor);
    if (latency === undefined) return false;
    return latency.state !== "measured" || latency.ms > highestLimit(report, gate);
  });
  const counted = COUNTING_GATES.filter((gate) => offends(gate, turn) === true);
  return [...slow, ...counted].sort();
}
