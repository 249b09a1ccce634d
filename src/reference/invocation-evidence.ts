/** The provider invocations of a turn, as evidence. */
import type { InvocationOutcomeEvidence } from "../contracts/provider/invocation-outcome-evidence.ts";
import type { TurnState } from "./session-state.ts";
import type { World } from "./world.ts";

/** The invocations of a turn, as they stand in its evidence. */
export function invocationOutcomes({ clock }: World, turn: TurnState): InvocationOutcomeEvidence[] {
  const wasCancelled = turn.cancelled === true;
  return [...turn.invocations.values()].map((invocation) => {
    const { provider_invocation_id, modality, started_at, attempts, ended_at = clock.now } = invocation;
    const isOpen = invocation.ended_at === undefined;
    return {
      provider_invocation_id,
      modality,
      provider_id: turn.plan.provider_bindings[modality] ?? "provider-mock",
      outcome_class: isOpen && wasCancelled ? "cancelled" : invocation.outcome_class,
      retryable: attempts > 1 || invocation.retry_decision !== "none",
      retry_decision:
        attempts > 1 && invocation.retry_decision === "none" ? "retry" : invocation.retry_decision,
      attempt_count: attempts,
      final_attempt_latency_ms: ended_at - started_at,
      total_invocation_latency_ms: ended_at - started_at,
    };
  });
}
