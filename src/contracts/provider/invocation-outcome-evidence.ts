/** What came of one provider invocation over all of its attempts. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { integerField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { PROVIDER_CALL_EXAMPLE, providerIdentity, providerOutcome } from "./provider-call.ts";

const rule = "CON-02";

/** Schema of the outcome of a provider invocation, closed. */
export const InvocationOutcomeEvidenceSchema = wireObject(
  {
    ...providerIdentity,
    ...providerOutcome,
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

const providerRules = defineRules("contracts-v1 section 7", {
  "PRV-01": ["MUST", "total_invocation_latency_ms is at least final_attempt_latency_ms"],
});

/** The contract of invocation outcomes. */
export const invocationOutcomeEvidenceContract = defineContract({
  address: "provider/invocation-outcome-evidence",
  kind: "invocation_outcome_evidence",
  since: "0.1.0",
  title: "Invocation outcome evidence",
  about: "What came of one provider invocation over all of its attempts.",
  schema: InvocationOutcomeEvidenceSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...providerRules],
  example: {
    ...PROVIDER_CALL_EXAMPLE,
    attempt_count: 1,
    final_attempt_latency_ms: 240,
    total_invocation_latency_ms: 240,
  },
});
