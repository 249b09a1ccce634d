/** A conformance report as text for a terminal or a log: checks, failures in full, summary, verdict. */
import type { ConformanceReport } from "../../../contracts/conformance/conformance-report.ts";
import type { Palette } from "../../../internal/report-text/palette.ts";
import { printable } from "../../../internal/report-text/printable-text.ts";
import { conformanceSentence } from "../report-words.ts";
import { nameOf, standingOf } from "../standing.ts";
import { chosenPalette } from "./ansi-palette.ts";
import { checkLines } from "./check-lines.ts";
import { failureLines, type LineOptions } from "./failure-lines.ts";
import { summaryBlocks } from "./summary-lines.ts";

/** How to write the text. */
export interface ConformanceTextOptions {
  /** Colours of a terminal, or a palette of one's own; none unless told. */
  readonly color?: boolean | Palette;
  /** Columns; 100 unless told, 40 at least. Ids, commands and timelines may be longer. */
  readonly width?: number;
  /** Also known failures in full, and the smallest script of each failure. */
  readonly verbose?: boolean;
}

/** The report as text, with a line feed at the end. */
export function conformanceText(report: ConformanceReport, options: ConformanceTextOptions = {}): string {
  const palette = chosenPalette(options.color ?? false);
  const width = Math.max(40, options.width ?? 100);
  const { verbose = false } = options;
  const { kit_version, profile, seed, passed } = report;
  const run = `Conformance, ${profile} profile, seed ${seed}, kit ${printable(kit_version)}`;
  const verdict = passed ? palette.pass("PASSED") : palette.fail("FAILED");
  const blocks = [
    [palette.dim(run)],
    ...report.subjects.map((subject) => checkLines(subject, { palette, width })),
    ...failureBlocks(report, { palette, width, verbose }),
    ...summaryBlocks(report, { palette, width }),
    [`${verdict}  ${conformanceSentence(report)}`],
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function failureBlocks({ subjects }: ConformanceReport, options: LineOptions): string[][] {
  const { palette, verbose = false } = options;
  return subjects.flatMap((subject) => {
    const failed = subject.results.filter(
      (result) => result.failure !== undefined && (verbose || standingOf(result) !== "known"),
    );
    const title = printable(`Failures of ${nameOf(subject)}`);
    return failed.length === 0
      ? []
      : [[palette?.strong(title) ?? title], ...failed.map((result) => failureLines(result, options))];
  });
}
