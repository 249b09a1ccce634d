/** The findings that only a profile makes, and the marks of the matrix, as far as all renderers share them. */
import type { GateProfileFinding } from "../../profile/gate-profile-report.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import type { ShownStatus } from "../shown-status.ts";

/** Findings of the plain rule stand among the violations; these are the others. */
export function toldFindings({ profile }: Pick<GateReportInput, "profile">): readonly GateProfileFinding[] {
  return (profile?.findings ?? []).filter(
    ({ verdict, segment, severity }) =>
      segment !== undefined ||
      verdict === "inconclusive" ||
      severity === "warning" ||
      profile?.mode === "strict",
  );
}

/** One word for a finding. */
export function findingWord({ severity, verdict }: GateProfileFinding): "warning" | "fail" | "undecided" {
  if (severity === "warning") return "warning";
  return verdict === "fail" ? "fail" : "undecided";
}

/** The status of a gate in a segment as one sign. */
export const STATUS_SIGNS: Readonly<Record<ShownStatus, string>> = {
  pass: "✓",
  fail: "✗",
  inconclusive: "?",
  not_evaluated: "?",
  not_observed: "–",
  warn: "!",
  off: "–",
};
