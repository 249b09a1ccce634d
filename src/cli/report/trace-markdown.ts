/** The result of a trace check as GitHub Markdown; lists are capped and say how much they leave out. */
import { formatCount } from "../../gates/slo/report/format-figure.ts";
import { markdownCode, markdownText } from "../../internal/report-text/markdown-text.ts";
import { shortened } from "../../internal/report-text/printable-text.ts";
import type { TraceViolation } from "../../trace/result/trace-result.ts";
import { lineOf, type TraceRun, textOf, traceVerdict } from "../trace/trace-run.ts";
import { inCommandWords, refCells, traceSentence } from "./trace-words.ts";

const LISTED = 20;
const MARKS = { passed: "✓", failed: "✗", inconclusive: "?" } as const;

/** The result as Markdown, with a line feed at the end. */
export function renderTraceMarkdown(run: TraceRun): string {
  const { violations, unreadable_lines, incomplete_turns, not_evaluated, summary } = run.result;
  const verdict = traceVerdict(run);
  const blocks = [
    `## ${MARKS[verdict]} Trace ${markdownCode(shortened(run.name, 200))}: ${verdict}`,
    `**${traceSentence(run)}**`,
    ...violations.slice(0, LISTED).map((one) => violationBlock(one, run)),
    ...more(Math.min(LISTED, violations.length), summary.violations, "violations"),
    list(
      "Lines that cannot be judged",
      unreadable_lines.slice(0, LISTED).map(({ line, diagnostics }) => {
        const [first] = diagnostics;
        return `line ${line}: ${markdownText(shortened(first?.message ?? "", 300))}`;
      }),
    ),
    list(
      "Incomplete turns",
      incomplete_turns.slice(0, LISTED).map(({ message }) => markdownText(shortened(message, 300))),
    ),
    evaluatedTable(run),
    list(
      "Not evaluated",
      not_evaluated.map(({ id, reason }) => `${id}: ${markdownText(inCommandWords(reason))}`),
    ),
    list("Notes", summary.notes.map(markdownText)),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

const more = (shown: number, all: number, what: string): string[] =>
  all > shown ? [`and ${formatCount(all - shown)} more ${what}`] : [];

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  const body = items.map((item) => `- ${item}`).join("\n");
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

function violationBlock(violation: TraceViolation, run: TraceRun): string {
  const { id, message, window, event_index } = violation;
  const rows = window.map((ref) => {
    const cells = refCells(ref).map((cell) => markdownText(shortened(cell, 80)));
    return `| ${ref.event_index === event_index ? "▶" : ""} | ${cells.join(" | ")} |`;
  });
  return [
    `**${id}** at line ${lineOf(violation)}: ${markdownText(shortened(message, 300))}  `,
    `${markdownText(textOf(run, id))}`,
    "",
    "| | Line | Sequence | Time | Event | Id |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function evaluatedTable({ result }: TraceRun): string {
  const rows = result.summary.invariants.filter(({ checked }) => checked > 0);
  if (rows.length === 0) return "";
  const cells = rows.map(({ id, checked, violations, unknown }) => {
    const figures = [checked, violations, unknown].map(formatCount).join(" | ");
    return `| ${violations > 0 ? "✗" : "✓"} ${id} | ${figures} |`;
  });
  const head = "| Invariant | Checked | Violations | Without evidence |";
  return [head, "| :--- | ---: | ---: | ---: |", ...cells].join("\n");
}
