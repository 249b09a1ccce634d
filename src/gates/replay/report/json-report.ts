/** The replay report as JSON: the canonical form of RFC 8785, so that equal reports are equal bytes. */
import { canonicalJson } from "../../../internal/canonical-json.ts";
import type { ReplayReportInput } from "./replay-report-input.ts";

/** Canonical JSON and a line feed. Throws TypeError where an id holds half of a surrogate pair. */
export function renderReplayJson({ report }: Pick<ReplayReportInput, "report">): string {
  return `${canonicalJson(report)}\n`;
}
