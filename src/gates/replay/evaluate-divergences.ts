/**
 * Which divergences of a replay fail the replay gate.
 *
 * A replay may differ from its recording only in ways that somebody announced and only once each. What
 * was announced and did not happen fails, too: a policy that has gone stale would excuse the next real
 * difference. Authority never differs by agreement, order only with an explicit approval, and timing is
 * judged by size alone.
 */
import type { DivergenceClass } from "../../contracts/observability/divergence-class.ts";
import type { ReplayDivergence } from "../../contracts/observability/replay-divergence.ts";
import {
  BOOLEAN,
  INTEGER,
  integerFrom,
  listOf,
  objectOf,
  objectWith,
  optional,
  TEXT,
} from "../../internal/input-shape.ts";
import { requireShape } from "../invalid-input.ts";

/** One divergence that a policy expects. */
export interface ExpectedDivergence {
  readonly class: DivergenceClass;
  readonly scope: string;
  /** Required for ORDERING_DIVERGENCE to pass. */
  readonly approved?: boolean;
}

/** What a replay may differ in. */
export interface DivergencePolicy {
  /** Largest timing difference that passes, in ms; a negative one counts as 0, an absent one is 0. */
  readonly timing_tolerance_ms?: number;
  /** Entries are keyed by class and scope; a later one replaces an earlier one. */
  readonly expected?: readonly ExpectedDivergence[];
}

/** An expected divergence that did not show up. */
export type MissingDivergence = Pick<ReplayDivergence, "class" | "scope">;

/** Which divergences fail. */
export interface DivergenceVerdict {
  /** Failing divergences in input order, then the missing ones. */
  readonly failing: readonly (ReplayDivergence | MissingDivergence)[];
  /** Those of PLAN, OUTCOME, PROVIDER_CHOICE and ORDERING that nobody expected. */
  readonly unexplained: readonly ReplayDivergence[];
  /** Expected divergences that did not show up, in policy order. */
  readonly missing_expected: readonly MissingDivergence[];
}

/** A class or scope that nobody knows is a difference like any other. */
const KEY = { class: TEXT, scope: TEXT };
const POLICY = objectOf({
  timing_tolerance_ms: optional(integerFrom(Number.MIN_SAFE_INTEGER)),
  expected: optional(listOf(objectOf({ ...KEY, approved: optional(BOOLEAN) }))),
});
/** Only what the verdict depends on is checked. */
const DIVERGENCES = listOf(objectWith({ ...KEY, diff_ms: optional(INTEGER) }));

/**
 * Tells the failing divergences from those that a policy lets pass. An `expected` flag that a divergence
 * comes with has no effect; those that match the policy come out with `expected: true`. Throws TypeError
 * or RangeError that names a field that is not well formed, such as `divergences[3].diff_ms`.
 *
 * @since 0.1.0
 */
export function evaluateDivergences(
  divergences: readonly ReplayDivergence[],
  policy: DivergencePolicy,
): DivergenceVerdict {
  requireShape("policy", policy, POLICY);
  requireShape("divergences", divergences, DIVERGENCES);
  const { timing_tolerance_ms = 0, expected = [] } = policy;
  const pending = new Map(expected.map((entry) => [keyOf(entry), entry]));
  const failing: ReplayDivergence[] = [];
  const unexplained: ReplayDivergence[] = [];
  for (const { expected: _flag, ...divergence } of divergences) {
    const key = keyOf(divergence);
    const match = pending.get(key);
    pending.delete(key);
    const result = match === undefined ? divergence : { ...divergence, expected: true };
    if (match === undefined && EXPLICABLE.includes(divergence.class)) unexplained.push(result);
    if (!passes(divergence, match, Math.max(0, timing_tolerance_ms))) failing.push(result);
  }
  const missing_expected = Array.from(pending.values(), ({ approved: _approval, ...missing }) => missing);
  return { failing: [...failing, ...missing_expected], unexplained, missing_expected };
}

const keyOf = (entry: MissingDivergence) => JSON.stringify([entry.class, entry.scope]);

/** Classes that pass when they were expected. */
const EXPLICABLE: readonly DivergenceClass[] = [
  "PLAN_DIVERGENCE",
  "OUTCOME_DIVERGENCE",
  "PROVIDER_CHOICE_DIVERGENCE",
  "ORDERING_DIVERGENCE",
];

/** Latency thresholds have been judged before: what arrives under these scopes is a breach. */
const BREACH = /^invocation_latency_(final|total):/;

function passes(
  { class: name, scope, diff_ms }: ReplayDivergence,
  match: ExpectedDivergence | undefined,
  tolerance: number,
): boolean {
  if (name === "TIMING_DIVERGENCE")
    return diff_ms !== undefined && diff_ms <= tolerance && !BREACH.test(scope);
  if (name === "ORDERING_DIVERGENCE") return match?.approved === true;
  return match !== undefined && EXPLICABLE.includes(name);
}
