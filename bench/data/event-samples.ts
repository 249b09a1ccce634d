/**
 * Valid events and signals from a seed: every signal, records of every payload class, and optional
 * fields in ever new combinations, the way a stream of many producers looks.
 */
import { PAYLOAD_CLASSES } from "../../src/contracts/security/payload-class.ts";
import { CANCEL_SCOPES } from "../../src/contracts/signals/emitter.ts";
import type { SignalField, SignalName, SignalRule } from "../../src/contracts/signals/signal-table.ts";
import { CONTROL_SIGNALS, SIGNAL_RULES } from "../../src/contracts/signals/signal-table.ts";
import { realisticId } from "./realistic-ids.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** A JSON object. */
export type JsonObject = Record<string, unknown>;

/** How often an optional field is there. */
export interface SampleOptions {
  readonly optionalShare: number;
}

const START_MS = 1_770_000_000_000;

function envelope(random: SeededRandom, turn: boolean, rest: JsonObject): JsonObject {
  const at = random.integer(3_600_000);
  return {
    schema_version: random.chance(0.9) ? "v1.0" : random.pick(["v1.1", "v1.0.3", "v1.12"]),
    event_scope: turn ? "turn" : "session",
    session_id: realisticId.session(random),
    ...(turn && { turn_id: realisticId.turn(random) }),
    pipeline_version: realisticId.pipeline(random),
    event_id: realisticId.event(random),
    ...rest,
    transport_sequence: random.integer(2_000_000),
    runtime_sequence: random.integer(2_000_000),
    runtime_timestamp_ms: at,
    wall_clock_timestamp_ms: START_MS + at,
  };
}

function lineage(random: SeededRandom, turn: boolean, { optionalShare }: SampleOptions): JsonObject {
  const maybe = (name: string, value: () => unknown) => random.chance(optionalShare) && { [name]: value() };
  const discontinuity = random.chance(optionalShare / 3);
  const merged = random.chance(optionalShare / 3);
  return {
    ...maybe("timestamp_ms", () => START_MS + random.integer(3_600_000)),
    ...maybe("node_id", () => realisticId.node(random)),
    ...maybe("edge_id", () => realisticId.edge(random)),
    ...maybe("causal_parent_id", () => realisticId.event(random)),
    ...maybe("idempotency_key", () => realisticId.idempotency(random)),
    ...maybe("provider_invocation_id", () => realisticId.invocation(random)),
    ...maybe("lease_token", () => realisticId.lease(random)),
    ...maybe("sync_id", () => realisticId.sync(random)),
    ...((discontinuity || random.chance(optionalShare / 2)) && { sync_domain: realisticId.domain(random) }),
    ...(discontinuity && { discontinuity_id: realisticId.discontinuity(random) }),
    ...((merged || random.chance(optionalShare / 4)) && { merge_group_id: realisticId.merge(random) }),
    ...(merged && {
      merged_from_event_ids: Array.from({ length: 1 + random.integer(4) }, () => realisticId.event(random)),
    }),
    ...(random.chance(optionalShare / 2) && { late_after_cancel: turn && random.chance(0.5) }),
  };
}

/** A valid event record. */
export function sampleRecord(random: SeededRandom, options: SampleOptions): JsonObject {
  const turn = random.chance(0.75);
  const payload = random.pick(PAYLOAD_CLASSES);
  const epoch = turn || random.chance(options.optionalShare);
  const timed = payload === "audio_raw" || random.chance(options.optionalShare / 3);
  const coordinate = random.chance(0.6) ? "sample_index" : "pts_ms";
  return {
    ...envelope(random, turn, { lane: random.chance(0.8) ? "DataLane" : "TelemetryLane" }),
    ...(epoch && { authority_epoch: random.integer(40) }),
    payload_class: payload,
    ...(timed && { media_time: { [coordinate]: random.integer(100_000_000) } }),
    ...lineage(random, turn, options),
  };
}

const signalField: Readonly<Record<SignalField, (random: SeededRandom) => unknown>> = {
  reason: realisticId.reason,
  scope: (random) => random.pick(CANCEL_SCOPES),
  target_lane: (random) => random.pick(["DataLane", "ControlLane", "TelemetryLane"]),
  amount: (random) => 1 + random.integer(64),
  seq_range: (random) => {
    const start = random.integer(1_000_000);
    return { start, end: start + random.integer(50) };
  },
  edge_id: realisticId.edge,
  sync_domain: realisticId.domain,
  discontinuity_id: realisticId.discontinuity,
};

/** A valid control signal of the name, or of any. */
export function sampleSignal(
  random: SeededRandom,
  options: SampleOptions,
  signal: SignalName = random.pick(CONTROL_SIGNALS),
): JsonObject {
  const rule: SignalRule = SIGNAL_RULES[signal];
  const turn = rule.event_scope === "any" ? random.chance(0.6) : rule.event_scope === "turn";
  const own: JsonObject = {};
  for (const field of Object.keys(signalField) as SignalField[]) {
    const isEnvelopeField = field === "edge_id" || field === "sync_domain" || field === "discontinuity_id";
    const wanted =
      rule.required.includes(field) || (!isEnvelopeField && random.chance(options.optionalShare / 4));
    if (wanted) own[field] = signalField[field](random);
  }
  return {
    ...envelope(random, turn, { lane: "ControlLane" }),
    authority_epoch: random.integer(40),
    payload_class: "metadata",
    signal,
    emitted_by: random.pick(rule.emitters),
    ...lineage(random, turn, options),
    ...own,
  };
}
