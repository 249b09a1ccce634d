/** The result of a trace check as text: each violation with its timeline, then the verdict and what it rests on. */
import { formatCount } from "../../gates/slo/report/format-figure.ts";
import { alignColumns } from "../../internal/report-text/align-columns.ts";
import { type Palette, PLAIN_PALETTE } from "../../internal/report-text/palette.ts";
import { printable } from "../../internal/report-text/printable-text.ts";
import type { TraceViolation } from "../../trace/result/trace-result.ts";
import { lineOf, type TraceRun, textOf, traceVerdict } from "../trace/trace-run.ts";
import { diagnosticLines } from "./finding-lines.ts";
import { inCommandWords, refCells, traceSentence, whereOf } from "./trace-words.ts";

/** Most violations, lines and turns that are told one by one. */
const LISTED = 100;

/** The result as text, with a line feed at the end. */
export function renderTraceText(run: TraceRun, palette: Palette = PLAIN_PALETTE): string {
  const { name, result } = run;
  const { violations, unreadable_lines, summary } = result;
  const rest = (shown: number, all: number, what: string) =>
    all > shown ? [[palette.dim(`... and ${formatCount(all - shown)} more ${what}`)]] : [];
  const listed = violations.slice(0, LISTED);
  const unreadable = unreadable_lines.slice(0, LISTED);
  const blocks = [
    ...unreadable.map(({ diagnostics }) =>
      diagnostics.flatMap((one) => diagnosticLines(one, { name, kind: undefined, palette })),
    ),
    ...rest(unreadable.length, summary.unreadable_events, "lines that cannot be judged"),
    ...listed.map((violation) => violationLines(violation, run, palette)),
    ...rest(listed.length, summary.violations, "violations"),
    incompleteLines(run, palette),
    evaluatedLines(run, palette),
    notEvaluatedLines(run, palette),
    summary.notes.length > 0 && ["Notes", ...summary.notes.map((note) => `  ${printable(note)}`)],
    [verdictLine(run, palette)],
  ];
  const shown = blocks.filter((lines): lines is string[] => lines !== false && lines.length > 0);
  return `${shown.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function verdictLine(run: TraceRun, palette: Palette): string {
  const verdict = traceVerdict(run);
  const paint = { passed: palette.pass, failed: palette.fail, inconclusive: palette.warn }[verdict];
  return `${paint(verdict.toUpperCase())}  ${traceSentence(run)}`;
}

function violationLines(violation: TraceViolation, run: TraceRun, palette: Palette): string[] {
  const { id, message, window, expected, received, hint, source } = violation;
  const timeline = alignColumns(
    window.map((ref) => {
      const isOffending = ref.event_index === violation.event_index;
      const style = isOffending ? palette.fail : palette.dim;
      const cells = refCells(ref).map((text) => ({ text, style }));
      return [{ text: isOffending ? "  >" : "   ", style }, ...cells];
    }),
  );
  return [
    `${palette.strong(`${run.name}:${lineOf(violation)}`)}  ${palette.fail(id)}  ${textOf(run, id)}`,
    `  ${printable(message)}`,
    palette.dim(`  in ${whereOf(violation)}`),
    ...timeline,
    `  expected  ${printable(expected)}`,
    `  received  ${printable(received)}`,
    ...(hint === undefined ? [] : [palette.dim(`  ${inCommandWords(hint)}`)]),
    palette.dim(`  ${source}`),
  ];
}

function incompleteLines({ name, result }: TraceRun, palette: Palette): string[] {
  const { incomplete_turns: turns, summary } = result;
  if (turns.length === 0) return [];
  const listed = turns.slice(0, LISTED);
  const lines = listed.map(({ last, message }) => `  ${name}:${lineOf(last)}  ${printable(message)}`);
  const rest = summary.incomplete_turns - listed.length;
  return [
    palette.warn("Incomplete turns"),
    ...lines,
    ...(rest > 0 ? [palette.dim(`  ... and ${formatCount(rest)} more`)] : []),
  ];
}

function evaluatedLines(run: TraceRun, palette: Palette): string[] {
  const rows = run.result.summary.invariants.filter(({ checked }) => checked > 0);
  if (rows.length === 0) return [];
  const cells = rows.map(({ id, checked, violations, unknown }) => [
    { text: `  ${id}`, style: violations > 0 ? palette.fail : palette.pass },
    { text: `${formatCount(checked)} checked`, align: "right" as const },
    { text: violations > 0 ? `${formatCount(violations)} broken` : "", align: "right" as const },
    { text: unknown > 0 ? `${formatCount(unknown)} without evidence` : "", style: palette.dim },
  ]);
  return ["Evaluated", ...alignColumns(cells)];
}

function notEvaluatedLines({ result }: TraceRun, palette: Palette): string[] {
  if (result.not_evaluated.length === 0) return [];
  const cells = result.not_evaluated.map(({ id, reason }) => [
    { text: `  ${id}`, style: palette.warn },
    { text: inCommandWords(reason), style: palette.dim },
  ]);
  return ["Not evaluated", ...alignColumns(cells)];
}
