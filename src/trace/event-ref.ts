/** References to events: enough to find an event in its stream, and to understand why it matters. */
import type { Lane } from "../contracts/events/lane.ts";
import { quote } from "../internal/quote.ts";
import type { EventView } from "./event-view.ts";

/** An event of the stream, without its content. */
export interface EventRef {
  /** 0-based place in the input, in order of arrival. */
  readonly event_index: number;
  readonly event_id: string;
  readonly lane: Lane;
  /** Present on the ControlLane. */
  readonly signal?: string;
  readonly runtime_sequence: number;
  /** Milliseconds on the runtime's monotonic clock. */
  readonly runtime_timestamp_ms: number;
}

/** The reference to the event in view. */
export function refOf(event: EventView): EventRef {
  return {
    event_index: event.index,
    event_id: event.event_id,
    lane: event.lane,
    ...(event.signal !== undefined && { signal: event.signal }),
    runtime_sequence: event.runtime_sequence,
    runtime_timestamp_ms: event.runtime_timestamp_ms,
  };
}

/** An event in the words of a message, such as `commit "evt-7"`. */
export function nameOf(event: EventRef): string {
  return `${event.signal ?? `${event.lane} event`} ${quote(event.event_id)}`;
}
