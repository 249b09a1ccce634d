/** The result of a trace check as annotations, with the verdict as plain text at the end. */
import { printable } from "../../internal/report-text/printable-text.ts";
import { STDIN_NAME } from "../input/input-path.ts";
import { lineOf, type TraceRun, textOf, traceVerdict } from "../trace/trace-run.ts";
import { annotation } from "./github-commands.ts";
import { inCommandWords, refCells, traceSentence, whereOf } from "./trace-words.ts";

/** The runner shows ten annotations a step and keeps no more than fifty. */
const LISTED = 50;

/** The result as workflow commands, with a line feed at the end. */
export function renderTraceGithub(run: TraceRun): string {
  const { name, result } = run;
  const at = (line: number, column?: number) => (name === STDIN_NAME ? {} : { file: name, line, column });
  const unreadable = result.unreadable_lines.flatMap(({ line, diagnostics }) =>
    diagnostics.map(({ rule, message, column }) =>
      annotation({ level: "error", title: rule, message: printable(message), ...at(line, column) }),
    ),
  );
  const violations = result.violations.map((violation) => {
    const { id, message, window, hint } = violation;
    const lines = [
      message,
      textOf(run, id),
      whereOf(violation),
      ...window.map((ref) => refCells(ref).join("  ")),
      ...(hint === undefined ? [] : [inCommandWords(hint)]),
    ];
    const text = lines.map((line) => printable(line)).join("\n");
    return annotation({ level: "error", title: id, message: text, ...at(lineOf(violation)) });
  });
  const incomplete = result.incomplete_turns.map(({ last, message }) =>
    annotation({
      level: "notice",
      title: "Incomplete turn",
      message: printable(message),
      ...at(lineOf(last)),
    }),
  );
  const lines = [
    ...[...unreadable, ...violations].slice(0, LISTED),
    ...incomplete.slice(0, LISTED),
    `${traceVerdict(run).toUpperCase()}  ${traceSentence(run)}`,
    ...result.not_evaluated.map(({ id, reason }) => `  ${id} not evaluated: ${inCommandWords(reason)}`),
  ];
  return `${lines.join("\n")}\n`;
}
