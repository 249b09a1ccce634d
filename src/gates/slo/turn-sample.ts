/**
 * The strict reading of one sample: what the `turn_metrics` contract accepts in closed mode.
 *
 * Written against the contract's type rather than its compiled validator, whose diagnoses would double the
 * size of the entry; a property test holds the two to the same verdicts.
 */
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { TURN_MARKERS } from "../../evidence/turn-markers.ts";
import { BOOLEAN, INTEGER, listOf, mapOf, objectOf, optional, TEXT } from "../../internal/input-shape.ts";
import { recordOf } from "../../internal/record-of.ts";

/** A well-formed sample. A marker that is undefined counts as absent, null does not. */
export const TURN_SAMPLE = objectOf<TurnMetrics>({
  turn_id: TEXT,
  accepted: BOOLEAN,
  happy_path: BOOLEAN,
  ...recordOf(TURN_MARKERS, () => optional(INTEGER)),
  baseline_complete: BOOLEAN,
  accepted_stale_epoch_output: BOOLEAN,
  terminal_events: listOf(TEXT),
  tags: optional(mapOf(TEXT)),
});
