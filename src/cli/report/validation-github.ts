/** The result of a validation as annotations, with the verdict as plain text at the end. */
import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import { printable } from "../../internal/report-text/printable-text.ts";
import { STDIN_NAME } from "../input/input-path.ts";
import type { FileOutcome, Finding } from "../validation/file-outcome.ts";
import { summarize, type ValidationRun } from "../validation/validation-summary.ts";
import { comparison } from "./finding-lines.ts";
import { annotation } from "./github-commands.ts";
import { fixtureSentence, kindWords, validationSentence, validationVerdict } from "./validation-words.ts";

/** The result as workflow commands, with a line feed at the end. */
export function renderValidationGithub(run: ValidationRun): string {
  const summary = summarize(run);
  const sentence = fixtureSentence(run);
  const lines = [
    ...(sentence === undefined ? [] : [sentence]),
    ...run.files.flatMap(fileCommands),
    `${validationVerdict(summary).toUpperCase()}  ${validationSentence(run, summary)}`,
    ...summary.kinds.map((kind) => `  ${kind.kind}: ${kindWords(kind)}`),
  ];
  return `${lines.join("\n")}\n`;
}

function fileCommands(file: FileOutcome): string[] {
  const { name, unreadable, findings, warnings } = file;
  const commands = [...findings, ...warnings].flatMap((finding) => {
    return finding.diagnostics.map((diagnostic) => command(file, finding, diagnostic));
  });
  if (unreadable !== undefined) {
    const message = [unreadable.message, unreadable.hint].filter((part) => part !== undefined).join("\n");
    commands.push(
      annotation({
        level: "error",
        title: "Unreadable input",
        message: printable(message, { keepLines: true }),
        file: name,
      }),
    );
  }
  return commands;
}

function command({ name }: FileOutcome, { kind }: Finding, diagnostic: Diagnostic): string {
  const { rule, severity, path, message, hint, line, column } = diagnostic;
  const lines = [
    message,
    ...comparison(diagnostic),
    ...(path === "" ? [] : [`at ${path}`]),
    ...(hint === undefined ? [] : [hint]),
  ];
  return annotation({
    level: severity,
    title: kind === undefined ? rule : `${rule} ${kind}`,
    message: lines.map((text) => printable(text)).join("\n"),
    ...(name !== STDIN_NAME && { file: name, line, column }),
  });
}
