/**
 * What the gates need to know of a run: counts, latencies and the worst turns, but not the turns.
 *
 * Both ways of evaluating a run add its turns up here, so they cannot disagree. Every part is a sum, a
 * histogram or a bounded list of extremes, hence tallies of parts of a run add up to the tally of the run.
 */
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { addHistogram, countedTurns, countLatency, type LatencyHistogram } from "./latency-histogram.ts";
import { bySeries, LATENCY_SERIES, measureLatency, SERIES_NAMES, type SeriesName } from "./latency-series.ts";
import { noteWorst, type WorstTurn } from "./worst-turns.ts";

/** One latency over the turns that its gate covers. */
export interface SeriesTally {
  /** Covered turns that lack a marker. */
  missing: number;
  /** Covered turns whose markers are in the wrong order. */
  negative: number;
  /** Latencies of all other covered turns. */
  readonly latencies: LatencyHistogram;
  readonly worst: WorstTurn[];
}

/** Accepted turns that break a rule which no latency is about. */
export interface OffenderTally {
  count: number;
  readonly worst: WorstTurn[];
}

/** Names of the offences, by gates G4, G5 and G6. */
export const OFFENCES = ["stale_output", "incomplete", "misended"] as const;

/** An offence of an accepted turn. */
export type Offence = (typeof OFFENCES)[number];

/** Sums over a run. */
export interface RunTally {
  samples: number;
  accepted: number;
  /** Accepted turns with a terminal marker: they make the terminal anchor available. */
  terminal_marked: number;
  readonly series: Readonly<Record<SeriesName, SeriesTally>>;
  readonly offenders: Readonly<Record<Offence, OffenderTally>>;
}

const emptySeries = (): SeriesTally => ({ missing: 0, negative: 0, latencies: new Map(), worst: [] });
const emptyOffenders = (): OffenderTally => ({ count: 0, worst: [] });

/** The tally of no turns. */
export function emptyTally(): RunTally {
  return {
    samples: 0,
    accepted: 0,
    terminal_marked: 0,
    series: bySeries(emptySeries),
    offenders: { stale_output: emptyOffenders(), incomplete: emptyOffenders(), misended: emptyOffenders() },
  };
}

/** Turns of a series that its gate covers. */
export function coveredTurns({ missing, negative, latencies }: SeriesTally): number {
  return missing + negative + countedTurns(latencies);
}

function endsCorrectly(events: readonly string[]): boolean {
  const [terminal, close] = events;
  return events.length === 2 && (terminal === "commit" || terminal === "abort") && close === "close";
}

/** Adds a turn. */
export function addTurn(tally: RunTally, turn: TurnMetrics): void {
  tally.samples += 1;
  for (const name of SERIES_NAMES) {
    if (LATENCY_SERIES[name].covers(turn)) addLatency(tally.series[name], turn, measureLatency(name, turn));
  }
  if (!turn.accepted) return;
  tally.accepted += 1;
  if (turn.turn_terminal_at_ms !== undefined) tally.terminal_marked += 1;
  if (turn.accepted_stale_epoch_output) addOffender(tally.offenders.stale_output, turn, 1);
  if (!turn.baseline_complete) addOffender(tally.offenders.incomplete, turn, 0);
  if (!endsCorrectly(turn.terminal_events)) addOffender(tally.offenders.misended, turn, 0);
}

function addLatency(tally: SeriesTally, turn: TurnMetrics, latency: number | undefined): void {
  if (latency === undefined) {
    tally.missing += 1;
  } else if (latency < 0) {
    tally.negative += 1;
  } else {
    countLatency(tally.latencies, latency);
    noteWorst(tally.worst, { turn_id: turn.turn_id, observed: latency });
  }
}

/** `observed` is what the turn by itself contributes to the figure of its gate. */
function addOffender(tally: OffenderTally, turn: TurnMetrics, observed: 0 | 1): void {
  tally.count += 1;
  noteWorst(tally.worst, { turn_id: turn.turn_id, observed });
}

/** Adds another tally; `from` stays as it is. */
export function addTally(into: RunTally, from: RunTally): void {
  into.samples += from.samples;
  into.accepted += from.accepted;
  into.terminal_marked += from.terminal_marked;
  for (const name of SERIES_NAMES) {
    const [series, other] = [into.series[name], from.series[name]];
    series.missing += other.missing;
    series.negative += other.negative;
    addHistogram(series.latencies, other.latencies);
    for (const turn of other.worst) noteWorst(series.worst, turn);
  }
  for (const name of OFFENCES) {
    const [offenders, other] = [into.offenders[name], from.offenders[name]];
    offenders.count += other.count;
    for (const turn of other.worst) noteWorst(offenders.worst, turn);
  }
}
