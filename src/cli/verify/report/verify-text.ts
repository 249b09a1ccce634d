/** A verification as text: one line for each gate, and below it what keeps it from passing. */
import type { GateResult } from "../../../contracts/deploy/gate-run.ts";
import { type Palette, PLAIN_PALETTE } from "../../../internal/report-text/palette.ts";
import { printable } from "../../../internal/report-text/printable-text.ts";
import {
  figureWords,
  readinessSentence,
  STATUS_WORDS,
  VERDICT_WORDS,
  type VerifyReport,
  verifySentence,
} from "./verify-words.ts";

/** Violations of one gate that are shown. */
const LISTED = 10;

/** The report as text, with a line feed at the end. */
export function renderVerifyText({ outcome }: VerifyReport, palette: Palette = PLAIN_PALETTE): string {
  const { verdict, run, readiness, optional } = outcome;
  const width = Math.max(...run.results.map(({ gate_id }) => gate_id.length));
  const paint = verdict === "pass" ? palette.pass : verdict === "inconclusive" ? palette.warn : palette.fail;
  const lines = run.results.flatMap((result) => {
    const word = `${STATUS_WORDS[result.status]}${optional.has(result.gate_id) ? " (told only)" : ""}`;
    const line = `  ${result.gate_id.padEnd(width)}  ${paintOf(result, palette)(word)}  ${palette.dim(figureWords(result))}`;
    return [line.trimEnd(), ...violationLines(result)];
  });
  return `${paint(VERDICT_WORDS[verdict])}  ${verifySentence(outcome)}
${lines.join("\n")}
${printable(readinessSentence(readiness))}
`;
}

function paintOf({ status }: GateResult, palette: Palette) {
  if (status === "pass") return palette.pass;
  return status === "fail" ? palette.fail : status === "not_observed" ? palette.dim : palette.warn;
}

function violationLines({ violations }: GateResult): string[] {
  const shown = violations.slice(0, LISTED).flatMap(({ code, message }) => {
    const [first = "", ...rest] = message.split("\n").map((line) => printable(line));
    return [`    ${code}: ${first}`, ...rest.map((line) => `      ${line}`)];
  });
  const more = violations.length - LISTED;
  return more > 0 ? [...shown, `    and ${more} more`] : shown;
}
