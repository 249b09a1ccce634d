/** Writes turn metrics as NDJSON, in the order of keys that scanners are fastest on. */
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { TURN_MARKERS } from "../../../evidence/turn-markers.ts";
import { recordOf } from "../../../internal/record-of.ts";
import { requireShape } from "../../invalid-input.ts";
import { TURN_SAMPLE } from "../turn-sample.ts";

/**
 * One line of NDJSON, its line feed included, with the keys in the contract's order.
 * Throws TypeError or RangeError if the turn is not well formed.
 *
 * @since 0.1.0
 */
export function encodeTurnLine(turn: TurnMetrics): string {
  const { turn_id, accepted, happy_path, ...others } = requireShape("turn", turn, TURN_SAMPLE);
  const { baseline_complete, accepted_stale_epoch_output, terminal_events, tags } = others;
  const ordered: TurnMetrics = {
    turn_id,
    accepted,
    happy_path,
    ...recordOf(TURN_MARKERS, (name) => others[name]),
    baseline_complete,
    accepted_stale_epoch_output,
    terminal_events,
    tags,
  };
  return `${JSON.stringify(ordered)}\n`;
}
