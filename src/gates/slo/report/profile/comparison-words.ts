/** Words for the comparison of a run with its baseline. */
import type { EvidenceComparison, FigureComparison } from "../../../regression/comparison-report.ts";
import { LATENCY_SERIES, type SeriesName } from "../../latency-series.ts";
import { segmentName } from "../../profile/segment-key.ts";
import { formatCount } from "../format-figure.ts";

const SERIES_WORDS: Readonly<Record<SeriesName, string>> = {
  open: "turn open",
  first_output: "first output",
  cancel_fence: "cancel fence",
  playback: "end to end",
  terminal: "end to end",
};

/** What is compared, such as `G2 first output p95 (region=eu)`. */
export function comparedWords({ series, figure, segment }: FigureComparison): string {
  const gate = LATENCY_SERIES[series].gate_id;
  const where = segment === undefined ? "" : ` (${segmentName(segment)})`;
  return `${gate} ${SERIES_WORDS[series]} ${figure}${where}`;
}

/** The name of a latency, such as `G2 first output`. */
export function seriesWords(series: SeriesName): string {
  return `${LATENCY_SERIES[series].gate_id} ${SERIES_WORDS[series]}`;
}

/** A figure in ms, or a dash. */
export function milliseconds(value: number | undefined): string {
  return value === undefined ? "-" : `${formatDecimal(value)} ms`;
}

/** A difference with its sign, such as `+12 ms (+3 %)`. */
export function changeWords({ delta_ms, delta_percent }: FigureComparison): string {
  if (delta_ms === undefined) return "-";
  const percent = delta_percent === undefined ? "" : ` (${signed(Math.round(delta_percent))} %)`;
  return `${signed(delta_ms)} ms${percent}`;
}

/** Between which bounds the difference lies, such as `-3 to +21`. */
export function boundWords({ lower_ms, upper_ms }: FigureComparison): string {
  if (lower_ms === undefined || upper_ms === undefined) return "-";
  return `${signed(lower_ms)} to ${signed(upper_ms)}`;
}

function signed(value: number): string {
  if (formatDecimal(Math.abs(value)) === "0") return "0";
  return value < 0 ? `-${formatDecimal(-value)}` : `+${formatDecimal(value)}`;
}

function formatDecimal(value: number): string {
  const rounded = Math.round(Math.abs(value) * 10) / 10;
  const [whole = "0", tenths] = String(rounded).split(".");
  const text = tenths === undefined ? formatCount(Number(whole)) : `${formatCount(Number(whole))}.${tenths}`;
  return value < 0 ? `-${text}` : text;
}

/** Comparisons that a reader looks at: those of the whole runs, and of segments those that are not the same. */
export function toldComparisons({ comparisons }: EvidenceComparison): {
  readonly told: readonly FigureComparison[];
  readonly quiet: number;
} {
  const told = comparisons.filter(
    ({ segment, verdict }) => segment === undefined || verdict === "worse" || verdict === "better",
  );
  return { told, quiet: comparisons.length - told.length };
}

/** How the runs were compared, in one sentence without a final period. */
export function methodWords(comparison: EvidenceComparison): string {
  const { method, confidence, family_size, margin, pairs, baseline_turns, candidate_turns } = comparison;
  const runs =
    method === "paired"
      ? `${formatCount(pairs ?? 0)} pairs of turns`
      : `${formatCount(candidate_turns)} turns against ${formatCount(baseline_turns)}`;
  const percent = Math.round(margin.relative * 100);
  return `${runs}; bounds at ${String(confidence * 100).slice(0, 5)} %, made up for ${formatCount(family_size)} comparisons; changes up to ${percent} % or ${formatDecimal(margin.absolute_ms)} ms do not matter`;
}
