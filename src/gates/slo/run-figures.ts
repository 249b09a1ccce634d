/** A run that has been added up: its end-to-end anchor, and what each gate sees of it. */
import { LATENCY_SERIES, SERIES_NAMES, type SeriesName } from "./latency-series.ts";
import type { RunTally } from "./run-tally.ts";
import type { MvpSloSettings } from "./slo-options.ts";
import type { EndToEndAnchor } from "./slo-report.ts";

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
