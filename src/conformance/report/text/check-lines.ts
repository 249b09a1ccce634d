/** The checks of a subject: one aligned line each. */
import type { CheckResult, SubjectReport } from "../../../contracts/conformance/conformance-report.ts";
import { alignColumns, type Cell } from "../../../internal/report-text/align-columns.ts";
import type { Palette } from "../../../internal/report-text/palette.ts";
import { displayWidth, shortened } from "../../../internal/report-text/printable-text.ts";
import { countOf } from "../report-words.ts";
import { nameOf, STANDING_MARKS, STANDING_WORDS, standingOf, untoldFailure } from "../standing.ts";
import { paintOf } from "./failure-lines.ts";

const LONGEST = { id: 28, note: 40 } as const;

/** A heading, and a line for each check: mark, id, title, runs, and what is to be said of it. */
export function checkLines(
  subject: SubjectReport,
  { palette, width }: { readonly palette: Palette; readonly width: number },
): string[] {
  const { results, summary, passed, language } = subject;
  const rows = results.map((result) => ({
    result,
    id: shortened(result.check_id, LONGEST.id),
    runs: countOf(result.runs, "run"),
    note: shortened(noteOf(result), LONGEST.note),
  }));
  const widest = (column: "id" | "runs" | "note") =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[column])), 0);
  const taken = widest("id") + widest("runs") + widest("note") + "  ✓        ".length;
  const lines = rows.map(({ result, id, runs, note }): Cell[] => {
    const standing = standingOf(result);
    const paint = paintOf(standing, palette);
    return [
      { text: `  ${STANDING_MARKS[standing]}`, style: paint },
      { text: id, style: palette.strong },
      { text: shortened(result.title, Math.max(24, width - taken)) },
      { text: runs, align: "right", style: palette.dim },
      { text: note, style: paint },
    ];
  });
  const untold = untoldFailure(subject);
  return [
    [
      palette.strong(shortened(nameOf(subject), 80)),
      ...(language === undefined ? [] : [palette.dim(shortened(language, 20))]),
      passed ? palette.pass("PASSED") : palette.fail("FAILED"),
      palette.dim(`${summary.executed} of ${countOf(summary.expected, "check")} executed`),
    ].join("  "),
    ...alignColumns(lines),
    ...(untold === undefined ? [] : [`  ${palette.fail(untold)}`]),
  ];
}

function noteOf(result: CheckResult): string {
  const standing = standingOf(result);
  const { failure, missing_capability: capability, baseline } = result;
  if (standing === "pass") return "";
  if (standing === "fail") return failure?.code ?? STANDING_WORDS.fail;
  if (standing === "not_applicable" && capability !== undefined) return `needs ${capability}`;
  if (standing === "warning" && failure !== undefined) return `warning: ${failure.code}`;
  if (standing === "known" && baseline !== undefined) return `known until ${baseline.expires}`;
  if (standing === "expired" && baseline !== undefined) return `expired after ${baseline.expires}`;
  return STANDING_WORDS[standing];
}
