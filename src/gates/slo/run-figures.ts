/** A run that has been added up: its end-to-end anchor, and what each gate sees of it. */
import { percentiles } from "./latency-histogram.ts";
import { LATENCY_SERIES, SERIES_NAMES, type SeriesName } from "./latency-series.ts";
import { coveredTurns, type OffenderTally, type RunTally } from "./run-tally.ts";
import type { MvpSloSettings } from "./slo-options.ts";
import type { EndToEndAnchor, MvpSloGateId } from "./slo-report.ts";
import type { WorstTurn } from "./worst-turns.ts";

/** A run that has been added up, and how it is judged. */
export interface Run {
  readonly tally: RunTally;
  readonly settings: MvpSloSettings;
  /** What {@link endToEndAnchor} says of the run. */
  readonly anchor: EndToEndAnchor | undefined;
}

/**
 * The anchor that holds for every accepted turn: the forced one, else playback if any accepted turn has
 * both playback markers, else terminal if any has a terminal marker, else none.
 */
export function endToEndAnchor(
  tally: RunTally,
  wanted: MvpSloSettings["anchor"],
): EndToEndAnchor | undefined {
  if (tally.accepted === 0) return undefined;
  if (wanted !== "auto") return wanted;
  if (tally.series.playback.missing < tally.accepted) return "playback";
  return tally.terminal_marked > 0 ? "terminal" : undefined;
}

/** The series that are reported under an anchor, in the order of a turn's violations. */
export function reportedSeries(anchor: EndToEndAnchor | undefined): SeriesName[] {
  return SERIES_NAMES.filter((name) => LATENCY_SERIES[name].gate_id !== "G7" || name === anchor);
}

/** What a gate sees of a run. */
export interface GateView {
  readonly covered_turns: number;
  /** Covered turns that have no value. */
  readonly unmeasured: number;
  readonly worst: readonly WorstTurn[];
  /** By the names of the values that the gate bounds; absent or undefined where nothing was observed. */
  readonly observed: Readonly<Record<string, number | undefined>>;
}

const NO_OFFENDERS: OffenderTally = { count: 0, worst: [] };

/** What a gate sees of a run. Without an accepted turn the ratios are 0: nothing was shown to be right. */
export function viewOf(gate_id: MvpSloGateId, { tally, anchor }: Run): GateView {
  const { accepted, series } = tally;
  const offenders: Readonly<Partial<Record<MvpSloGateId, OffenderTally>>> = tally.offenders;
  const name = reportedSeries(anchor).find((candidate) => LATENCY_SERIES[candidate].gate_id === gate_id);
  if (name !== undefined) {
    const { missing, negative, latencies, worst } = series[name];
    const [p50, p95] = percentiles(latencies, [50, 95]);
    const unmeasured = missing + negative;
    return { covered_turns: coveredTurns(series[name]), unmeasured, worst, observed: { p50, p95 } };
  }
  const { count, worst } = offenders[gate_id] ?? NO_OFFENDERS;
  const ratio = accepted === 0 ? 0 : (accepted - count) / accepted;
  return { covered_turns: accepted, unmeasured: 0, worst, observed: { count, ratio } };
}
