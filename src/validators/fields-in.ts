/** Reads the fields of a value that nobody has vetted. */
import { pointerStep } from "../internal/json-pointer.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";

/** Where to report a field that cannot be read, and as what. */
export interface UnreadableReport {
  readonly list: DiagnosticList;
  readonly path: string;
  readonly rule: string;
}

/** Fields by name, read once; a field that cannot be read is reported and left out. */
export function fieldsIn(value: object, report: UnreadableReport | undefined): Record<string, unknown> {
  const found: Record<string, unknown> = Object.create(null);
  for (const name in value) {
    try {
      found[name] = (value as Record<string, unknown>)[name];
    } catch {
      report?.list.add({
        rule: report.rule,
        path: report.path + pointerStep(name),
        expected: "a readable value",
        value: "a getter that throws",
      });
    }
  }
  return found;
}
