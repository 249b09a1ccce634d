/** How provider calls end and what is done then. */

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
