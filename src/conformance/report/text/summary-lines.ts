/** The end of the text: counts of each subject, and what the counts leave open. */
import type { ConformanceReport, SubjectReport } from "../../../contracts/conformance/conformance-report.ts";
import { alignColumns, type Cell } from "../../../internal/report-text/align-columns.ts";
import type { Palette } from "../../../internal/report-text/palette.ts";
import { shortened } from "../../../internal/report-text/printable-text.ts";
import { baselineSentence, groupByReason } from "../report-words.ts";
import { nameOf, type Standing, standingOf } from "../standing.ts";
import { paintOf } from "./failure-lines.ts";
import { wrapText } from "./wrap-text.ts";

interface Drawing {
  readonly palette: Palette;
  readonly width: number;
}

/** Blocks of lines: the counts, then the groups that are not empty. */
export function summaryBlocks({ subjects }: ConformanceReport, drawing: Drawing): string[][] {
  const reasons = (title: string, standing: Standing) =>
    block(title, subjects, { standing, ...drawing, itemsOf: (subject) => reasonItems(subject, standing) });
  const entries = (title: string, standing: Standing) =>
    block(title, subjects, { standing, ...drawing, itemsOf: (subject) => baselineItems(subject, standing) });
  const blocks = [
    countLines(subjects, drawing.palette),
    reasons("Could not run (counts as failure)", "could_not_run"),
    entries("Stale baseline entries", "stale"),
    entries("Expired baseline entries", "expired"),
    entries("Known failures", "known"),
    reasons("Not applicable", "not_applicable"),
  ];
  return blocks.filter((lines) => lines.length > 0);
}

function countLines(subjects: readonly SubjectReport[], palette: Palette): string[] {
  const heads = ["Summary", "", "executed", "passed", "failed", "warnings", "known", "n/a", "could not run"];
  const right = (text: string, style = palette.dim): Cell => ({ text, align: "right", style });
  const figure = (count: number, style: (text: string) => string): Cell =>
    right(String(count), count > 0 ? style : palette.dim);
  const rows = subjects.map(({ summary, ...subject }): Cell[] => [
    { text: `  ${shortened(nameOf(subject), 40)}` },
    subject.passed ? { text: "passed", style: palette.pass } : { text: "FAILED", style: palette.fail },
    right(`${summary.executed} of ${summary.expected}`),
    figure(summary.pass, palette.pass),
    figure(summary.fail, palette.fail),
    figure(summary.warn, palette.warn),
    figure(summary.known, palette.warn),
    figure(summary.not_applicable, palette.strong),
    figure(summary.could_not_run, palette.fail),
  ]);
  const heading = heads.map((text, column) =>
    column === 0 ? { text, style: palette.strong } : column === 1 ? { text } : right(text),
  );
  return alignColumns([heading, ...rows]);
}

interface Listing extends Drawing {
  readonly standing: Standing;
  readonly itemsOf: (subject: SubjectReport) => readonly string[];
}

function block(title: string, subjects: readonly SubjectReport[], listing: Listing): string[] {
  const { itemsOf, palette, width, standing } = listing;
  const lines = subjects.flatMap((subject) => {
    const items = itemsOf(subject).flatMap((item) =>
      wrapText(item, width - 6).map((line, index) => `${index === 0 ? "    " : "      "}${line}`),
    );
    return items.length === 0 ? [] : [`  ${shortened(nameOf(subject), 80)}`, ...items];
  });
  return lines.length === 0 ? [] : [paintOf(standing, palette)(title), ...lines];
}

const reasonItems = ({ results }: SubjectReport, standing: Standing): string[] =>
  groupByReason(results, standing).map(
    ({ reason, check_ids }) =>
      `${reason}: ${check_ids.length > 1 ? `${check_ids.length} checks, ` : ""}${check_ids.join(", ")}`,
  );

const baselineItems = ({ results }: SubjectReport, standing: Standing): string[] =>
  results.flatMap((result) =>
    result.baseline === undefined || standingOf(result) !== standing
      ? []
      : [`${result.check_id}: ${baselineSentence(result.baseline)}`],
  );
