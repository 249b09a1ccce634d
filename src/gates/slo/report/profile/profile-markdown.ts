/** What a profile adds to the Markdown report. */
import { markdownCode, markdownText } from "../../../../internal/report-text/markdown-text.ts";
import { shortened } from "../../../../internal/report-text/printable-text.ts";
import { formatCount } from "../format-figure.ts";
import type { GateReportInput, JudgedComparison } from "../gate-report-input.ts";
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

/** Blocks for the report, each without a line feed at its end. */
export function profileBlocks(input: GateReportInput): string[] {
  return [...findingBlock(input), ...segmentBlock(input), ...regressionBlock(input.regression)];
}

function findingBlock({ profile, malformed }: GateReportInput): string[] {
  const own = toldFindings({ profile });
  const lines = own.slice(0, MOST_FINDINGS).map((finding) => {
    return `- **${findingWord(finding)}** ${markdownText(finding.message)}`;
  });
  if (own.length > lines.length) lines.push(`- and ${formatCount(own.length - lines.length)} more`);
  if (malformed !== undefined && malformed.count > 0) {
    lines.push(
      `- ${formatCount(malformed.count)} ${malformed.count === 1 ? "line" : "lines"} could not be read (${formatCount(malformed.allowed)} allowed)`,
    );
  }
  return lines.length === 0 ? [] : [lines.join("\n")];
}

function segmentBlock(input: GateReportInput): string[] {
  const { rows, left } = matrixRows(input);
  const [first] = rows;
  if (first === undefined) return [];
  const head = `| Segment | Turns | ${first.cells.map(({ gate_id }) => gate_id).join(" | ")} |`;
  const line = `| :--- | ---: | ${first.cells.map(() => "---:").join(" | ")} |`;
  const body = rows.map(({ name, turns, verdict, cells }) => {
    const texts = cells.map(({ status, figure }) => {
      const text = markdownText(figure);
      return `${status === "fail" ? `**${text}**` : text} ${STATUS_SIGNS[status]}`;
    });
    return `| ${STATUS_SIGNS[verdict]} ${markdownText(shortened(name, 80))} | ${formatCount(turns)} | ${texts.join(" | ")} |`;
  });
  const more = left > 0 ? [`and ${formatCount(left)} more segments`] : [];
  return ["### Segments", [head, line, ...body].join("\n"), ...more];
}

function regressionBlock(regression: JudgedComparison | undefined): string[] {
  if (regression === undefined) return [];
  const { comparison, level } = regression;
  const { told, quiet } = toldComparisons(comparison);
  const rows = told.map((one) => {
    const mark = { better: "✓ better", same: "✓ same", worse: "✗ **worse**", inconclusive: "? undecided" };
    const cells = [
      mark[one.verdict],
      markdownText(shortened(comparedWords(one), 80)),
      milliseconds(one.baseline_ms),
      milliseconds(one.candidate_ms),
      changeWords(one),
      boundWords(one),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const worst = comparison.worst
    .filter(({ segment, turns }) => segment === undefined && turns.length > 0)
    .map(({ series, turns }) => {
      const named = turns.slice(0, 3).map(({ turn_id, candidate_ms, delta_ms }) => {
        const by = delta_ms === undefined ? "" : ` (+${formatCount(delta_ms)} ms)`;
        return `${markdownCode(shortened(turn_id, 40))} ${formatCount(candidate_ms)} ms${by}`;
      });
      return `- slowest in ${seriesWords(series)}: ${named.join(", ")}`;
    });
  const notes = [`${methodWords(comparison)}${level === "error" ? "" : `; at level ${level}`}`];
  if (quiet > 0) notes.push(`${formatCount(quiet)} comparisons of segments are the same or cannot be told`);
  return [
    "### Against the baseline",
    [
      "| | Figure | Baseline | Candidate | Change | Between (ms) |",
      "| :--- | :--- | ---: | ---: | ---: | ---: |",
      ...rows,
    ].join("\n"),
    notes.map((note) => `<sub>${note}</sub>`).join("<br>"),
    ...(worst.length > 0 ? [worst.join("\n")] : []),
  ];
}
