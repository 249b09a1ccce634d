/**
 * The live end-to-end gate: the limits of G7 on turns that ran over real providers.
 *
 * Real providers have bad days, so this gate alone can be waived. A waiver is an argument that somebody wrote
 * down, with every attempt and a reason; nothing here makes one up, and it hides nothing: the violations stay.
 */
import type { LiveEndToEndResult, LiveFinding } from "../../contracts/observability/live-gate-fields.ts";
import type { LiveProviderChainReport } from "../../contracts/observability/live-provider-chain-report.ts";
import { INTEGER, integerFrom, listOf, objectOf, optional, TEXT } from "../../internal/input-shape.ts";
import { requireShape } from "../invalid-input.ts";
import { DEFAULT_MVP_SLO_THRESHOLDS, type MvpSloThresholds } from "../slo/slo-thresholds.ts";
import { requireChainReport } from "./chain-report-shape.ts";
import { p50AndP95 } from "./latency-percentiles.ts";
import { liveFinding } from "./live-finding.ts";

/** A written wish to let the gate pass although its limits do not hold. */
export interface LiveWaiver {
  /** It applies once this many attempts were made, at least 1. */
  readonly maxAttempts: number;
  /** What each attempt came to, in order. */
  readonly attempts: readonly string[];
  readonly reason: string;
}

/** How the gate is judged. */
export interface LiveEndToEndOptions {
  /** Limits in ms; those of G7 unless told. */
  readonly thresholds?: Partial<Pick<MvpSloThresholds, "end_to_end_p50_ms" | "end_to_end_p95_ms">>;
  readonly waiver?: LiveWaiver;
}

const OPTIONS = objectOf({
  thresholds: optional(
    objectOf({ end_to_end_p50_ms: optional(INTEGER), end_to_end_p95_ms: optional(INTEGER) }),
  ),
  waiver: optional(
    objectOf({
      maxAttempts: integerFrom(1),
      attempts: listOf(TEXT),
      reason: TEXT,
    }),
  ),
});

/**
 * Judges the completion latency of the combinations that passed, in ms. A waiver that has reached its maximum of
 * attempts lets a failing gate pass as waived. Throws TypeError or RangeError that names a field that is not
 * well formed.
 *
 * @since 0.1.0
 */
export function evaluateLiveEndToEnd(
  report: LiveProviderChainReport,
  options: LiveEndToEndOptions = {},
): LiveEndToEndResult {
  requireChainReport("report", report);
  requireShape("options", options, OPTIONS);
  const { thresholds = {}, waiver } = options;
  const limits = {
    p50_ms: thresholds.end_to_end_p50_ms ?? DEFAULT_MVP_SLO_THRESHOLDS.end_to_end_p50_ms,
    p95_ms: thresholds.end_to_end_p95_ms ?? DEFAULT_MVP_SLO_THRESHOLDS.end_to_end_p95_ms,
  };
  const values = report.combinations.flatMap(({ status, latency }) => {
    const value = latency?.turn_completion_e2e_latency_ms ?? 0;
    return status === "pass" && value > 0 ? [value] : [];
  });
  const figures = p50AndP95(values);
  const violations: LiveFinding[] = [];
  if (report.status !== "pass") {
    const at = { code: "live_report_not_passed", path: "report.status" };
    violations.push(liveFinding({ ...at, expected: '"pass"', received: report.status }));
  }
  if (figures === undefined) {
    const expected = "at least 1 with status pass and a turn_completion_e2e_latency_ms above 0";
    const at = { code: "live_samples_missing", path: "report.combinations" };
    violations.push({ ...at, message: `Cannot accept ${at.path}: expected ${expected} but received none` });
  } else {
    for (const name of ["p50", "p95"] as const) {
      const [observed, limit] = [figures[`${name}_ms`], limits[`${name}_ms`]];
      if (observed > limit) violations.push(exceeded(name, { observed, limit }));
    }
  }
  const waived =
    violations.length > 0 && waiver !== undefined && waiver.attempts.length >= waiver.maxAttempts;
  return {
    passed: violations.length === 0 || waived,
    waived,
    samples: values.length,
    ...figures,
    limits,
    violations,
    ...(waiver !== undefined && { waiver: written(waiver) }),
  };
}

const written = ({ maxAttempts, attempts, reason }: LiveWaiver) => ({
  max_attempts: maxAttempts,
  attempts: [...attempts],
  reason,
});

const exceeded = (name: "p50" | "p95", { observed, limit }: { observed: number; limit: number }) => ({
  code: `live_end_to_end_${name}_exceeded`,
  path: "report.combinations",
  message: `Cannot accept report.combinations: expected a ${name} of at most ${limit} ms but received ${observed} ms`,
});
