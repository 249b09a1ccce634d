/** One finding as lines of text, each part of it: where, which rule, what, expected, received, how to go on. */
import type { Diagnostic } from "../../contracts/core/diagnostic.ts";
import type { Palette } from "../../internal/report-text/palette.ts";
import { printable } from "../../internal/report-text/printable-text.ts";
import type { FileOutcome, Finding } from "../validation/file-outcome.ts";

/** Where a diagnostic stands, as editors and terminals make it a link: `file:line:column`. */
export function placeOf(name: string, { line, column }: Diagnostic): string {
  if (line === undefined) return name;
  return column === undefined ? `${name}:${line}` : `${name}:${line}:${column}`;
}

/** Lines on every diagnostic of a finding. */
export function findingLines({ name }: FileOutcome, finding: Finding, palette: Palette): string[] {
  const lines = finding.diagnostics.flatMap((one) =>
    diagnosticLines(one, { name, kind: finding.kind, palette }),
  );
  if (finding.omitted > 0) lines.push(palette.dim(`  ... and ${finding.omitted} more in this artifact`));
  return lines;
}

/** Lines on one diagnostic of an artifact of a kind. */
export function diagnosticLines(
  diagnostic: Diagnostic,
  {
    name,
    kind,
    palette,
  }: { readonly name: string; readonly kind: string | undefined; readonly palette: Palette },
): string[] {
  const { rule, severity, path, message, hint } = diagnostic;
  const paint = severity === "error" ? palette.fail : palette.warn;
  const about = [kind, path === "" ? undefined : printable(path)]
    .filter((part) => part !== undefined)
    .join(" ");
  const head = `${palette.strong(placeOf(name, diagnostic))}  ${paint(`${severity} ${rule}`)}`;
  return [
    about === "" ? head : `${head}  ${palette.dim(about)}`,
    `  ${printable(message)}`,
    ...comparison(diagnostic).map((line) => `  ${line}`),
    ...(hint === undefined ? [] : [palette.dim(`  ${printable(hint)}`)]),
  ];
}

/** Expected and received, where the message does not say them already. */
export function comparison({ message, expected, received }: Diagnostic): string[] {
  const lines: string[] = [];
  if (expected !== undefined && !message.includes(expected)) lines.push(`expected ${printable(expected)}`);
  if (received !== undefined && !message.includes(received)) lines.push(`received ${printable(received)}`);
  return lines;
}
