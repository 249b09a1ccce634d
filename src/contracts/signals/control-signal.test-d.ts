/** Illegal control signals and events do not type-check. */
import { expectTypeOf, test } from "vitest";

import { buildEvent } from "../events/build-event.ts";
import type { EventRecord } from "../events/event-record.ts";
import { buildSignal } from "./build-signal.ts";
import type { ControlSignal, ControlSignalOf } from "./control-signal.ts";
import type { Event } from "./event.ts";

const envelope = {
  schema_version: "v1.0",
  event_scope: "turn",
  session_id: "sess-1",
  turn_id: "turn-1",
  pipeline_version: "pipeline-v1",
  event_id: "evt-1",
  lane: "ControlLane",
  transport_sequence: 1,
  runtime_sequence: 1,
  runtime_timestamp_ms: 1,
  wall_clock_timestamp_ms: 1,
  payload_class: "metadata",
  authority_epoch: 1,
} as const;

test("a legal signal type-checks", () => {
  const open: ControlSignal = { ...envelope, signal: "turn_open", emitted_by: "RK-03" };
  expectTypeOf(open).toExtend<ControlSignal>();
});

test("illegal combinations do not type-check", () => {
  // @ts-expect-error turn_open is emitted by RK-03 only
  const foreign: ControlSignal = { ...envelope, signal: "turn_open", emitted_by: "RK-25" };
  // @ts-expect-error abort needs a reason
  const unexplained: ControlSignal = { ...envelope, signal: "abort", emitted_by: "RK-03" };
  // @ts-expect-error watermark needs an edge
  const nowhere: ControlSignal = {
    ...envelope,
    signal: "watermark",
    emitted_by: "RK-13",
    target_lane: "DataLane",
    reason: "high",
  };
  // @ts-expect-error turn_open is turn-scoped
  const unscoped: ControlSignal = {
    ...envelope,
    event_scope: "session",
    signal: "turn_open",
    emitted_by: "RK-03",
  };
  // @ts-expect-error cancel needs a scope
  const aimless: ControlSignal = { ...envelope, signal: "cancel", emitted_by: "RK-06" };
  // @ts-expect-error there is no such signal
  const unknown: ControlSignal = { ...envelope, signal: "turn_opened", emitted_by: "RK-03" };
  // @ts-expect-error the ControlLane is for control signals
  const record: EventRecord = { ...envelope };
  const mediaTimed = {
    ...envelope,
    signal: "turn_open",
    emitted_by: "RK-03",
    media_time: { pts_ms: 1 },
  } as const;
  // @ts-expect-error media time belongs to event records
  const timed: ControlSignal = mediaTimed;
  void [foreign, unexplained, nowhere, unscoped, aimless, unknown, record, timed];
});

test("an event is narrowed by its signal", () => {
  const event = buildEvent() as Event;
  if (event.signal === undefined) expectTypeOf(event).toEqualTypeOf<EventRecord>();
  else expectTypeOf(event).toEqualTypeOf<ControlSignal>();
  if (event.signal === "abort") expectTypeOf(event.reason).toEqualTypeOf<string>();
});

test("media time has exactly one coordinate", () => {
  // @ts-expect-error two coordinates
  buildEvent({ payload_class: "audio_raw", media_time: { sample_index: 1, pts_ms: 1 } });
});

test("builders ask for what the table requires and nothing else", () => {
  expectTypeOf(buildSignal("abort", { turn_id: "t", reason: "cancelled" })).toEqualTypeOf<
    ControlSignalOf<"abort">
  >();
  buildSignal("connected");
  // @ts-expect-error abort needs a reason
  buildSignal("abort", { turn_id: "t" });
  // @ts-expect-error turn_open needs a turn
  buildSignal("turn_open");
  // @ts-expect-error RK-25 does not own turn_open
  buildSignal("turn_open", { turn_id: "t", emitted_by: "RK-25" });
  // @ts-expect-error raw audio needs its media time
  buildEvent({ payload_class: "audio_raw" });
  // @ts-expect-error turn scope needs a turn
  buildEvent({ event_scope: "turn" });
});
