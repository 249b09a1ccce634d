/** References to events: enough to find an event in its stream, and to understand why it matters. */
import type { Lane } from "../../contracts/events/lane.ts";
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
  return toRef(event.index, event);
}

/** Written out: every signal costs a reference, and spreading one into another is slow. */
function toRef(
  event_index: number,
  event: Omit<EventRef, "event_index" | "signal"> & { readonly signal: string | undefined },
): EventRef {
  const { event_id, lane, signal, runtime_sequence, runtime_timestamp_ms } = event;
  return signal === undefined
    ? { event_index, event_id, lane, runtime_sequence, runtime_timestamp_ms }
    : { event_index, event_id, lane, signal, runtime_sequence, runtime_timestamp_ms };
}

/** A reference that moves on with the stream along an edge, so that not every event costs an object. */
export interface MovingRef {
  event_index: number;
  event_id: string;
  lane: Lane;
  signal: string | undefined;
  runtime_sequence: number;
  runtime_timestamp_ms: number;
  /** Events that name no edge are taken to travel on one of their lane. */
  readonly edge_id: string | undefined;
}

/** A moving reference that begins at the event in view. */
export function movingRef(event: EventView): MovingRef {
  return {
    event_index: event.index,
    event_id: event.event_id,
    lane: event.lane,
    signal: event.signal,
    runtime_sequence: event.runtime_sequence,
    runtime_timestamp_ms: event.runtime_timestamp_ms,
    edge_id: event.edge_id,
  };
}

/** Moves the reference to the event in view. */
export function moveRef(ref: MovingRef, event: EventView): void {
  ref.event_index = event.index;
  ref.event_id = event.event_id;
  ref.lane = event.lane;
  ref.signal = event.signal;
  ref.runtime_sequence = event.runtime_sequence;
  ref.runtime_timestamp_ms = event.runtime_timestamp_ms;
}

/** The reference as it stands, to keep. */
export function stillRef(ref: MovingRef): EventRef {
  return toRef(ref.event_index, ref);
}
