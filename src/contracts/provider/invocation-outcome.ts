/** What came of calling a provider: the outcome of an invocation and of each of its attempts. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { booleanField, enumField, integerField, textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";

const rule = "CON-02";

/** Kinds of provider. */
export const MODALITIES = ["stt", "llm", "tts", "external"] as const;

/** How an invocation or attempt ended. */
export const OUTCOME_CLASSES = [
  "success",
  "timeout",
  "overload",
  "blocked",
  "infrastructure_failure",
  "cancelled",
] as const;

/** What was done after an attempt. */
export const RETRY_DECISIONS = ["none", "retry", "provider_switch", "fallback"] as const;

const identity = {
  provider_invocation_id: textField({ rule, about: "Id of the invocation" }),
  modality: enumField(MODALITIES, { rule, about: "Kind of provider" }),
  provider_id: textField({ rule, about: "Provider that was called" }),
};

const outcome = {
  outcome_class: enumField(OUTCOME_CLASSES, { rule, about: "How it ended" }),
  retryable: booleanField({ rule, about: "Whether another attempt could have helped" }),
  retry_decision: enumField(RETRY_DECISIONS, { rule, about: "What was done next" }),
};

/** Schema of the outcome of a provider invocation, closed. */
export const InvocationOutcomeEvidenceSchema = wireObject(
  {
    ...identity,
    ...outcome,
    attempt_count: integerField({ rule, about: "Number of attempts", unit: "attempts" }, 1),
    final_attempt_latency_ms: integerField({
      rule,
      about: "Latency of the last attempt",
      unit: "ms",
      clock: "monotonic",
    }),
    total_invocation_latency_ms: integerField({
      rule,
      about: "Latency of the whole invocation, at least that of the last attempt",
      unit: "ms",
      clock: "monotonic",
    }),
  },
  {
    checks: [
      {
        rule: "PRV-01",
        must: { ordered: ["final_attempt_latency_ms", "total_invocation_latency_ms"] },
        at: "total_invocation_latency_ms",
        expected: "a total latency at or above final_attempt_latency_ms",
      },
    ],
  },
);

/** Outcome of a provider invocation. */
export type InvocationOutcomeEvidence = z.infer<typeof InvocationOutcomeEvidenceSchema>;

/** Schema of the outcome of one attempt, closed. */
export const ProviderAttemptEvidenceSchema = wireObject({
  session_id: textField({ rule, about: "Session of the invocation" }),
  turn_id: textField({ rule, about: "Turn of the invocation; absent outside a turn" }).optional(),
  pipeline_version: textField({ rule, about: "Immutable version of the pipeline that was running" }),
  event_id: textField({ rule, about: "Event that caused the invocation" }),
  ...identity,
  ...outcome,
  attempt: integerField({ rule, about: "Number of the attempt, the first is 1", unit: "attempts" }, 1),
  attempt_latency_ms: integerField({ rule, about: "Latency of the attempt", unit: "ms", clock: "monotonic" }),
  transport_sequence: integerField({ rule, about: "Sequence number at the transport", unit: "sequence" }),
  runtime_sequence: integerField({ rule, about: "Sequence number in the runtime", unit: "sequence" }),
  authority_epoch: integerField({ rule, about: "Authority epoch of the attempt", unit: "epoch" }),
  runtime_timestamp_ms: integerField({
    rule,
    about: "Time of the attempt on the runtime's clock",
    unit: "ms",
    clock: "monotonic",
  }),
  wall_clock_timestamp_ms: integerField({
    rule,
    about: "Time of the attempt since the Unix epoch",
    unit: "ms",
    clock: "wall",
  }),
});

/** Outcome of one attempt. */
export type ProviderAttemptEvidence = z.infer<typeof ProviderAttemptEvidenceSchema>;

const providerRules = defineRules("contracts-v1 section 7", {
  "PRV-01": ["MUST", "total_invocation_latency_ms is at least final_attempt_latency_ms"],
});

const example = {
  provider_invocation_id: "inv-1",
  modality: "llm",
  provider_id: "provider-b",
  outcome_class: "success",
  retryable: false,
  retry_decision: "none",
} as const;

/** The contract of invocation outcomes. */
export const invocationOutcomeEvidenceContract = defineContract({
  address: "provider/invocation-outcome-evidence",
  kind: "invocation_outcome_evidence",
  since: "0.1.0",
  title: "Invocation outcome evidence",
  about: "What came of one provider invocation over all of its attempts.",
  schema: InvocationOutcomeEvidenceSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...providerRules],
  example: { ...example, attempt_count: 1, final_attempt_latency_ms: 240, total_invocation_latency_ms: 240 },
});

/** The contract of provider attempts. */
export const providerAttemptEvidenceContract = defineContract({
  address: "provider/provider-attempt-evidence",
  kind: "provider_attempt_evidence",
  since: "0.1.0",
  title: "Provider attempt evidence",
  about: "What came of one attempt of a provider invocation.",
  schema: ProviderAttemptEvidenceSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: {
    session_id: "sess-1",
    pipeline_version: "pipeline-v1",
    event_id: "evt-1",
    ...example,
    attempt: 1,
    attempt_latency_ms: 240,
    transport_sequence: 1,
    runtime_sequence: 1,
    authority_epoch: 7,
    runtime_timestamp_ms: 100,
    wall_clock_timestamp_ms: 1770000000100,
  },
});
