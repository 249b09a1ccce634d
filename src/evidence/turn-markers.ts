/** The markers of a turn that evidence and metrics share: ms on the runtime's monotonic clock. */
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import type { TurnMetrics } from "../contracts/observability/turn-metrics.ts";

/** Their names, in the order of a turn. */
export const TURN_MARKERS = [
  "turn_open_proposed_at_ms",
  "turn_open_at_ms",
  "turn_terminal_at_ms",
  "first_output_at_ms",
  "cancel_accepted_at_ms",
  "cancel_fence_applied_at_ms",
  "audio_ingress_at_ms",
  "playback_started_at_ms",
] as const satisfies (keyof BaselineEvidence & keyof TurnMetrics)[];
