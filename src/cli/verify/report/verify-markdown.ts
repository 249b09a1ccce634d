/** A verification as Markdown, for step summaries and pull requests; it links to the reports beside it. */
import type { GateResult } from "../../../contracts/deploy/gate-run.ts";
import { markdownCode, markdownText } from "../../../internal/report-text/markdown-text.ts";
import { shortened } from "../../../internal/report-text/printable-text.ts";
import { SHOWN_DIGITS } from "../verified-artifacts.ts";
import {
  figureWords,
  readinessSentence,
  STATUS_WORDS,
  VERDICT_WORDS,
  type VerifyReport,
  verifySentence,
} from "./verify-words.ts";

const LISTED = 20;
const MARKS = { pass: "✓", fail: "✗", inconclusive: "?", unreadable: "✗" } as const;
const GATE_MARKS = { pass: "✓", fail: "✗", not_observed: "–", not_evaluated: "?" } as const;

/** The report as Markdown, with a line feed at the end. */
export function renderVerifyMarkdown({ outcome, written }: VerifyReport): string {
  const { verdict, run, readiness, optional } = outcome;
  const rows = run.results.map((result) => {
    const told = optional.has(result.gate_id) ? " (told only)" : "";
    const status = `${GATE_MARKS[result.status]} ${STATUS_WORDS[result.status]}${told}`;
    return `| ${markdownCode(result.gate_id)} | ${status} | ${markdownText(figureWords(result))} |`;
  });
  const open = run.results.filter(({ violations }) => violations.length > 0);
  const files = written.map(
    ({ file, title, sha256 }) => `| [${title}](${file}) | ${markdownCode(sha256.slice(0, SHOWN_DIGITS))} |`,
  );
  const blocks = [
    `## ${MARKS[verdict]} Verify ${run.profile}: ${VERDICT_WORDS[verdict].toLowerCase()}`,
    `**${markdownText(verifySentence(outcome))}** · ${run.started_at}`,
    ["| Gate | Status | |", "| :--- | :--- | :--- |", ...rows].join("\n"),
    ...open.map(gateBlock),
    markdownText(readinessSentence(readiness)),
    ["| Report | SHA-256 |", "| :--- | :--- |", ...files].join("\n"),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function gateBlock({ gate_id, violations }: GateResult): string {
  const lines = violations
    .slice(0, LISTED)
    .map(
      ({ code, message }) => `- **${code}** ${markdownText(shortened(message.replaceAll("\n", " "), 400))}`,
    );
  const rest = violations.length - lines.length;
  if (rest > 0) lines.push(`- and ${rest} more`);
  const summary = `${markdownCode(gate_id)} (${violations.length})`;
  return `<details open><summary>${summary}</summary>\n\n${lines.join("\n")}\n\n</details>`;
}
