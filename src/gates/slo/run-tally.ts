/**
 * What the gates need to know of a run: counts, latencies and the worst turns, but not the turns.
 *
 * Both ways of evaluating a run add its turns up here, so they cannot disagree. Every part is a sum, a
 * histogram or a bounded list of extremes, hence tallies of parts of a run add up to the tally of the run.
 */
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { recordOf } from "../../internal/record-of.ts";
import { addHistogram, countLatency, type LatencyHistogram } from "./latency-histogram.ts";
import { SERIES_NAMES, type SeriesName } from "./latency-series.ts";
import { measureTurn } from "./turn-finding.ts";
import { noteWorst, type WorstTurn } from "./worst-turns.ts";

/** One latency over the turns that its gate covers. */
export interface SeriesTally {
  covered: number;
  /** Covered turns that lack a marker. */
  missing: number;
  /** Latencies of the covered turns that have both markers in the right order. */
  readonly latencies: LatencyHistogram;
  readonly worst: WorstTurn[];
}

/** Accepted turns that break a rule which no latency is about. */
export interface OffenderTally {
  count: number;
  readonly worst: WorstTurn[];
}

/** Whether an accepted turn counts against the run, by the gates that count turns. */
const OFFENDS = {
  G4: (turn: TurnMetrics) => turn.accepted_stale_epoch_output,
  G5: (turn: TurnMetrics) => !turn.baseline_complete,
  G6: (turn: TurnMetrics) => !endsCorrectly(turn.terminal_events),
};

function endsCorrectly([terminal, close, ...others]: readonly string[]): boolean {
  return (terminal === "commit" || terminal === "abort") && close === "close" && others.length === 0;
}

/** A gate that counts turns. */
export type CountingGateId = keyof typeof OFFENDS;

/** The gates that count turns. */
export const COUNTING_GATES = Object.keys(OFFENDS) as readonly CountingGateId[];

/** Sums over a run. */
export interface RunTally {
  samples: number;
  accepted: number;
  /** Accepted turns with a terminal marker: they make the terminal anchor available. */
  terminal_marked: number;
  readonly series: Readonly<Record<SeriesName, SeriesTally>>;
  /** Turns that count against the run. */
  readonly offenders: Readonly<Record<CountingGateId, OffenderTally>>;
}

/** The tally of no turns. */
export function emptyTally(): RunTally {
  return {
    samples: 0,
    accepted: 0,
    terminal_marked: 0,
    series: recordOf(SERIES_NAMES, () => ({ covered: 0, missing: 0, latencies: new Map(), worst: [] })),
    offenders: recordOf(COUNTING_GATES, () => ({ count: 0, worst: [] })),
  };
}

/** Adds a turn. */
export function addTurn(tally: RunTally, turn: TurnMetrics): void {
  const { turn_id } = turn;
  tally.samples += 1;
  for (const name of SERIES_NAMES) {
    const series = tally.series[name];
    const observed = measureTurn(name, turn);
    if (observed === undefined) continue;
    series.covered += 1;
    if (typeof observed === "number") {
      countLatency(series.latencies, observed);
      noteWorst(series.worst, { turn_id, observed });
    } else if (observed.lacks.length > 0) {
      series.missing += 1;
    }
  }
  if (!turn.accepted) return;
  tally.accepted += 1;
  if (turn.turn_terminal_at_ms !== undefined) tally.terminal_marked += 1;
  for (const gate_id of COUNTING_GATES) {
    if (!OFFENDS[gate_id](turn)) continue;
    const offenders = tally.offenders[gate_id];
    offenders.count += 1;
    // What the turn by itself contributes to the figure of the gate: one to a count, nothing to a share.
    noteWorst(offenders.worst, { turn_id, observed: gate_id === "G4" ? 1 : 0 });
  }
}

/** Adds another tally; `from` stays as it is. */
export function addTally(into: RunTally, from: RunTally): void {
  into.samples += from.samples;
  into.accepted += from.accepted;
  into.terminal_marked += from.terminal_marked;
  for (const name of SERIES_NAMES) {
    const [series, other] = [into.series[name], from.series[name]];
    series.covered += other.covered;
    series.missing += other.missing;
    addHistogram(series.latencies, other.latencies);
    for (const turn of other.worst) noteWorst(series.worst, turn);
  }
  for (const gate_id of COUNTING_GATES) {
    const [offenders, other] = [into.offenders[gate_id], from.offenders[gate_id]];
    offenders.count += other.count;
    for (const turn of other.worst) noteWorst(offenders.worst, turn);
  }
}
