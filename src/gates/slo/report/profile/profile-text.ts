/** What a profile adds to the text report: what is too thin to decide, the segments, the baseline. */
import { alignColumns, type Cell } from "../../../../internal/report-text/align-columns.ts";
import type { Palette } from "../../../../internal/report-text/palette.ts";
import { printable, shortened } from "../../../../internal/report-text/printable-text.ts";
import { formatCount } from "../format-figure.ts";
import type { GateReportInput, JudgedComparison } from "../gate-report-input.ts";
import type { ShownStatus } from "../shown-status.ts";
import {
  boundWords,
  changeWords,
  comparedWords,
  methodWords,
  milliseconds,
  seriesWords,
  toldComparisons,
} from "./comparison-words.ts";
import { matrixRows } from "./segment-matrix.ts";
import { findingWord, STATUS_SIGNS, toldFindings } from "./told-findings.ts";

const MOST_FINDINGS = 20;
const right = { align: "right" } as const;

/** The lines below the table of gates; none where a profile adds nothing. */
export function profileLines(input: GateReportInput, palette: Palette): string[] {
  return [
    ...malformedLines(input, palette),
    ...findingLines(input, palette),
    ...segmentLines(input, palette),
    ...(input.regression === undefined ? [] : regressionLines(input.regression, palette)),
  ];
}

function malformedLines({ malformed }: GateReportInput, palette: Palette): string[] {
  if (malformed === undefined || malformed.count === 0) return [];
  const { count, allowed, first } = malformed;
  return [
    "",
    palette.warn(
      `${formatCount(count)} ${count === 1 ? "line" : "lines"} could not be read, of at most ${formatCount(allowed)} allowed`,
    ),
    ...first.map(({ source, line, message }) => `  ${printable(source)}:${line}  ${printable(message)}`),
  ];
}

/** Findings of the plain rule stand among the violations; here are those that only a profile makes. */
function findingLines({ profile }: GateReportInput, palette: Palette): string[] {
  const own = toldFindings({ profile });
  if (own.length === 0) return [];
  const lines = own.slice(0, MOST_FINDINGS).map((finding) => {
    const word = findingWord(finding);
    const paint = word === "fail" ? palette.fail : palette.warn;
    return `  ${paint(word.padEnd(9))}  ${printable(finding.message)}`;
  });
  const rest = own.length - lines.length;
  const more = rest > 0 ? [palette.dim(`  ... and ${formatCount(rest)} more`)] : [];
  return ["", palette.strong(`Profile ${printable(profile?.profile_id ?? "")}`), ...lines, ...more];
}

function segmentLines(input: GateReportInput, palette: Palette): string[] {
  const { rows, left } = matrixRows(input);
  const [first] = rows;
  if (first === undefined) return [];
  const paintOf = (status: ShownStatus) =>
    status === "pass" ? palette.pass : status === "fail" ? palette.fail : palette.warn;
  const head: Cell[] = [
    { text: "Segment", style: palette.dim },
    { text: "Turns", style: palette.dim, ...right },
    { text: "", style: palette.dim },
    ...first.cells.map(({ gate_id }) => ({ text: gate_id, style: palette.dim, ...right })),
  ];
  const body = rows.map(({ name, turns, verdict, cells }): Cell[] => [
    { text: shortened(name, 60) },
    { text: formatCount(turns), ...right },
    { text: verdict === "inconclusive" ? "undecided" : verdict, style: paintOf(verdict) },
    ...cells.map(({ status, figure }) => ({
      text: `${figure} ${STATUS_SIGNS[status]}`,
      style: paintOf(status),
      ...right,
    })),
  ]);
  const more = left > 0 ? [palette.dim(`... and ${formatCount(left)} more segments`)] : [];
  return ["", palette.strong("Segments"), ...alignColumns([head, ...body]), ...more];
}

function regressionLines({ comparison, level }: JudgedComparison, palette: Palette): string[] {
  const { told, quiet } = toldComparisons(comparison);
  const head = ["Against the baseline", "", "Baseline", "Candidate", "Change", "Between (ms)"].map(
    (text, column): Cell => ({ text, style: palette.dim, ...(column > 1 && right) }),
  );
  const body = told.map((one): Cell[] => {
    const paint = {
      better: palette.pass,
      same: palette.pass,
      worse: palette.fail,
      inconclusive: palette.warn,
    };
    return [
      { text: shortened(comparedWords(one), 60) },
      { text: one.verdict === "inconclusive" ? "undecided" : one.verdict, style: paint[one.verdict] },
      { text: milliseconds(one.baseline_ms), ...right },
      { text: milliseconds(one.candidate_ms), ...right },
      { text: changeWords(one), ...right },
      { text: boundWords(one), ...right },
    ];
  });
  const notes = [
    `${methodWords(comparison)}${level === "error" ? "" : `; at level ${level}`}`,
    ...(quiet > 0 ? [`${formatCount(quiet)} comparisons of segments are the same or cannot be told`] : []),
  ];
  const worst = comparison.worst
    .filter(({ segment, turns }) => segment === undefined && turns.length > 0)
    .map(({ series, turns }) => {
      const named = turns.slice(0, 3).map(({ turn_id, candidate_ms, delta_ms }) => {
        const by = delta_ms === undefined ? "" : ` (+${formatCount(delta_ms)})`;
        return `${shortened(turn_id, 24)} ${formatCount(candidate_ms)} ms${by}`;
      });
      return `  slowest in ${seriesWords(series)}: ${named.join(", ")}`;
    });
  return ["", ...alignColumns([head, ...body]), ...notes.map((note) => palette.dim(note)), ...worst];
}
