/** The event stream of one session: numbers, times and epochs that hold across all of its events. */
import type { EventRecord } from "../../src/contracts/events/event-record.ts";
import type { ControlSignal, ControlSignalOf } from "../../src/contracts/signals/control-signal.ts";
import { SIGNAL_RULES } from "../../src/contracts/signals/signal-table.ts";

/** Immutable version of the pipeline that was recorded. */
export const PIPELINE_VERSION = "va@1.4.0";

/** 2026-02-02T02:40:00Z, when the recording begins. */
const WALL_CLOCK_START = 1770000000000;

type Envelope =
  | "schema_version"
  | "session_id"
  | "pipeline_version"
  | "event_id"
  | "transport_sequence"
  | "runtime_sequence"
  | "runtime_timestamp_ms"
  | "wall_clock_timestamp_ms"
  | "authority_epoch";
type Fixed = Envelope | "signal" | "emitted_by" | "lane" | "payload_class";

/** What the caller says of a record; the stream knows the rest. */
export type OwnRecord = Omit<EventRecord, Envelope>;

/** What the caller says of a signal besides its name. */
export type OwnSignal<S extends ControlSignal["signal"]> = Omit<ControlSignalOf<S>, Fixed>;

type Written = Pick<RecordedEvent, "event_scope" | "turn_id" | "lane" | "payload_class">;

/** An event as it stands in the recording. */
export type RecordedEvent = EventRecord | ControlSignal;

/** Writes the events of one session, in order. Times are ms of the session's monotonic clock. */
export interface EventStream {
  readonly session_id: string;
  readonly events: readonly RecordedEvent[];
  /** Epoch of everything that is written from now on. */
  epoch: number;
  /** The wall clock at a time of the session's clock, in ms since the Unix epoch. */
  wallClock(at: number): number;
  /** Writes a record and gives back its event id. */
  record(at: number, own: OwnRecord): string;
  /** Writes a signal, by the first emitter that may, and gives back its event id. */
  signal<S extends ControlSignal["signal"]>(at: number, signal: S, own: OwnSignal<S>): string;
}

/** An empty stream. `startsAfter` is when the session begins, in ms after the recording did. */
export function createEventStream(
  session_id: string,
  { epoch, startsAfter }: { readonly epoch: number; readonly startsAfter: number },
): EventStream {
  const events: RecordedEvent[] = [];
  const wallClock = (at: number) => WALL_CLOCK_START + startsAfter + at;
  const write = (at: number, { event_scope, turn_id, lane, payload_class, ...own }: Written): string => {
    const before = events.at(-1)?.runtime_timestamp_ms ?? 0;
    if (at < before) throw new RangeError(`Cannot write an event at ${at} ms: expected >= ${before} ms`);
    const sequence = events.length + 1;
    const event_id = `${session_id}-e${String(sequence).padStart(4, "0")}`;
    const event = {
      schema_version: "v1.0",
      event_scope,
      session_id,
      ...(turn_id !== undefined && { turn_id }),
      pipeline_version: PIPELINE_VERSION,
      event_id,
      lane,
      transport_sequence: sequence,
      runtime_sequence: sequence,
      runtime_timestamp_ms: at,
      wall_clock_timestamp_ms: wallClock(at),
      authority_epoch: stream.epoch,
      payload_class,
      ...own,
    };
    // The parts make up an event of the contract; the test of the example holds every one against it.
    events.push(event as RecordedEvent);
    return event_id;
  };
  const stream: EventStream = {
    session_id,
    events,
    epoch,
    wallClock,
    record: write,
    signal: (at, signal, own) => {
      const [emitted_by] = SIGNAL_RULES[signal].emitters;
      return write(at, { lane: "ControlLane", payload_class: "metadata", signal, emitted_by, ...own });
    },
  };
  return stream;
}
