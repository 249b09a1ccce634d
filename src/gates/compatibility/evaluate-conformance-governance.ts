/** Version skew, deprecation and conformance of a release in one report. */
import type { ConformanceGovernanceReport } from "../../contracts/compat/conformance-governance-report.ts";
import type { ConformanceProfile } from "../../contracts/compat/conformance-profile.ts";
import type { ConformanceResults } from "../../contracts/compat/conformance-results.ts";
import type { DeprecationPolicy } from "../../contracts/compat/deprecation-policy.ts";
import type { VersionSkewPolicy } from "../../contracts/compat/version-skew-policy.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { evaluateConformanceProfile } from "./evaluate-conformance-profile.ts";
import { evaluateDeprecation } from "./evaluate-deprecation.ts";
import { evaluateVersionSkew } from "./evaluate-version-skew.ts";
import { readRfc3339 } from "./rfc-3339-time.ts";

/** What the governance of a release is judged by. */
export interface ConformanceGovernanceInput {
  readonly skew: VersionSkewPolicy;
  readonly deprecation: DeprecationPolicy;
  readonly profile: ConformanceProfile;
  readonly results: ConformanceResults;
  /** When the report is made, RFC 3339, wall clock. */
  readonly now: string;
}

/**
 * Judges the three governance inputs of a release; the report passes only if each of them does. Throws
 * TypeError or RangeError that names an input that is not well formed.
 *
 * @since 0.1.0
 */
export function evaluateConformanceGovernance(
  input: ConformanceGovernanceInput,
): ConformanceGovernanceReport {
  const { now } = input;
  if (typeof now !== "string" || readRfc3339(now) === undefined) {
    throw new TypeError(
      `Cannot evaluate now: expected an RFC 3339 time such as 2026-03-01T00:00:00Z but received ${describeValue(now)}`,
    );
  }
  const version_skew = evaluateVersionSkew(input.skew);
  const deprecation = evaluateDeprecation(input.deprecation);
  const conformance = evaluateConformanceProfile(input.profile, input.results);
  return {
    schema_version: "rspp.tooling.conformance-governance-report.v1",
    generated_at_utc: now,
    passed: version_skew.passed && deprecation.passed && conformance.passed,
    version_skew,
    deprecation,
    conformance,
  };
}
