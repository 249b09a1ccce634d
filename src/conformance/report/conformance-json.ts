/** A conformance report as JSON. */
import type { ConformanceReport } from "../../contracts/conformance/conformance-report.ts";
import { printable } from "../../internal/report-text/printable-text.ts";

/**
 * The report as one line of JSON with sorted members and a line feed at the end: canonical JSON, except that
 * what moves the cursor of a terminal or shows nothing is escaped, and that halves of surrogate pairs, which a
 * subject may well send, are kept instead of refused.
 */
export function conformanceJson(report: ConformanceReport): string {
  // A JSON text has such characters only inside of strings, where `\u009b` says the same as the character.
  return `${printable(written(report))}\n`;
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${written(member)}`).join(",")}}`;
}
