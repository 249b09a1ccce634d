/** A verification as annotations of GitHub Actions, with the text report at the end. */
import type { GateResult } from "../../../contracts/deploy/gate-run.ts";
import { printable } from "../../../internal/report-text/printable-text.ts";
import { annotation } from "../../report/github-commands.ts";
import { renderVerifyText } from "./verify-text.ts";
import type { VerifyReport } from "./verify-words.ts";

/** The report as workflow commands, with a line feed at the end. */
export function renderVerifyGithub(report: VerifyReport): string {
  const { run, optional } = report.outcome;
  const commands = run.results.flatMap((result) =>
    result.violations.map((violation) => command(result, violation, optional.has(result.gate_id))),
  );
  return `${commands.map((line) => `${line}\n`).join("")}${renderVerifyText(report)}`;
}

function command(
  { gate_id }: GateResult,
  { code, message }: GateResult["violations"][number],
  isOptional: boolean,
): string {
  // Findings about a file begin with its place, which makes them annotations on its lines.
  const [, file, line, column] = /^([^\n:]+):(\d+):(\d+): /.exec(message) ?? [];
  return annotation({
    level: isOptional ? "warning" : "error",
    title: `${gate_id}: ${code}`,
    message: printable(message, { keepLines: true }),
    ...(file !== undefined && { file, line: Number(line), column: Number(column) }),
  });
}
