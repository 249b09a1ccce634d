/**
 * The strict reading of one sample: what the `turn_metrics` contract accepts in closed mode.
 *
 * Written against the contract's type rather than its compiled validator, whose diagnoses would double the
 * size of the entry; a property test holds the two to the same verdicts.
 */
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { BOOLEAN, INTEGER, listOf, objectOf, optional, TEXT } from "../../internal/input-shape.ts";

const MARKER = optional(INTEGER);

/** A well-formed sample. A marker that is undefined counts as absent, null does not. */
export const TURN_SAMPLE = objectOf<TurnMetrics>({
  turn_id: TEXT,
  accepted: BOOLEAN,
  happy_path: BOOLEAN,
  turn_open_proposed_at_ms: MARKER,
  turn_open_at_ms: MARKER,
  turn_terminal_at_ms: MARKER,
  first_output_at_ms: MARKER,
  cancel_accepted_at_ms: MARKER,
  cancel_fence_applied_at_ms: MARKER,
  audio_ingress_at_ms: MARKER,
  playback_started_at_ms: MARKER,
  baseline_complete: BOOLEAN,
  accepted_stale_epoch_output: BOOLEAN,
  terminal_events: listOf(TEXT),
});
