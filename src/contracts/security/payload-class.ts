/** Payload classes and what may be done with them. */

/** How sensitive the content of an artifact is. */
export const PAYLOAD_CLASSES = [
  "PII",
  "PHI",
  "audio_raw",
  "text_raw",
  "derived_summary",
  "metadata",
] as const;

/** A payload class. */
export type PayloadClass = (typeof PAYLOAD_CLASSES)[number];

/** What redaction does to a class. */
export const REDACTION_ACTIONS = ["allow", "mask", "hash", "drop", "tokenize"] as const;

/** A redaction action. */
export type RedactionAction = (typeof REDACTION_ACTIONS)[number];
