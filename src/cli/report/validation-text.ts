/** The result of a validation as text: what is wrong where, then the verdict with counts by kind. */

import { formatCount } from "../../gates/slo/report/format-figure.ts";
import { alignColumns } from "../../internal/report-text/align-columns.ts";
import { type Palette, PLAIN_PALETTE } from "../../internal/report-text/palette.ts";
import { printable } from "../../internal/report-text/printable-text.ts";
import type { FileOutcome } from "../validation/file-outcome.ts";
import { summarize, type ValidationRun } from "../validation/validation-summary.ts";
import { findingLines } from "./finding-lines.ts";
import { fixtureSentence, kindWords, validationSentence, validationVerdict } from "./validation-words.ts";

/** Most fixtures that are named one by one. */
const LISTED_FIXTURES = 200;

/** The result as text, with a line feed at the end. */
export function renderValidationText(run: ValidationRun, palette: Palette = PLAIN_PALETTE): string {
  const summary = summarize(run);
  const verdict = validationVerdict(summary);
  const paint =
    verdict === "passed" ? palette.pass : verdict === "inconclusive" ? palette.warn : palette.fail;
  const blocks = [
    fixtureLines(run, palette),
    ...run.files.map((file) => fileLines(file, palette)),
    [
      `${paint(verdict.toUpperCase())}  ${validationSentence(run, summary)}`,
      ...alignColumns(
        summary.kinds.map((kind) => [
          { text: `  ${kind.kind === "unknown" ? "(unknown kind)" : kind.kind}` },
          { text: kindWords(kind), style: palette.dim },
        ]),
      ),
    ],
  ];
  const texts = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${texts.join("\n\n")}\n`;
}

function fixtureLines(run: ValidationRun, palette: Palette): string[] {
  const sentence = fixtureSentence(run);
  if (sentence === undefined) return [];
  const refused = run.files.filter(({ expectation, refused, failures }) => {
    return expectation === "refuse" && refused > 0 && failures === 0;
  });
  const lines = refused.slice(0, LISTED_FIXTURES).map(({ name, refusedBy }) => {
    return palette.dim(`  ${name}  refused as expected (${refusedBy.join(", ")})`);
  });
  const rest = refused.length - lines.length;
  if (rest > 0) lines.push(palette.dim(`  ... and ${formatCount(rest)} more refused as expected`));
  return [sentence, ...lines];
}

function fileLines(file: FileOutcome, palette: Palette): string[] {
  const { name, findings, warnings, failures, warned, unreadable } = file;
  const lines = findings.flatMap((finding) => findingLines(file, finding, palette));
  if (failures > findings.length) {
    lines.push(palette.dim(`  ... and ${formatCount(failures - findings.length)} more artifacts of ${name}`));
  }
  lines.push(...warnings.flatMap((finding) => findingLines(file, finding, palette)));
  if (warned > warnings.length) {
    lines.push(
      palette.dim(`  ... and ${formatCount(warned - warnings.length)} more with warnings in ${name}`),
    );
  }
  if (unreadable !== undefined) {
    lines.push(
      `${palette.strong(name)}  ${palette.fail("unreadable")}`,
      `  ${printable(unreadable.message)}`,
    );
    if (unreadable.hint !== undefined) lines.push(palette.dim(`  ${printable(unreadable.hint)}`));
  }
  return lines;
}
