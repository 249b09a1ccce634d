/** From OR-02 evidence of a turn to the markers that the SLO gates are evaluated on. */
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import type { TurnMetrics } from "../contracts/observability/turn-metrics.ts";
import { isAccepted, isBaselineComplete } from "./is-baseline-complete.ts";
import { TURN_MARKERS } from "./turn-markers.ts";

/** Stands for the id of a turn whose evidence has none; such a turn is incomplete by EVD-01. */
const NO_TURN_ID = "(no turn_id)";

/**
 * The metrics of a turn. Whatever the evidence lacks, the result is well formed, so that an incomplete
 * turn fails gates G5 and G6 instead of stopping the evaluation: an empty terminal outcome is no terminal
 * event. Only markers are handed on as they are; the gates refuse a negative one by its path.
 *
 * @since 0.1.0
 */
export function toTurnMetrics(evidence: BaselineEvidence): TurnMetrics {
  const { turn_id, terminal_outcome, close_emitted, accepted_stale_epoch_output } = evidence;
  const accepted = isAccepted(evidence);
  const markers: { -readonly [N in (typeof TURN_MARKERS)[number]]?: number } = {};
  for (const name of TURN_MARKERS) {
    if (evidence[name] !== undefined) markers[name] = evidence[name];
  }
  return {
    turn_id: turn_id === "" ? NO_TURN_ID : turn_id,
    accepted,
    happy_path: accepted && evidence.first_output_at_ms !== undefined,
    ...markers,
    baseline_complete: isBaselineComplete(evidence),
    accepted_stale_epoch_output,
    terminal_events: [terminal_outcome, close_emitted ? "close" : ""].filter((event) => event !== ""),
  };
}
