/** Fields that invocations and attempts share: which provider was called and how it ended. */
import { booleanField, enumField, textField } from "../core/fields.ts";
import { MODALITIES, OUTCOME_CLASSES, RETRY_DECISIONS } from "./provider-outcome.ts";

const rule = "CON-02";

/** Which provider was called. */
export const providerIdentity = {
  provider_invocation_id: textField({ rule, about: "Id of the invocation" }),
  modality: enumField(MODALITIES, { rule, about: "Kind of provider" }),
  provider_id: textField({ rule, about: "Provider that was called" }),
};

/** How the call ended. */
export const providerOutcome = {
  outcome_class: enumField(OUTCOME_CLASSES, { rule, about: "How it ended" }),
  retryable: booleanField({ rule, about: "Whether another attempt could have helped" }),
  retry_decision: enumField(RETRY_DECISIONS, { rule, about: "What was done next" }),
};

/** The example call. */
export const PROVIDER_CALL_EXAMPLE = {
  provider_invocation_id: "inv-1",
  modality: "llm",
  provider_id: "provider-b",
  outcome_class: "success",
  retryable: false,
  retry_decision: "none",
} as const;
