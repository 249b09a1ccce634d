/** The report of the gates as an artifact: what a release, a dashboard or a later run reads. */
import type { RegressionReport } from "../../../contracts/observability/regression-report.ts";
import type { SloGatesReport } from "../../../contracts/observability/slo-gates-report.ts";
import type { GateProfileReport } from "../profile/gate-profile-report.ts";
import type { JudgedComparison, MalformedLines, ReportSource } from "./gate-report-input.ts";
import { runVerdict } from "./profile/run-verdict.ts";

/** What the report is made from beside the verdict by the profile. */
export interface SloGatesReportParts {
  /** When the report is made, RFC 3339 in UTC; a release takes no report without it. */
  readonly now?: string | undefined;
  readonly sources?: readonly ReportSource[] | undefined;
  readonly regression?: JudgedComparison | undefined;
  readonly malformed?: MalformedLines | undefined;
}

/**
 * The `slo_gates_report` of a run: the report of the gates with the verdict by the profile, what is known about each
 * percentile, the segments and the comparison with a baseline. Equal parts give equal reports.
 *
 * @since 0.1.0
 */
export function buildSloGatesReport(
  profile: GateProfileReport,
  { now, sources = [], regression, malformed }: SloGatesReportParts = {},
): SloGatesReport {
  const { report, mode, confidence, strength, levels, segments, profile_id } = profile;
  const verdict = runVerdict({ report, turns: [], profile, ...(regression && { regression }) });
  const built = {
    schema_version: "rspp.tooling.slo-gates-report.v1" as const,
    ...(now !== undefined && { generated_at_utc: now }),
    ...report,
    passed: verdict === "pass",
    verdict,
    mode,
    confidence,
    profile_id,
    sources: [...sources],
    strength,
    ...(Object.keys(levels).length > 0 && { levels }),
    ...(malformed !== undefined && { malformed_lines: malformed }),
    ...(segments.length > 0 && { segments: segments.map(withoutEmptyLevels) }),
    ...(regression !== undefined && { regression: regressionReport(regression, { now, sources }) }),
  };
  // The evaluators speak of read-only lists, the contract of lists that anybody may have read.
  return built as unknown as SloGatesReport;
}

function withoutEmptyLevels({ levels, ...segment }: GateProfileReport["segments"][number]): object {
  return Object.keys(levels).length > 0 ? { ...segment, levels } : segment;
}

/** The comparison as an artifact of its own. */
export function regressionReport(
  { comparison, sources: baseline }: JudgedComparison,
  { now, sources = [] }: Pick<SloGatesReportParts, "now" | "sources">,
): RegressionReport {
  const built = {
    schema_version: "rspp.tooling.regression-report.v1" as const,
    ...(now !== undefined && { generated_at_utc: now }),
    sources: [
      ...baseline.map((source) => ({ side: "baseline" as const, ...source })),
      ...sources.map((source) => ({ side: "candidate" as const, ...source })),
    ],
    ...comparison,
  };
  return built as unknown as RegressionReport;
}
