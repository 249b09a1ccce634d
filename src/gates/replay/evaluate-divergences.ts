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
import { leaf, listOf, objectOf, optional } from "../input-reader.ts";
import { BOOLEAN, INTEGER, integerFrom, LIST, requireObject, requireShape, TEXT } from "../invalid-input.ts";

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

const readPolicy = objectOf<DivergencePolicy>({
  timing_tolerance_ms: optional(leaf<number>(integerFrom(Number.MIN_SAFE_INTEGER))),
  expected: optional(
    listOf(
      objectOf<ExpectedDivergence>({
        class: leaf<DivergenceClass>(TEXT),
        scope: leaf<string>(TEXT),
        approved: optional(leaf<boolean>(BOOLEAN)),
      }),
    ),
  ),
});

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
  const { timing_tolerance_ms = 0, expected = [] } = readPolicy("policy", policy);
  const tolerance = Math.max(0, timing_tolerance_ms);
  const pending = new Map(expected.map((entry) => [keyOf(entry), entry]));
  const failing: ReplayDivergence[] = [];
  const unexplained: ReplayDivergence[] = [];
  requireShape("divergences", divergences, LIST);
  for (const [index, divergence] of divergences.entries()) {
    requireReadable(`divergences[${index}]`, divergence);
    const match = pending.get(keyOf(divergence));
    pending.delete(keyOf(divergence));
    const { expected: _flag, ...judged } = divergence;
    const result = match === undefined ? judged : { ...judged, expected: true };
    if (match === undefined && EXPLICABLE.has(divergence.class)) unexplained.push(result);
    if (!passes(divergence, match, tolerance)) failing.push(result);
  }
  const missing_expected = Array.from(pending.values(), (entry) => ({
    class: entry.class,
    scope: entry.scope,
  }));
  return { failing: [...failing, ...missing_expected], unexplained, missing_expected };
}

const keyOf = (entry: MissingDivergence) => JSON.stringify([entry.class, entry.scope]);

/** Only what the verdict depends on is checked: a class that nobody knows is a difference that fails. */
function requireReadable(path: string, divergence: ReplayDivergence): void {
  requireObject(path, divergence);
  requireShape(`${path}.class`, divergence.class, TEXT);
  requireShape(`${path}.scope`, divergence.scope, TEXT);
  if (divergence.diff_ms !== undefined) requireShape(`${path}.diff_ms`, divergence.diff_ms, INTEGER);
}

/** Classes that pass when they were expected. */
const EXPLICABLE: ReadonlySet<DivergenceClass> = new Set<DivergenceClass>([
  "PLAN_DIVERGENCE",
  "OUTCOME_DIVERGENCE",
  "PROVIDER_CHOICE_DIVERGENCE",
  "ORDERING_DIVERGENCE",
]);

/** Latency thresholds have been judged before: what arrives under these scopes is a breach. */
const BREACH_SCOPES = ["invocation_latency_final:", "invocation_latency_total:"];

function passes(
  { class: name, scope, diff_ms }: ReplayDivergence,
  match: ExpectedDivergence | undefined,
  tolerance: number,
): boolean {
  if (name === "TIMING_DIVERGENCE") {
    if (BREACH_SCOPES.some((prefix) => scope.startsWith(prefix))) return false;
    return diff_ms !== undefined && diff_ms <= tolerance;
  }
  if (name === "ORDERING_DIVERGENCE") return match?.approved === true;
  return match !== undefined && EXPLICABLE.has(name);
}
