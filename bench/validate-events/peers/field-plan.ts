/**
 * The fields of records and of each signal in neutral words, so that every peer states the same rules in
 * its own language. Rules across fields are in `rules-across-fields.ts`.
 */
import { PAYLOAD_CLASSES } from "../../../src/contracts/security/payload-class.ts";
import { CANCEL_SCOPES } from "../../../src/contracts/signals/emitter.ts";
import type { SignalField, SignalName, SignalRule } from "../../../src/contracts/signals/signal-table.ts";
import { CONTROL_SIGNALS, SIGNAL_RULES } from "../../../src/contracts/signals/signal-table.ts";

/** What the value of a field is. */
export type FieldKind =
  /** Non-empty string. */
  | "id"
  /** String of {@link VERSION_SOURCE}. */
  | "version"
  /** Safe integer from 0. */
  | "count"
  /** Safe integer from 1. */
  | "positive"
  | "boolean"
  /** 1 to 64 unique ids. */
  | "merged"
  /** Exactly one of `sample_index` and `pts_ms`, counts. */
  | "media-time"
  /** `start` and `end`, counts; their order is a rule across fields. */
  | "sequence-range"
  /** One of these strings. */
  | readonly string[];

/** One declared field. */
export interface FieldPlan {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
}

/** Pattern of a supported version. */
export const VERSION_SOURCE = "^v1\\.[0-9]+(\\.[0-9]+)?$";

const LANES = ["DataLane", "ControlLane", "TelemetryLane"];
const must = (name: string, kind: FieldKind): FieldPlan => ({ name, kind, required: true });
const may = (name: string, kind: FieldKind): FieldPlan => ({ name, kind, required: false });

const head = (lanes: readonly string[], scopes: readonly string[], turn: FieldPlan): FieldPlan[] => [
  must("schema_version", "version"),
  must("event_scope", scopes),
  must("session_id", "id"),
  turn,
  must("pipeline_version", "id"),
  must("event_id", "id"),
  must("lane", lanes),
  must("transport_sequence", "count"),
  must("runtime_sequence", "count"),
  must("runtime_timestamp_ms", "count"),
  must("wall_clock_timestamp_ms", "count"),
  may("timestamp_ms", "count"),
];

const lineage: readonly FieldPlan[] = [
  may("node_id", "id"),
  may("edge_id", "id"),
  may("causal_parent_id", "id"),
  may("idempotency_key", "id"),
  may("provider_invocation_id", "id"),
  may("lease_token", "id"),
  may("sync_id", "id"),
  may("sync_domain", "id"),
  may("discontinuity_id", "id"),
  may("merge_group_id", "id"),
  may("merged_from_event_ids", "merged"),
  may("late_after_cancel", "boolean"),
];

/** Fields of an event record. */
export const recordPlan: readonly FieldPlan[] = [
  ...head(["DataLane", "TelemetryLane"], ["session", "turn"], may("turn_id", "id")),
  may("authority_epoch", "count"),
  must("payload_class", PAYLOAD_CLASSES),
  may("media_time", "media-time"),
  ...lineage,
];

const signalFields: Readonly<Record<SignalField, FieldKind>> = {
  reason: "id",
  scope: CANCEL_SCOPES,
  target_lane: LANES,
  amount: "positive",
  seq_range: "sequence-range",
  edge_id: "id",
  sync_domain: "id",
  discontinuity_id: "id",
};

function planOf(signal: SignalName): FieldPlan[] {
  const rule: SignalRule = SIGNAL_RULES[signal];
  const isOwn = (name: string): name is SignalField => name in signalFields;
  return [
    ...head(
      ["ControlLane"],
      rule.event_scope === "any" ? ["session", "turn"] : [rule.event_scope],
      rule.event_scope === "turn" ? must("turn_id", "id") : may("turn_id", "id"),
    ),
    must("authority_epoch", "count"),
    must("payload_class", ["metadata"]),
    must("signal", [signal]),
    must("emitted_by", rule.emitters),
    ...lineage.filter(({ name }) => !isOwn(name)),
    ...Object.entries(signalFields).map(([name, kind]) => ({
      name,
      kind,
      required: rule.required.includes(name as SignalField),
    })),
  ];
}

/** Fields of each signal. */
export const signalPlans: ReadonlyMap<SignalName, readonly FieldPlan[]> = new Map(
  CONTROL_SIGNALS.map((signal) => [signal, planOf(signal)]),
);
