/** Reasons of `abort` that have a fixed name; others are legal and must be deterministic for the same inputs. */
export const ABORT_REASONS = [
  "cancelled",
  "authority_loss",
  "recording_evidence_unavailable",
  "node_timeout_or_failure",
  "provider_failure",
  "transport_disconnect_or_stall",
] as const;

/** A reason with a fixed name. */
export type AbortReason = (typeof ABORT_REASONS)[number];
