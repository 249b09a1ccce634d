/** Provider invocations that took longer than a fixture allows, or of which nothing is known. */
import type { BaselineEvidence } from "../../contracts/observability/baseline-evidence.ts";
import type { ReplayDivergence } from "../../contracts/observability/replay-divergence.ts";
import type { InvocationOutcomeEvidence } from "../../contracts/provider/invocation-outcome-evidence.ts";
import { isQuickInvocation } from "../../evidence/quick-invocation.ts";
import { listOf, objectWith, TEXT } from "../../internal/input-shape.ts";
import { quote } from "../../internal/quote.ts";
import { requireShape } from "../invalid-input.ts";
import type { FixtureSettings } from "./read-fixture-metadata.ts";
import { LOOSE_TEXT, OBJECT } from "./replay-shapes.ts";

/** The evidence of a turn, as far as its provider invocations go. */
export type InvocationEvidence = Pick<BaselineEvidence, "session_id" | "turn_id" | "invocation_outcomes">;

const EVIDENCE = listOf(
  objectWith({ session_id: TEXT, turn_id: LOOSE_TEXT, invocation_outcomes: listOf(OBJECT) }),
);

const MEASURES = [
  {
    name: "final",
    field: "final_attempt_latency_ms",
    threshold: "final_attempt_latency_threshold_ms",
  },
  {
    name: "total",
    field: "total_invocation_latency_ms",
    threshold: "total_invocation_latency_threshold_ms",
  },
] as const;

/**
 * One TIMING_DIVERGENCE for each invocation that is above a threshold, scoped
 * `invocation_latency_final:<scope>` or `invocation_latency_total:<scope>`, with what it is too long by. A scope
 * without a readable invocation has one with `diff_ms: 0`: the evidence is missing, and the scope alone fails it.
 * Order: scopes as written, the final attempt before the total, evidence as given.
 *
 * @since 0.1.0
 */
export function invocationLatencyDivergences(
  evidence: readonly InvocationEvidence[],
  fixture: FixtureSettings,
): ReplayDivergence[] {
  requireShape("evidence", evidence, EVIDENCE);
  return fixture.invocation_latency_scopes.flatMap((scope) => {
    const invocations = evidence
      .filter((turn) => isWithin(turn, scope))
      .flatMap(({ invocation_outcomes }) => invocation_outcomes);
    return MEASURES.flatMap(({ name, field, threshold }) => {
      const limit = fixture[threshold];
      if (limit === undefined) return [];
      const timing = (message: string, diff_ms: number): ReplayDivergence => ({
        class: "TIMING_DIVERGENCE",
        scope: `invocation_latency_${name}:${scope}`,
        message,
        diff_ms,
      });
      if (invocations.length === 0)
        return [
          timing(
            `Scope ${quote(scope)}: expected invocation_outcomes to hold against ${threshold} ${limit} ms but received none; record them, or name other invocation_latency_scopes`,
            0,
          ),
        ];
      return invocations.flatMap((given, index) => {
        const where = `Scope ${quote(scope)}, invocation ${index}`;
        if (!isQuickInvocation(given))
          return [timing(`${where}: expected a valid invocation_outcome_evidence but received another`, 0)];
        const outcome = given as unknown as InvocationOutcomeEvidence;
        const observed = outcome[field];
        if (observed <= limit) return [];
        const id = quote(outcome.provider_invocation_id);
        return [
          timing(
            `${where} (${id}): expected ${field} of at most ${limit} ms but received ${observed} ms`,
            observed - limit,
          ),
        ];
      });
    });
  });
}

function isWithin({ session_id, turn_id }: InvocationEvidence, scope: string): boolean {
  return scope === `turn:${turn_id}` || scope === `session:${session_id}`;
}
