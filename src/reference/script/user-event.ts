/** An event record that arrives at ingress, as a transport would send it. */
import type { Ingress } from "../../contracts/conformance/stimulus.ts";
import { buildEvent, type EventInit } from "../../contracts/events/build-event.ts";
import { defined } from "../../internal/defined.ts";

/** Where a record comes from. */
export interface ArrivingRecord {
  readonly session_id: string;
  /** Monotonic time, in ms. */
  readonly at_ms: number;
  /** Makes its id unique unless it is given one. */
  readonly line: string;
  readonly payload_class: "audio_raw" | "text_raw";
}

/** The record as it arrives: without authority metadata unless an epoch is given. */
export function userEvent(
  { id, turn, epoch }: { readonly [name: string]: unknown },
  { session_id, at_ms, line, payload_class }: ArrivingRecord,
): Ingress {
  const init = {
    session_id,
    event_id: id ?? `${session_id}-in-${line}`,
    runtime_timestamp_ms: at_ms,
    wall_clock_timestamp_ms: at_ms,
    payload_class,
    turn_id: turn,
    ...(payload_class === "audio_raw" && { media_time: { pts_ms: at_ms } }),
  };
  const { authority_epoch: _, ...event } = buildEvent(defined(init) as EventInit);
  return {
    kind: "ingress",
    session_id,
    event: { ...event, ...(epoch !== undefined && { authority_epoch: epoch }) },
  };
}
