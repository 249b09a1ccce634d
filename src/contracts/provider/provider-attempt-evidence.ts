/** What came of one attempt of a provider invocation. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { integerField, textField } from "../core/fields.ts";
import { PROVIDER_CALL_EXAMPLE, providerIdentity, providerOutcome } from "./provider-call.ts";

const rule = "CON-02";

/** Schema of the outcome of one attempt, closed. */
export const ProviderAttemptEvidenceSchema = wireObject({
  session_id: textField({ rule, about: "Session of the invocation" }),
  turn_id: textField({ rule, about: "Turn of the invocation; absent outside a turn" }).optional(),
  pipeline_version: textField({ rule, about: "Immutable version of the pipeline that was running" }),
  event_id: textField({ rule, about: "Event that caused the invocation" }),
  ...providerIdentity,
  ...providerOutcome,
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
    ...PROVIDER_CALL_EXAMPLE,
    attempt: 1,
    attempt_latency_ms: 240,
    transport_sequence: 1,
    runtime_sequence: 1,
    authority_epoch: 7,
    runtime_timestamp_ms: 100,
    wall_clock_timestamp_ms: 1770000000100,
  },
});
