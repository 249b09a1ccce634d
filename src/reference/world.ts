/** What all rules of the reference runtime share: clock, parts, sessions, and the answer that is being written. */
import type { JsonObject } from "../contracts/conformance/stimulus.ts";
import type { StimulusOutcome } from "../contracts/conformance/subject-message.ts";
import { buildEvent, type EventInit } from "../contracts/events/build-event.ts";
import { buildSignal, type SignalInit } from "../contracts/signals/build-signal.ts";
import type { SignalName } from "../contracts/signals/signal-table.ts";
import type { VirtualClock } from "../simulation/virtual-clock.ts";
import type { ReferenceParts } from "./reference-parts.ts";
import type { SessionState } from "./session-state.ts";

/** The answer to one instant. */
export type Answer = {
  events: JsonObject[];
  evidence: JsonObject[];
  plans: JsonObject[];
} & { -readonly [K in "verdict" | "divergences" | "report"]?: StimulusOutcome[K] };

/** The whole runtime between a reset and the next. */
export interface World {
  readonly clock: VirtualClock;
  /** Wall clock minus monotonic clock, in ms. */
  readonly wallOffset: number;
  readonly seed: number;
  readonly parts: ReferenceParts;
  readonly sessions: Map<string, SessionState>;
  answer: Answer;
}

/** An answer without anything. */
export const emptyAnswer = (): Answer => ({ events: [], evidence: [], plans: [] });

/** The part of the envelope that the runtime writes. */
function envelope(world: World, session: SessionState) {
  const { clock, wallOffset } = world;
  session.sequence += 1;
  return {
    session_id: session.session_id,
    pipeline_version: session.pipeline_version,
    event_id: `${session.session_id}-e${session.sequence}`,
    transport_sequence: session.sequence,
    runtime_sequence: session.sequence,
    runtime_timestamp_ms: clock.now,
    wall_clock_timestamp_ms: clock.now + wallOffset,
    authority_epoch: session.epoch,
  };
}

/** Emits a control signal and gives back its event id. */
export function emitSignal<const S extends SignalName>(
  world: World,
  session: SessionState,
  { signal, ...fields }: { readonly signal: S } & Partial<SignalInit<S>> & JsonObject,
): string {
  const init = { ...envelope(world, session), ...fields };
  const event = (buildSignal as (name: SignalName, init: object) => { event_id: string })(signal, init);
  world.answer.events.push(event as unknown as JsonObject);
  return event.event_id;
}

/** Emits an event record and gives back its event id. */
export function emitRecord(
  world: World,
  session: SessionState,
  { ...fields }: EventInit & JsonObject,
): string {
  const event = buildEvent({ ...envelope(world, session), ...fields } as EventInit);
  if (event.turn_id !== undefined) session.turns.get(event.turn_id)?.payload_classes.add(event.payload_class);
  world.answer.events.push(event as unknown as JsonObject);
  return event.event_id;
}

/** Numbers for items that are dropped: they are never emitted. */
export function skipNumbers(session: SessionState, count: number): { start: number; end: number } {
  const start = session.sequence + 1;
  session.sequence += count;
  return { start, end: session.sequence };
}
