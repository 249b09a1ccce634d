/** The figures of a run: what the limits bound, and the end-to-end anchor they were measured with. */
import { percentiles } from "./latency-histogram.ts";
import { LATENCY_SERIES, SERIES_NAMES, type SeriesName } from "./latency-series.ts";
import { coveredTurns, type Offence, type RunTally } from "./run-tally.ts";
import type { MvpSloSettings } from "./slo-options.ts";
import type { EndToEndAnchor } from "./slo-report.ts";
import type { MvpSloThresholds } from "./slo-thresholds.ts";

/** A run that has been added up, and how it is judged. */
export interface Run {
  readonly tally: RunTally;
  readonly settings: MvpSloSettings;
  /** What {@link endToEndAnchor} says of the run. */
  readonly anchor: EndToEndAnchor | undefined;
}

/** The figures that limits bound; undefined where nothing was observed. */
export type RunFigures = { readonly [F in keyof MvpSloThresholds]: number | undefined };

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
  if (tally.series.playback.missing < coveredTurns(tally.series.playback)) return "playback";
  return tally.terminal_marked > 0 ? "terminal" : undefined;
}

/** The series that are reported under an anchor, in the order of a turn's violations. */
export function reportedSeries(anchor: EndToEndAnchor | undefined): SeriesName[] {
  return SERIES_NAMES.filter((name) => LATENCY_SERIES[name].gate_id !== "G7" || name === anchor);
}

/** The figures of a run. Without an accepted turn the ratios are 0: nothing was shown to be right. */
export function runFigures({ tally, anchor }: Run) {
  const { series, offenders, accepted } = tally;
  const p95 = (name: SeriesName) => percentiles(series[name].latencies, [95])[0];
  const share = (offence: Offence) => (accepted === 0 ? 0 : (accepted - offenders[offence].count) / accepted);
  const endToEnd = anchor === undefined ? [] : percentiles(series[anchor].latencies, [50, 95]);
  return {
    turn_open_decision_p95_ms: p95("open"),
    first_output_p95_ms: p95("first_output"),
    cancel_fence_p95_ms: p95("cancel_fence"),
    end_to_end_p50_ms: endToEnd[0],
    end_to_end_p95_ms: endToEnd[1],
    baseline_completeness_ratio: share("incomplete"),
    stale_epoch_accepted_outputs: offenders.stale_output.count,
    terminal_correctness_ratio: share("misended"),
  } satisfies RunFigures;
}
