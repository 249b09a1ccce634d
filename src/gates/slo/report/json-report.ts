/** The gate report as JSON: the canonical form of RFC 8785, so that equal reports are equal bytes. */
import { canonicalJson } from "../../../internal/canonical-json.ts";
import type { MvpSloGateReport } from "../slo-report.ts";

/** Canonical JSON and a line feed. Throws TypeError where an id holds half of a surrogate pair. */
export function renderMvpSloJson({ report }: { readonly report: MvpSloGateReport }): string {
  return `${canonicalJson(report)}\n`;
}
