/** Arbitrary legal streams of one or several sessions, and arbitrary streams that are not. */
import fc from "fast-check";
import { turnHistoryArbitrary } from "../arbitraries/turn/turn-history.ts";
import type { Event } from "../contracts/signals/event.ts";
import type { Step } from "./stream.test-kit.ts";
import { stream } from "./stream.test-kit.ts";

/** Events of a session in order, numbered from 1 on, with times that never fall. */
function inSequence(histories: readonly (readonly Event[])[], session_id: string): Event[] {
  let now = 0;
  const events = histories.flatMap((history) => {
    const start = now;
    return history.map((event) => {
      now = Math.max(now, start + event.runtime_timestamp_ms);
      return { ...event, runtime_timestamp_ms: now };
    });
  });
  return events.map((event, index) => ({
    ...event,
    session_id,
    runtime_sequence: index + 1,
    event_id: `${session_id}-${index + 1}`,
  }));
}

const PROPOSAL = stream(["turn_open_proposed"]);

/** Legal sessions: turns one after the other, each proposed, as the truth table has them. */
export const legalSession = (session_id = "session-1"): fc.Arbitrary<Event[]> =>
  fc
    .integer({ min: 1, max: 6 })
    .chain((turns) =>
      fc.tuple(...Array.from({ length: turns }, (_, at) => turnHistoryArbitrary({ turn_id: `t${at + 1}` }))),
    )
    .map((histories) =>
      inSequence(
        histories.map((history) => {
          const isProposed = history[0]?.signal === "turn_open_proposed";
          return isProposed ? history : [...PROPOSAL, ...history];
        }),
        session_id,
      ),
    );

/** Several legal sessions, interleaved in any way. */
export const interleavedSessions: fc.Arbitrary<Event[]> = fc
  .tuple(legalSession("a"), legalSession("b"), legalSession("c"), fc.array(fc.nat(2), { maxLength: 80 }))
  .map(([a, b, c, order]) => {
    const rest = [[...a], [...b], [...c]];
    const taken = order.flatMap((which) => rest[which]?.shift() ?? []);
    return [...taken, ...rest.flat()];
  });

const KINDS: readonly Step[0][] = [
  ...(["turn_open_proposed", "turn_open", "commit", "abort", "close", "cancel", "ended"] as const),
  ...(["reject", "stale_epoch_reject", "deauthorized_drain", "lease_rotated", "migration_start"] as const),
  ...(["flow_xoff", "flow_xon", "credit_grant", "drop_notice", "watermark", "provider_switch"] as const),
  ...(["output_accepted", "playback_started", "playback_cancelled", "recording_level_downgraded"] as const),
  ...(["DataLane", "DataLane", "DataLane", "TelemetryLane"] as const),
];

const maybe = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

/** Streams without any order: whatever can be violated is, and every memory is used. */
export const chaos: fc.Arbitrary<Event[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...KINDS),
      fc.record({
        session_id: fc.constantFrom("a", "b"),
        turn_id: maybe("t1", "t2", "t3"),
        edge_id: fc.constantFrom("e1", "e2"),
        event_id: fc.integer({ min: 0, max: 60 }).map((id) => `x${id}`),
        idempotency_key: maybe("k"),
        causal_parent_id: fc.option(
          fc.integer({ min: 0, max: 60 }).map((id) => `x${id}`),
          { nil: undefined },
        ),
        runtime_sequence: fc.integer({ min: 0, max: 40 }),
        runtime_timestamp_ms: fc.integer({ min: 0, max: 200 }),
        authority_epoch: maybe(1, 1, 1, 2),
        reason: fc.constantFrom("cancelled", "authority_loss", "other"),
        scope: fc.constantFrom("session", "turn", "node"),
        node_id: maybe("n1"),
        amount: fc.constantFrom(1, 2),
        seq_range: fc.constantFrom({ start: 1, end: 5 }, { start: 7, end: 9 }),
        late_after_cancel: fc.constantFrom(true, false, false),
        target_lane: fc.constantFrom("DataLane", "TelemetryLane", "ControlLane"),
      }),
    ),
    { maxLength: 60 },
  )
  .map((steps) => stream(...steps));
