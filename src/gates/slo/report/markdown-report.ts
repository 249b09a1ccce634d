/**
 * The gate report as GitHub Markdown, for step summaries and pull request comments. It stays far below
 * the size that GitHub cuts at: lists are capped and say how much they leave out.
 */

import { markdownCode, markdownText } from "../../../internal/report-text/markdown-text.ts";
import { shortened } from "../../../internal/report-text/printable-text.ts";
import type { ProfileJudgement } from "../profile/gate-profile-report.ts";
import type { MvpSloGateValue, MvpSloViolation } from "../slo-report.ts";
import {
  breaksLimit,
  formatCount,
  formatFigure,
  formatLimitSign,
  formatShare,
  gateTitle,
  STATUS_WORDS,
} from "./format-figure.ts";
import { type GateReportInput, type IncompleteTurn, titleOf } from "./gate-report-input.ts";
import { GATE_SOURCES } from "./gate-source.ts";
import { VERDICT_WORDS } from "./gate-verdict.ts";
import { codeWords, groupViolations, type ViolationGroup, violationTotal } from "./group-violations.ts";
import { intervalWords, strengthOf } from "./profile/figure-words.ts";
import { profileBlocks } from "./profile/profile-markdown.ts";
import { runSentence, runVerdict } from "./profile/run-verdict.ts";
import { type ShownGate, shownGates } from "./profile/shown-gate.ts";
import { sampleSentence } from "./sample-words.ts";
import type { ShownStatus } from "./shown-status.ts";

const LISTED_PER_CODE = 20;
const VERDICT_MARKS = { pass: "✓", fail: "✗", inconclusive: "?" } as const;
const STATUS_MARKS: Readonly<Record<ShownStatus, string>> = {
  pass: "✓",
  fail: "✗",
  not_observed: "–",
  not_evaluated: "?",
  inconclusive: "?",
  warn: "!",
  off: "–",
};

/** The report as Markdown, with a line feed at the end. */
export function renderMvpSloMarkdown(input: GateReportInput): string {
  const { report, source, generatedAt, incomplete = [] } = input;
  const verdict = runVerdict(input);
  const origin = [source, generatedAt].filter((part) => part !== undefined);
  const anchor = report.end_to_end_anchor;
  const sample = sampleSentence(input);
  const counts = [
    `${formatCount(report.samples)} turns`,
    `${formatCount(report.accepted_turns)} accepted`,
    `${formatCount(report.happy_path_turns)} happy path`,
    `${formatCount(report.cancel_observed_turns)} with a cancel`,
    ...(anchor === undefined ? [] : [`end to end measured to ${anchor}`]),
  ];
  const blocks = [
    `## ${VERDICT_MARKS[verdict]} ${markdownText(titleOf(input))}: ${VERDICT_WORDS[verdict].toLowerCase()}`,
    `**${runSentence(input)}**${origin.map((part) => ` · ${markdownText(shortened(part, 200))}`).join("")}`,
    counts.join(" · "),
    ...(sample === undefined ? [] : [sample]),
    gateTable(input),
    ...profileBlocks(input),
  ];
  if (report.violations.length > 0) {
    const body = groupViolations(input).map(groupBlock);
    const omitted = report.omitted_violations;
    if (omitted !== undefined) body.push(`${formatCount(omitted)} more were counted but not kept`);
    blocks.push(
      details(
        `Violations${input.profile?.mode === "strict" ? " by the plain rule" : ""} (${formatCount(violationTotal(report))})`,
        body,
        verdict === "fail",
      ),
    );
  }
  if (incomplete.length > 0) {
    blocks.push(
      details(`Incomplete evidence (${formatCount(incomplete.length)})`, [incompleteBlock(incomplete)]),
    );
  }
  return `${blocks.join("\n\n")}\n`;
}

function gateTable(input: GateReportInput): string {
  const { profile } = input;
  const rows = shownGates(input).map((gate) => {
    const { gate_id, status, values, covered_turns } = gate;
    const observed = values.map((value) => {
      const figure =
        value.observed === undefined ? "–" : markdownText(formatFigure(value.observed, value.unit));
      return `${value.name} ${breaksLimit(value) ? `**${figure}**` : figure}`;
    });
    const cells = [
      `${STATUS_MARKS[status]} ${STATUS_WORDS[status]}`,
      `**${gate_id}** ${markdownText(gateTitle(gate))} (${markdownText(GATE_SOURCES[gate_id])})`,
      observed.join("<br>"),
      values.map(formatLimitSign).join("<br>"),
      ...(profile === undefined
        ? []
        : [values.map((value) => intervalOf(profile, gate, value)).join("<br>")]),
      formatCount(covered_turns),
      worstTurns(gate),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const interval = profile === undefined ? "" : ` At ${formatShare(profile.confidence)} |`;
  const head = `| Status | Gate | Observed | Limit |${interval} Turns | Worst turns |`;
  const line = `| :--- | :--- | ---: | ---: |${profile === undefined ? "" : " ---: |"} ---: | :--- |`;
  return [head, line, ...rows].join("\n");
}

function intervalOf(profile: ProfileJudgement, gate: ShownGate, value: MvpSloGateValue): string {
  const strength = strengthOf(profile, { ...value, gate_id: gate.gate_id });
  return strength === undefined ? "" : intervalWords(strength);
}

function worstTurns({ worst, values }: ShownGate): string {
  const isLatency = values[0]?.unit === "ms";
  const shown = worst.slice(0, 3).map(({ turn_id, observed }) => {
    const id = markdownCode(shortened(turn_id, 40));
    return isLatency ? `${id} ${formatFigure(observed, "ms")}` : id;
  });
  return shown.join(", ");
}

/** GitHub renders Markdown inside HTML only after a blank line. */
function details(summary: string, blocks: readonly string[], open = false): string {
  return `<details${open ? " open" : ""}><summary>${summary}</summary>\n\n${blocks.join("\n\n")}\n\n</details>`;
}

function groupBlock({ code, gate_id, violations, total }: ViolationGroup): string {
  const count = total > 1 ? ` (${formatCount(total)})` : "";
  const lines = violations.slice(0, LISTED_PER_CODE).map((violation) => `- ${violationText(violation)}`);
  const rest = total - lines.length;
  if (rest > 0) lines.push(`- and ${formatCount(rest)} more`);
  return [`**${gate_id ?? "Run"} ${codeWords(code)}**${count}`, "", ...lines].join("\n");
}

function violationText({ turn_id, message }: MvpSloViolation): string {
  const text = markdownText(shortened(message, 300));
  if (turn_id === undefined || message.includes(turn_id)) return text;
  return `${markdownCode(shortened(turn_id, 80))}: ${text}`;
}

function incompleteBlock(incomplete: readonly IncompleteTurn[]): string {
  const lines = incomplete.slice(0, LISTED_PER_CODE).map(({ turn_id, diagnostics }) => {
    const reasons = diagnostics
      .slice(0, 3)
      .map(({ rule, message }) => `${rule} ${markdownText(shortened(message, 200))}`);
    if (diagnostics.length > 3) reasons.push(`and ${diagnostics.length - 3} more`);
    return `- ${markdownCode(shortened(turn_id, 80))}: ${reasons.join("; ")}`;
  });
  const rest = incomplete.length - lines.length;
  if (rest > 0) lines.push(`- and ${formatCount(rest)} more`);
  return lines.join("\n");
}
