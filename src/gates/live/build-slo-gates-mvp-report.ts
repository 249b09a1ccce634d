/** The MVP gates report: the seven gates, the live gate and the fixed decisions of one run, put together. */
import type {
  FixedDecisionsResult,
  LiveEndToEndResult,
  LiveLatencyComparison,
} from "../../contracts/observability/live-gate-fields.ts";
import type { SloGatesMvpReport } from "../../contracts/observability/slo-gates-mvp-report.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { readRfc3339 } from "../compatibility/rfc-3339-time.ts";
import type { MvpSloGateReport } from "../slo/slo-report.ts";

/** What the report is made of. */
export interface SloGatesMvpParts {
  readonly gates: MvpSloGateReport;
  readonly liveEndToEnd: LiveEndToEndResult;
  readonly fixedDecisions: FixedDecisionsResult;
  readonly latencyComparison?: LiveLatencyComparison | undefined;
  /** When the report is made, RFC 3339, wall clock. */
  readonly now: string;
}

/**
 * Puts the parts together; the run passes only if the seven gates, the live gate and the fixed decisions do. A
 * comparison of latencies informs and never fails.
 *
 * @since 0.1.0
 */
export function buildSloGatesMvpReport(parts: SloGatesMvpParts): SloGatesMvpReport {
  const { gates, liveEndToEnd, fixedDecisions, latencyComparison, now } = parts;
  if (typeof now !== "string" || readRfc3339(now) === undefined) {
    throw new TypeError(
      `Cannot build the report: expected now as RFC 3339 text but received ${describeValue(now)}`,
    );
  }
  const passed = gates.passed && liveEndToEnd.passed && fixedDecisions.passed;
  return {
    schema_version: "rspp.tooling.slo-gates-mvp-report.v1",
    generated_at_utc: now,
    verdict: passed ? "pass" : "fail",
    passed,
    // The wire type is the same JSON; only its arrays are not read-only.
    gates: structuredClone(gates) as SloGatesMvpReport["gates"],
    live_end_to_end: liveEndToEnd,
    fixed_decisions: fixedDecisions,
    ...(latencyComparison !== undefined && { latency_comparison: latencyComparison }),
  };
}
