/** The gate report as JSON: the canonical form of RFC 8785, so that equal reports are equal bytes. */
import { canonicalJson } from "../../../internal/canonical-json.ts";
import type { GateReportInput } from "./gate-report-input.ts";
import { buildSloGatesReport } from "./slo-gates-report.ts";

/**
 * Canonical JSON and a line feed: the `slo_gates_report` of a run that was judged by a profile, else the report of the
 * gates alone. Throws TypeError where an id holds half of a surrogate pair.
 */
export function renderMvpSloJson({
  report,
  profile,
  generatedAt,
  ...parts
}: Omit<GateReportInput, "turns">): string {
  const told = profile === undefined ? report : buildSloGatesReport(profile, { ...parts, now: generatedAt });
  return `${canonicalJson(told)}\n`;
}
