/** Builds event records with sensible defaults, for tests, examples and adapters. */
import { defined } from "../../internal/defined.ts";
import { CONTRACT_VERSION } from "../core/version.ts";
import type { PayloadClass } from "../security/payload-class.ts";
import type { EventRecord } from "./event-record.ts";
import type { MediaTime } from "./media-time.ts";

type Optional = Partial<Omit<EventRecord, "event_scope" | "turn_id" | "payload_class" | "media_time">>;

/** A turn id makes the event turn-scoped, unless it says otherwise. */
export type ScopeInit =
  | { readonly turn_id: string; readonly event_scope?: "turn" | "session" }
  | { readonly turn_id?: undefined; readonly event_scope?: "session" };

type PayloadInit =
  | { readonly payload_class: "audio_raw"; readonly media_time: MediaTime }
  | { readonly payload_class?: Exclude<PayloadClass, "audio_raw">; readonly media_time?: MediaTime };

/** What an event record is built from: everything may be left out, raw audio needs its media time. */
export type EventInit = Optional & ScopeInit & PayloadInit;

/** Fields that every event has, with their defaults. No clock is read: times and sequences are 0 unless given. */
export function envelopeDefaults(init: {
  readonly turn_id?: string | undefined;
  readonly runtime_sequence?: number | undefined;
}) {
  const sequence = init.runtime_sequence ?? 0;
  return {
    schema_version: CONTRACT_VERSION,
    event_scope: init.turn_id === undefined ? ("session" as const) : ("turn" as const),
    session_id: "session-1",
    pipeline_version: "pipeline-v1",
    event_id: `event-${sequence}`,
    transport_sequence: sequence,
    runtime_sequence: sequence,
    runtime_timestamp_ms: 0,
    wall_clock_timestamp_ms: 0,
    authority_epoch: 0,
  };
}

/**
 * An event record. Defaults: session `session-1`, `pipeline-v1`, DataLane, metadata, sequences and times 0,
 * epoch 0, `event_id` from `runtime_sequence`, turn scope when `turn_id` is given.
 */
export function buildEvent(init: EventInit = {}): EventRecord {
  return {
    ...envelopeDefaults(init),
    lane: "DataLane",
    payload_class: "metadata",
    ...defined(init),
  } as EventRecord;
}
