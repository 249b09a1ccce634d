/** Brings events to the node: makes the envelope, looks whether they may go in, hands them to the instance. */
import { CONTRACT_VERSION } from "../../../contracts/core/version.ts";
import type { EventRecord } from "../../../contracts/events/event-record.ts";
import { buildSignal } from "../../../contracts/signals/build-signal.ts";
import type { ControlSignal } from "../../../contracts/signals/control-signal.ts";
import type { SignalName } from "../../../contracts/signals/signal-table.ts";
import { deliver, drop } from "../instance/instance-life.ts";
import type { Instances } from "../instance/instances.ts";
import type { QueuedInput } from "../instance/node-instance.ts";
import type { NodeStep } from "../node-step.ts";
import { freezePayload, isPayloadArray, type PayloadArray } from "../payload.ts";
import type { HarnessWorld, TurnState } from "../world/harness-world.ts";
import { malformation, oddityOf } from "./input-oddity.ts";

/** The part of the envelope that the harness writes. */
function envelopeOf(world: HarnessWorld) {
  world.sequence += 1;
  return {
    session_id: world.session_id,
    pipeline_version: world.pipeline_version,
    event_id: `in-${world.sequence}`,
    transport_sequence: world.sequence,
    runtime_sequence: world.sequence,
    runtime_timestamp_ms: world.clock.now,
    wall_clock_timestamp_ms: world.clock.now + world.wall_offset,
    authority_epoch: world.epoch,
  };
}

/** A signal that the runtime sends. */
export interface SentSignal {
  readonly signal: SignalName;
  readonly turn: TurnState | undefined;
  readonly reason?: string;
  readonly scope?: string;
}

/** Sends a signal to the node, if it has a port for it. */
export function deliverSignal(
  world: HarnessWorld,
  instances: Instances,
  { signal, turn, ...fields }: SentSignal,
): void {
  if (world.input_ports.get(signal)?.lane !== "ControlLane") return;
  const turn_id = turn?.turn_id;
  const init = { ...envelopeOf(world), ...(turn_id !== undefined && { turn_id }), ...fields };
  const envelope = (buildSignal as (name: SignalName, init: object) => ControlSignal)(signal, init);
  bring(world, instances, { event: { type: signal, payload: undefined, envelope }, turn });
}

/** Brings the event of an `input` step. */
export function deliverInput(
  world: HarnessWorld,
  instances: Instances,
  step: Extract<NodeStep, { readonly kind: "input" }>,
): void {
  const port = world.input_ports.get(step.type);
  const turn = turnOfStep(world, step.turn_id);
  const turn_id = step.turn_id === null ? undefined : (step.turn_id ?? turn?.turn_id);
  const base = { ...envelopeOf(world), ...(turn_id !== undefined && { turn_id }) };
  const said = step.envelope as Partial<EventRecord> | undefined;
  const payload_class = said?.payload_class ?? port?.payload_class ?? "metadata";
  if (port?.lane === "ControlLane") {
    const init = { reason: "test", ...base, ...said };
    const envelope = (buildSignal as (name: string, init: object) => ControlSignal)(step.type, init);
    bring(world, instances, { event: { type: step.type, payload: undefined, envelope }, turn });
    return;
  }
  const lane = port?.lane === "TelemetryLane" ? "TelemetryLane" : "DataLane";
  const media =
    payload_class === "audio_raw" ? { media_time: { pts_ms: nextMediaTime(world, step.payload) } } : {};
  const event_scope = turn_id === undefined ? "session" : "turn";
  const envelope = {
    schema_version: CONTRACT_VERSION,
    event_scope,
    ...base,
    lane,
    ...media,
    ...said,
    payload_class,
  } as EventRecord;
  const samples = isPayloadArray(step.payload) ? step.payload : undefined;
  const payload = samples === undefined ? step.payload : samples.slice();
  bring(world, instances, { event: { type: step.type, payload, envelope }, turn, samples });
}

/** Samples in a millisecond of audio that says nothing of its rate: 16 kHz. */
const SAMPLES_A_MS = 16;

/** Frames follow each other without a gap or an overlap, also when several come at once. */
function nextMediaTime(world: HarnessWorld, payload: unknown): number {
  const begins = Math.max(world.clock.now, world.next_media_ms);
  const ms = isPayloadArray(payload) ? Math.ceil(payload.length / SAMPLES_A_MS) : 1;
  world.next_media_ms = begins + ms;
  return begins;
}

/** The turn of an input: the open one unless the step says otherwise. */
const turnOfStep = (world: HarnessWorld, turn_id: string | null | undefined): TurnState | undefined => {
  if (turn_id === undefined) return world.turn;
  return turn_id === null ? undefined : world.turns.get(turn_id);
};

function bring(
  world: HarnessWorld,
  instances: Instances,
  {
    event,
    turn,
    samples,
  }: Omit<QueuedInput, "oddity" | "samples"> & { readonly samples?: PayloadArray | undefined },
): void {
  const { envelope } = event;
  const { event_id } = envelope;
  const isSignal = envelope.lane === "ControlLane";
  if (!world.is_connected && !isSignal) {
    drop(world, { event_id, reason: "disconnected" });
    return;
  }
  const isOfNoTurn = envelope.turn_id !== undefined && turn === undefined;
  if (isOfNoTurn || (!isSignal && turn !== undefined && turn.phase !== "open")) {
    drop(world, { event_id, reason: "turn_over" });
    return;
  }
  const problem = malformation(world, event);
  if (problem !== undefined) {
    const where = problem.path === "" ? "" : `at ${problem.path}: `;
    drop(world, { event_id, reason: "malformed", detail: `${where}${problem.message}` });
    return;
  }
  const oddity = oddityOf(world, event);
  if ("media_time" in envelope && envelope.media_time?.pts_ms !== undefined)
    world.media_ms = envelope.media_time.pts_ms;
  if (!world.received.has(event_id)) world.received.set(event_id, { order: Number.POSITIVE_INFINITY });
  world.last_input = Math.max(world.last_input, envelope.runtime_sequence);
  const frozen = Object.freeze({ ...event, envelope: freezePayload(envelope) });
  const input = { event: frozen, turn, oddity, samples };
  if (instances.hold(input)) return;
  const instance = instances.instanceFor(turn);
  if (instance !== undefined) {
    deliver(world, instance, input);
    return;
  }
  const detail = "no instance: the node lives for a turn and none is open";
  drop(world, { event_id, reason: "stopped", detail });
}
