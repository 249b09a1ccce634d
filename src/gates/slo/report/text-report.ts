/** The gate report as text for a terminal or a log: verdict, gates, violations, verdict again. */

import { alignColumns, type Cell } from "../../../internal/report-text/align-columns.ts";
import { type Palette, PLAIN_PALETTE } from "../../../internal/report-text/palette.ts";
import { printable, shortened } from "../../../internal/report-text/printable-text.ts";
import type { ProfileJudgement } from "../profile/gate-profile-report.ts";
import type { MvpSloGateValue, MvpSloViolation } from "../slo-report.ts";
import {
  breaksLimit,
  formatCount,
  formatFigure,
  formatLimit,
  formatShare,
  gateTitle,
} from "./format-figure.ts";
import { type GateReportInput, titleOf } from "./gate-report-input.ts";
import { VERDICT_WORDS } from "./gate-verdict.ts";
import { codeWords, groupViolations, type ViolationGroup, violationTotal } from "./group-violations.ts";
import { intervalWords, strengthOf } from "./profile/figure-words.ts";
import { profileLines } from "./profile/profile-text.ts";
import { runSentence, runVerdict } from "./profile/run-verdict.ts";
import { type ShownGate, shownGates } from "./profile/shown-gate.ts";
import { sampleSentence } from "./sample-words.ts";
import type { ShownStatus } from "./shown-status.ts";

/** How to write the text. */
export interface TextReportOptions {
  readonly palette?: Palette;
  /** Most violations listed of each code; the rest is counted. 5 unless set. */
  readonly violationsPerCode?: number;
}

/** The report as text, with a line feed at the end. */
export function renderMvpSloText(input: GateReportInput, options: TextReportOptions = {}): string {
  const { report, source, generatedAt, incomplete = [], profile } = input;
  const palette = options.palette ?? PLAIN_PALETTE;
  const perCode = options.violationsPerCode ?? 5;
  const verdict = verdictLine(input, palette);
  const sample = sampleSentence(input);
  const heading = [titleOf(input), ...(source === undefined ? [] : [source])].map((part) => printable(part));
  const run = [runLine(input), ...(sample === undefined ? [] : [sample])].map((line) => palette.dim(line));
  const lines = [palette.strong(heading.join(": ")), verdict, ...run, ""];
  if (generatedAt !== undefined) lines.splice(lines.length - 1, 0, palette.dim(printable(generatedAt)));

  lines.push(...gateTable(input, palette), ...profileLines(input, palette));
  if (report.violations.length > 0) {
    lines.push(
      "",
      palette.strong(
        `Violations${profile?.mode === "strict" ? " by the plain rule" : ""} (${formatCount(violationTotal(report))})`,
      ),
    );
    for (const group of groupViolations(input)) lines.push(...groupLines(group, perCode, palette));
    if (report.omitted_violations !== undefined) {
      lines.push(palette.dim(`  ${formatCount(report.omitted_violations)} more were counted but not kept`));
    }
  }
  if (incomplete.length > 0) {
    lines.push("", palette.strong(`Incomplete evidence (${countOf(incomplete.length, "turn")})`));
    for (const { turn_id, diagnostics } of incomplete.slice(0, perCode)) {
      const [first] = diagnostics;
      const more = diagnostics.length > 1 ? palette.dim(` and ${diagnostics.length - 1} more`) : "";
      const reason = first === undefined ? "incomplete" : `${first.rule} ${printable(first.message)}`;
      lines.push(`  turn ${shortened(turn_id, 40)}: ${reason}${more}`);
    }
    lines.push(...restLine(incomplete.length - perCode, palette));
  }
  if (lines.length > 16) lines.push("", verdict);
  return `${lines.join("\n")}\n`;
}

function verdictLine(input: GateReportInput, palette: Palette): string {
  const verdict = runVerdict(input);
  const paint = { pass: palette.pass, fail: palette.fail, inconclusive: palette.warn }[verdict];
  return `${paint(VERDICT_WORDS[verdict].toUpperCase())}  ${runSentence(input)}`;
}

function runLine({ report }: GateReportInput): string {
  const { samples, accepted_turns, happy_path_turns, cancel_observed_turns, end_to_end_anchor } = report;
  const parts = [
    countOf(samples, "turn"),
    `${formatCount(accepted_turns)} accepted`,
    `${formatCount(happy_path_turns)} happy path`,
    `${formatCount(cancel_observed_turns)} with a cancel`,
  ];
  if (end_to_end_anchor !== undefined) parts.push(`end to end measured to ${end_to_end_anchor}`);
  return parts.join(", ");
}

function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function gateTable(input: GateReportInput, palette: Palette): string[] {
  const { profile } = input;
  const interval = profile === undefined ? [] : [`At ${formatShare(profile.confidence)}`];
  const head = ["Gate", "", "Status", "", "Observed", "Limit", ...interval, "Turns", "Worst turns"];
  const rows: Cell[][] = [
    head.map((text, column) => ({
      text,
      style: palette.dim,
      ...(column >= 4 && column < head.length - 1 && right),
    })),
  ];
  for (const gate of shownGates(input)) rows.push(...gateRows(gate, input, palette));
  return alignColumns(rows);
}

const right = { align: "right" } as const;

const SHORT_STATUS: Readonly<Record<ShownStatus, string>> = {
  pass: "pass",
  fail: "FAIL",
  not_observed: "not observed",
  not_evaluated: "not evaluated",
  inconclusive: "undecided",
  warn: "warning",
  off: "off",
};

function gateRows(gate: ShownGate, { profile }: GateReportInput, palette: Palette): Cell[][] {
  const { gate_id, status, values, covered_turns } = gate;
  const paint = status === "pass" ? palette.pass : status === "fail" ? palette.fail : palette.warn;
  return values.map((value, index) => {
    const isFirst = index === 0;
    const observed = value.observed === undefined ? "-" : formatFigure(value.observed, value.unit);
    return [
      { text: isFirst ? gate_id : "", style: palette.strong },
      { text: isFirst ? gateTitle(gate) : "" },
      { text: isFirst ? SHORT_STATUS[status] : "", style: paint },
      { text: value.name, style: palette.dim },
      { text: observed, ...right, ...(breaksLimit(value) && { style: palette.fail }) },
      { text: formatLimit(value), ...right },
      ...(profile === undefined ? [] : [{ text: intervalOf(profile, gate, value), ...right }]),
      { text: isFirst ? formatCount(covered_turns) : "", ...right },
      { text: isFirst ? worstTurns(gate) : "", style: palette.dim },
    ];
  });
}

function intervalOf(profile: ProfileJudgement, gate: ShownGate, value: MvpSloGateValue): string {
  const strength = strengthOf(profile, { ...value, gate_id: gate.gate_id });
  return strength === undefined ? "" : intervalWords(strength);
}

function worstTurns({ worst, values }: ShownGate): string {
  const unit = values[0]?.unit;
  const shown = worst.slice(0, 2).map(({ turn_id, observed }) => {
    const id = shortened(turn_id, 20);
    return unit === "ms" ? `${id} ${formatFigure(observed, unit)}` : id;
  });
  if (worst.length > shown.length) shown.push("...");
  return shown.join(", ");
}

function groupLines(group: ViolationGroup, perCode: number, palette: Palette): string[] {
  const { code, gate_id, violations, total } = group;
  const count = total > 1 ? ` (${formatCount(total)})` : "";
  const lines = [`  ${palette.fail(gate_id ?? "run")} ${codeWords(code)}${palette.dim(count)}`];
  for (const violation of violations.slice(0, perCode)) lines.push(`    ${violationLine(violation)}`);
  return [...lines, ...restLine(total - perCode, palette, "    ")];
}

/** The message names the turn; an evaluator that leaves it out must not leave the reader without it. */
function violationLine({ turn_id, message }: MvpSloViolation): string {
  const isNamed = turn_id === undefined || message.includes(turn_id);
  return printable(isNamed ? message : `Turn "${shortened(turn_id, 60)}": ${message}`);
}

function restLine(rest: number, palette: Palette, indent = "  "): string[] {
  return rest > 0 ? [palette.dim(`${indent}... and ${formatCount(rest)} more`)] : [];
}
