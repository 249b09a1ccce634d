/** Short streams for tests: one step an event, numbered and timed by their place. */
import { expect } from "vitest";

import { buildEvent, type EventInit } from "../contracts/events/build-event.ts";
import { buildSignal } from "../contracts/signals/build-signal.ts";
import type { Event } from "../contracts/signals/event.ts";
import type { SignalName } from "../contracts/signals/signal-table.ts";
import { checkTrace } from "./check-trace.ts";
import type { TraceResult } from "./result/trace-result.ts";
import type { TraceOptions } from "./trace-options.ts";

/** A signal or the lane of a record, with the fields that matter. An undefined field is left out. */
export type Step = readonly [
  kind: SignalName | "DataLane" | "TelemetryLane",
  fields?: Readonly<Record<string, unknown>>,
];

/** Fields of the turn that most streams are about. */
export const IN_TURN = { turn_id: "t1" } as const;

/** Reasons and scopes that signals must have, so that streams only say what they are about. */
const REQUIRED: Readonly<Record<string, unknown>> = {
  reason: "because",
  edge_id: "e1",
  target_lane: "DataLane",
};

const NEEDS_ALL: ReadonlySet<string> = new Set([
  "flow_xoff",
  "flow_xon",
  "credit_grant",
  "drop_notice",
  "watermark",
]);

const OF_TURN: ReadonlySet<string> = new Set([
  ...["turn_open", "commit", "abort", "close"],
  ...["output_accepted", "playback_started", "playback_completed", "playback_cancelled"],
]);

/** The events of the steps: 10 ms apart, numbered from 1 on, in session `session-1` at epoch 1. */
export function stream(...steps: readonly Step[]): Event[] {
  return steps.map(([kind, fields = {}], index) => {
    const place = { runtime_sequence: index + 1, runtime_timestamp_ms: (index + 1) * 10, authority_epoch: 1 };
    const isRecord = kind === "DataLane" || kind === "TelemetryLane";
    const own = {
      ...(NEEDS_ALL.has(kind) && REQUIRED),
      ...(OF_TURN.has(kind) && IN_TURN),
      ...place,
      ...fields,
    };
    // Steps say less than the types of the builders ask for; what a stream lacks may be what it is about.
    const event = isRecord
      ? buildEvent({ ...own, lane: kind } as EventInit)
      : buildSignal(kind as "cancel", own as never);
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined) delete (event as Record<string, unknown>)[name];
    }
    return event;
  });
}

/** A turn that went well. */
export const GOOD_TURN: readonly Step[] = [["turn_open"], ["DataLane", IN_TURN], ["commit"], ["close"]];

/** Streams that keep and break an invariant. */
export interface InvariantCase {
  readonly holds: readonly Step[];
  readonly breaks: readonly Step[];
  /** Index of the event that breaks it. */
  readonly at: number;
  readonly options?: TraceOptions;
  /** Options for the stream that breaks it, where those are what breaks it. */
  readonly badOptions?: TraceOptions;
}

/** Checks that the invariant is judged and held by one stream, and alone broken by the other. */
export function expectCase(
  id: string,
  { holds, breaks, at, options, badOptions = options }: InvariantCase,
): void {
  const good = checkTrace(stream(...holds), options);
  expect(good.violations).toEqual([]);
  expect(tallyOf(good, id)).toMatchObject({ violations: 0 });
  expect(tallyOf(good, id)?.checked).toBeGreaterThan(0);

  const bad = checkTrace(stream(...breaks), badOptions);
  expect(bad.violations.map((one) => [one.id, one.event_index])).toEqual([[id, at]]);
  const [violation] = bad.violations;
  expect(violation?.message).toMatch(/^Cannot .*[^.]$/);
  expect(violation?.message).toContain(
    `: expected ${violation?.expected} but received ${violation?.received}`,
  );
  expect(violation?.window.map(({ event_index }) => event_index)).toContain(at);
}

/** The tally of an invariant. */
export function tallyOf({ summary }: TraceResult, id: string) {
  return summary.invariants.find((one) => one.id === id);
}
