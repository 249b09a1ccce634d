/** The policy of a release: which reports it needs beside the three that every release needs, and how fresh. */
import { describeValue } from "../../internal/describe-value.ts";
import { BOOLEAN, INTEGER, objectOf, optional } from "../../internal/input-shape.ts";
import { requireShape } from "../invalid-input.ts";

/** What is asked of the evidence of a release. */
export interface ReadinessPolicy {
  /** The report of the MVP gates is needed; false unless told. */
  readonly require_mvp_gates?: boolean | undefined;
  /** The report of the security baseline is needed; false unless told. */
  readonly require_security_baseline?: boolean | undefined;
  /** The report of conformance governance is needed; false unless told. */
  readonly require_conformance_governance?: boolean | undefined;
  /** Oldest report that is taken, ms; 24 hours unless told. */
  readonly max_age_ms?: number | undefined;
  /** How far a report may be dated ahead, ms; 5 minutes unless told. */
  readonly max_ahead_ms?: number | undefined;
}

/** Oldest report that is taken unless told, ms. */
export const DEFAULT_MAX_AGE_MS = 24 * 60 * 60_000;

const POLICY = objectOf<ReadinessPolicy>({
  require_mvp_gates: optional(BOOLEAN),
  require_security_baseline: optional(BOOLEAN),
  require_conformance_governance: optional(BOOLEAN),
  max_age_ms: optional(INTEGER),
  max_ahead_ms: optional(INTEGER),
});

/** The policy itself. Throws TypeError or RangeError that names what is wrong with it. */
export const requireReadinessPolicy = (policy: unknown): ReadinessPolicy =>
  requireShape("policy", policy, POLICY);

/** A time in UTC as ms since the Unix epoch. Throws TypeError for anything else. */
export function requireUtc(name: string, text: unknown): number {
  const isUtc = typeof text === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text);
  const at = isUtc ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at) && isUtc && new Date(at).toISOString().slice(0, 19) === text.slice(0, 19)) return at;
  throw new TypeError(
    `Cannot evaluate ${name}: expected an RFC 3339 time in UTC such as 2026-03-01T00:00:00Z but received ${describeValue(text)}`,
  );
}
