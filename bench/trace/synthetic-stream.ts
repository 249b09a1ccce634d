/** A synthetic stream of interleaved sessions, made as it is read, so that its length costs no memory. */
import type { Event } from "../../src/contracts/signals/event.ts";

interface Session {
  readonly id: string;
  sequence: number;
  time: number;
  turn: number;
  step: number;
}

const SIGNALS = new Map<number, readonly [signal: string, emitter: string]>([
  [0, ["turn_open_proposed", "RK-02"]],
  [1, ["admit", "RK-25"]],
  [2, ["turn_open", "RK-03"]],
  [4, ["output_accepted", "RK-22"]],
  [5, ["playback_started", "RK-22"]],
  [28, ["playback_completed", "RK-22"]],
  [29, ["commit", "RK-03"]],
  [30, ["close", "RK-03"]],
]);

/** Events of one turn: eight signals and 23 records of audio, as an assistant speaks. */
const STEPS = 31;

const IN_SESSION = new Set(["turn_open_proposed", "admit"]);

/** The next event of a session. */
function nextEvent(session: Session): Event {
  const { id, step } = session;
  session.sequence += 1;
  session.time += 20;
  const known = SIGNALS.get(step);
  const turn_id = `${id}-t${session.turn}`;
  session.step = (step + 1) % STEPS;
  if (session.step === 0) session.turn += 1;
  const event_scope = known !== undefined && IN_SESSION.has(known[0]) ? "session" : "turn";
  const event = {
    schema_version: "v1.0",
    event_scope,
    session_id: id,
    ...(event_scope === "turn" && { turn_id }),
    pipeline_version: "pipeline-v1",
    event_id: `${id}-e${session.sequence}`,
    lane: known === undefined ? "DataLane" : "ControlLane",
    transport_sequence: session.sequence,
    runtime_sequence: session.sequence,
    runtime_timestamp_ms: session.time,
    wall_clock_timestamp_ms: 1_770_000_000_000 + session.time,
    authority_epoch: 7,
    payload_class: known === undefined ? "audio_raw" : "metadata",
    ...(known === undefined
      ? { edge_id: "tts-out", media_time: { pts_ms: session.time } }
      : { signal: known[0], emitted_by: known[1], ...(known[0] === "admit" && { reason: "capacity" }) }),
  };
  return event as unknown as Event;
}

/** `count` events of `sessions` interleaved sessions; every session in order, all turns legal. */
export function* syntheticStream(count: number, sessions: number): Generator<Event> {
  const all = Array.from({ length: sessions }, (_, index): Session => {
    return { id: `session-${index}`, sequence: 0, time: 0, turn: 1, step: 0 };
  });
  // A fixed stride that visits every session once a round, in no obvious order.
  for (let at = 0; at < count; at += 1) yield nextEvent(all[(at * 7919) % sessions]!);
}
