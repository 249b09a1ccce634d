/** The governance gate: version skew, deprecation and conformance by the policies of the repository. */
import type { ConformanceProfile } from "../../../contracts/compat/conformance-profile.ts";
import type { ConformanceResults } from "../../../contracts/compat/conformance-results.ts";
import type { DeprecationPolicy } from "../../../contracts/compat/deprecation-policy.ts";
import type { VersionSkewPolicy } from "../../../contracts/compat/version-skew-policy.ts";
import type { VerifyPlan } from "../../../contracts/deploy/verify-plan.ts";
import { evaluateConformanceGovernance } from "../../../gates/compatibility/evaluate-conformance-governance.ts";
import { readDocument } from "../../input/read-document.ts";
import { reportText, type VerifiedPart, type VerifyReading } from "./verified-part.ts";

/** Judges the policies at the paths. Throws UsageError for one that cannot be read. */
export async function judgeGovernance(
  paths: NonNullable<VerifyPlan["governance"]>,
  { io: { cwd }, now }: VerifyReading,
): Promise<VerifiedPart> {
  const report = evaluateConformanceGovernance({
    skew: await readDocument<VersionSkewPolicy>(paths.version_skew, {
      cwd,
      kind: "version_skew_policy",
      what: "version skew policy",
    }),
    deprecation: await readDocument<DeprecationPolicy>(paths.deprecation, {
      cwd,
      kind: "deprecation_policy",
      what: "deprecation policy",
    }),
    profile: await readDocument<ConformanceProfile>(paths.conformance_profile, {
      cwd,
      kind: "conformance_profile",
      what: "conformance profile",
    }),
    results: await readDocument<ConformanceResults>(paths.conformance_results, {
      cwd,
      kind: "conformance_results",
      what: "conformance results",
    }),
    now,
  });
  const verdicts = [report.version_skew, report.deprecation, report.conformance];
  const violations = verdicts.flatMap((verdict) =>
    verdict.violations.map(({ code, message }) => ({ code, message })),
  );
  return {
    outcome: { status: report.passed ? "pass" : "fail", violations },
    report: { id: "conformance_governance_report", text: reportText(report) },
  };
}
