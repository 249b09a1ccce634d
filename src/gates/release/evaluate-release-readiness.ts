/**
 * Whether the evidence lets a release go out.
 *
 * Everything that is not plainly good fails: a report that is missing, cannot be read, is of another kind or
 * version, is too old, is dated ahead or did not pass. A report that the policy does not ask for may be missing,
 * but one that is there counts like any other.
 */

import type { ReadinessCheck, ReleaseReadiness } from "../../contracts/deploy/release-readiness.ts";
import { DEFAULT_MAX_AHEAD_MS } from "../../evidence/store/evidence-store.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { parseWireText } from "../../internal/json-text/parse-wire-text.ts";
import { sha256Hex } from "../../internal/sha256.ts";
import { readRfc3339 } from "../compatibility/rfc-3339-time.ts";
import {
  DEFAULT_MAX_AGE_MS,
  type ReadinessPolicy,
  requireReadinessPolicy,
  requireUtc,
} from "./readiness-policy.ts";
import {
  READINESS_REPORTS,
  type ReadinessInput,
  type ReadinessReport,
  type ReportClaim,
} from "./readiness-report.ts";

/** Why a report does not let a release go out. */
export type ReadinessReason = Extract<ReadinessCheck, { status: "fail" }>["reason"];

/** A report as it was read, or why it could not be. */
export type ReadinessArtifact =
  | { readonly path: string; readonly content: string | Uint8Array }
  | {
      readonly path: string;
      readonly problem: ReadinessReason;
      readonly message: string;
      readonly hint: string;
    };

/** What a release is judged by. */
export interface ReleaseReadinessInput {
  /** By name of the report; one that is not there is missing. */
  readonly artifacts: Readonly<Partial<Record<ReadinessInput, ReadinessArtifact>>>;
  readonly policy?: ReadinessPolicy;
  /** RFC 3339 in UTC, wall clock. */
  readonly now: string;
}

/**
 * Judges the reports of a release; one line for each of them, always in the same order. Throws TypeError or
 * RangeError for a policy or a time that is not well formed.
 *
 * @since 0.1.0
 */
export function evaluateReleaseReadiness({
  artifacts,
  policy = {},
  now,
}: ReleaseReadinessInput): ReleaseReadiness {
  const { max_age_ms = DEFAULT_MAX_AGE_MS, max_ahead_ms = DEFAULT_MAX_AHEAD_MS } =
    requireReadinessPolicy(policy);
  const limits = { nowMs: requireUtc("now", now), maxAgeMs: max_age_ms, maxAheadMs: max_ahead_ms };
  const asked = new Set<ReadinessInput>([
    ...(policy.require_mvp_gates === true ? ["slo_gates_mvp_report" as const] : []),
    ...(policy.require_security_baseline === true ? ["security_baseline_report" as const] : []),
    ...(policy.require_conformance_governance === true ? ["conformance_governance_report" as const] : []),
  ]);
  const checks = READINESS_REPORTS.map((report): ReadinessCheck => {
    const artifact = Object.hasOwn(artifacts, report.id) ? artifacts[report.id] : undefined;
    const isMissing = artifact === undefined || ("problem" in artifact && artifact.problem === "missing");
    if (isMissing && !report.isMandatory && !asked.has(report.id)) {
      return { id: report.id, status: "not_required", path: artifact?.path ?? report.id };
    }
    return artifact === undefined ? missing(report) : checkArtifact(report, artifact, limits);
  });
  return {
    schema_version: "rspp.tooling.release-readiness.v1",
    generated_at_utc: now,
    passed: checks.every(({ status }) => status !== "fail"),
    checks,
  };
}

interface Limits {
  readonly nowMs: number;
  readonly maxAgeMs: number;
  readonly maxAheadMs: number;
}

function missing({ id, command }: ReadinessReport): ReadinessCheck {
  const message = `Cannot release: expected ${id} but received nothing`;
  return { id, status: "fail", reason: "missing", message, hint: `Write it with ${command}`, path: id };
}

function checkArtifact(report: ReadinessReport, artifact: ReadinessArtifact, limits: Limits): ReadinessCheck {
  const { id, command, schemaVersion } = report;
  const { path } = artifact;
  if ("problem" in artifact) {
    const { problem: reason, message } = artifact;
    const hint = reason === "missing" ? `Write it with ${command}` : artifact.hint;
    return { id, status: "fail", reason, message, hint, path };
  }
  const known: { path: string; sha256: string; generated_at_utc?: string; age_ms?: number } = {
    path,
    sha256: sha256Hex(artifact.content),
  };
  const again = `Write it again with ${command}`;
  const fail = (
    reason: ReadinessReason,
    expected: string,
    received: string,
    hint = again,
  ): ReadinessCheck => {
    const message = `Cannot release on ${id}: expected ${expected} but received ${received}`;
    return { id, status: "fail", reason, message, hint, ...known };
  };
  const parsed = parseWireText(artifact.content);
  if (!parsed.ok) {
    const [first] = parsed.problems;
    return fail("undecodable", "JSON", first === undefined ? "text that is none" : `text with ${first.code}`);
  }
  const { value } = parsed;
  const version =
    typeof value === "object" && value !== null
      ? (value as { schema_version?: unknown }).schema_version
      : undefined;
  if (version !== schemaVersion) {
    const other = READINESS_REPORTS.find((one) => one.schemaVersion === version);
    const received = other === undefined ? describeValue(version) : `a ${other.id}`;
    return fail(other === undefined ? "foreign" : "swapped", `schema version ${schemaVersion}`, received);
  }
  const problem = report.problem(value);
  if (problem !== undefined) return fail("invalid", "a report as this package writes it", problem);
  const claim = value as ReportClaim;
  const generatedMs = claim.generated_at_utc === undefined ? undefined : readRfc3339(claim.generated_at_utc);
  if (generatedMs === undefined) {
    return fail("invalid", "generated_at_utc as RFC 3339", describeValue(claim.generated_at_utc));
  }
  // Whole milliseconds, rounded towards the stricter side: an age of 1.2 ms over the limit is over it.
  const age = Math.ceil(limits.nowMs - generatedMs) + 0;
  const generated_at_utc = claim.generated_at_utc?.endsWith("Z")
    ? claim.generated_at_utc
    : new Date(generatedMs).toISOString();
  Object.assign(known, { generated_at_utc, age_ms: age });
  if (age > limits.maxAgeMs) return fail("stale", `an age of at most ${limits.maxAgeMs} ms`, `${age} ms`);
  if (generatedMs - limits.nowMs > limits.maxAheadMs) {
    const clock = `Set the clock of the machine that wrote it, then write it again with ${command}`;
    return fail("future_dated", `a time at most ${limits.maxAheadMs} ms ahead`, `${-age} ms ahead`, clock);
  }
  if (claim.passed !== true)
    return fail(
      "failed",
      "passed: true",
      "passed: false",
      `Mend what it lists, then write it again with ${command}`,
    );
  return { id, status: "pass", path, sha256: known.sha256, generated_at_utc, age_ms: age };
}
