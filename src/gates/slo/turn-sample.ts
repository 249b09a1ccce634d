/**
 * The strict reading of one sample: what the `turn_metrics` contract accepts in closed mode.
 *
 * Written against the contract's type rather than its compiled validator, whose diagnoses would double the
 * size of the entry; a property test holds the two to the same verdicts.
 */
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import {
  BOOLEAN,
  INTEGER,
  type InputShape,
  LIST,
  requireFields,
  requireShape,
  TEXT,
} from "../invalid-input.ts";

const REQUIRED = {
  turn_id: TEXT,
  accepted: BOOLEAN,
  happy_path: BOOLEAN,
  baseline_complete: BOOLEAN,
  accepted_stale_epoch_output: BOOLEAN,
  terminal_events: LIST,
} satisfies Partial<Record<keyof TurnMetrics, InputShape>>;

const MARKERS = [
  "turn_open_proposed_at_ms",
  "turn_open_at_ms",
  "turn_terminal_at_ms",
  "first_output_at_ms",
  "cancel_accepted_at_ms",
  "cancel_fence_applied_at_ms",
  "audio_ingress_at_ms",
  "playback_started_at_ms",
] as const satisfies (keyof TurnMetrics)[];

const FIELDS: ReadonlySet<string> = new Set([...Object.keys(REQUIRED), ...MARKERS]);
const SHAPES = Object.entries(REQUIRED) as [keyof typeof REQUIRED, InputShape][];

/**
 * Throws TypeError or RangeError unless the value is a well-formed sample. A marker that is undefined
 * counts as absent, null does not. `path` names the sample in the message, such as `samples[3]`.
 */
export function requireTurnSample(path: string, value: unknown): asserts value is TurnMetrics {
  requireFields(path, value, { only: FIELDS });
  const sample = value as TurnMetrics;
  for (const [name, shape] of SHAPES) requireShape(`${path}.${name}`, sample[name], shape);
  for (const name of MARKERS)
    if (sample[name] !== undefined) requireShape(`${path}.${name}`, sample[name], INTEGER);
  for (const [index, event] of sample.terminal_events.entries())
    requireShape(`${path}.terminal_events[${index}]`, event, TEXT);
}
