/** The quick answer whether something is a valid invocation_outcome_evidence; see `is-baseline-complete.ts`. */
import type { InvocationOutcomeEvidence } from "../contracts/provider/invocation-outcome-evidence.ts";
import { MODALITIES, OUTCOME_CLASSES, RETRY_DECISIONS } from "../contracts/provider/provider-outcome.ts";
import { BOOLEAN, INTEGER, integerFrom, objectOf, oneOf, TEXT } from "../internal/input-shape.ts";

const INVOCATION = objectOf<InvocationOutcomeEvidence>({
  provider_invocation_id: TEXT,
  modality: oneOf(MODALITIES),
  provider_id: TEXT,
  outcome_class: oneOf(OUTCOME_CLASSES),
  retryable: BOOLEAN,
  retry_decision: oneOf(RETRY_DECISIONS),
  attempt_count: integerFrom(1),
  final_attempt_latency_ms: INTEGER,
  total_invocation_latency_ms: INTEGER,
});

/** Whether it is a valid invocation_outcome_evidence. */
export function isQuickInvocation(value: unknown): boolean {
  if (INVOCATION(value) !== undefined) return false;
  const outcome = value as InvocationOutcomeEvidence;
  return outcome.final_attempt_latency_ms <= outcome.total_invocation_latency_ms;
}
