/**
 * Reference two: hand-written with the idea that the generated code uses too. It walks the keys that are
 * there, checks each value by a table, and remembers what the rules across fields need.
 */
import { SIGNAL_RULES } from "../../src/contracts/signals/signal-table.ts";

type Fields = Record<string, unknown>;
type FieldCheck = (value: unknown) => boolean;

const VERSION = /^v1\.[0-9]+(\.[0-9]+)?$/;
const isId: FieldCheck = (value) => typeof value === "string" && value !== "";
const isCount: FieldCheck = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const oneOf =
  (...values: string[]): FieldCheck =>
  (value) =>
    values.includes(value as string);

const envelopeChecks: Record<string, FieldCheck> = {
  schema_version: (value) => value === "v1.0" || (typeof value === "string" && VERSION.test(value)),
  event_scope: oneOf("session", "turn"),
  session_id: isId,
  turn_id: isId,
  pipeline_version: isId,
  event_id: isId,
  transport_sequence: isCount,
  runtime_sequence: isCount,
  runtime_timestamp_ms: isCount,
  wall_clock_timestamp_ms: isCount,
  timestamp_ms: isCount,
  authority_epoch: isCount,
  node_id: isId,
  edge_id: isId,
  causal_parent_id: isId,
  idempotency_key: isId,
  provider_invocation_id: isId,
  lease_token: isId,
  sync_id: isId,
  sync_domain: isId,
  discontinuity_id: isId,
  merge_group_id: isId,
  merged_from_event_ids: (value) =>
    Array.isArray(value) &&
    value.length >= 1 &&
    value.length <= 64 &&
    value.every(isId) &&
    new Set(value).size === value.length,
  late_after_cancel: (value) => typeof value === "boolean",
};

const recordChecks = new Map<string, FieldCheck>(
  Object.entries({
    ...envelopeChecks,
    lane: oneOf("DataLane", "TelemetryLane"),
    payload_class: oneOf("PII", "PHI", "audio_raw", "text_raw", "derived_summary", "metadata"),
    media_time: (value: unknown) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
      const keys = Object.keys(value);
      return (
        keys.length === 1 &&
        (keys[0] === "sample_index" || keys[0] === "pts_ms") &&
        isCount((value as Fields)[keys[0]])
      );
    },
  }),
);

const signalChecks = new Map<string, FieldCheck>(
  Object.entries({
    ...envelopeChecks,
    lane: oneOf("ControlLane"),
    payload_class: oneOf("metadata"),
    signal: isId,
    emitted_by: isId,
    reason: isId,
    scope: oneOf("session", "turn", "node", "provider_invocation"),
    target_lane: oneOf("DataLane", "ControlLane", "TelemetryLane"),
    amount: (value: unknown) => isCount(value) && value !== 0,
    seq_range: (value: unknown) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
      const { start, end } = value as Fields;
      return (
        isCount(start) &&
        isCount(end) &&
        (start as number) <= (end as number) &&
        Object.keys(value).length === 2
      );
    },
  }),
);

const COMMON = [
  "schema_version",
  "event_scope",
  "session_id",
  "pipeline_version",
  "event_id",
  "lane",
  "transport_sequence",
  "runtime_sequence",
  "runtime_timestamp_ms",
  "wall_clock_timestamp_ms",
  "payload_class",
];

const REQUIRED = new Set(COMMON);

interface SignalRow {
  readonly emitters: readonly string[];
  readonly event_scope: string;
  readonly required: readonly string[];
}
const rows = new Map<unknown, SignalRow>(Object.entries(SIGNAL_RULES));

/** Whether every key is known and well-formed, and every field that all events need is there. */
function walk(event: Fields, checks: ReadonlyMap<string, FieldCheck>): boolean {
  let required = 0;
  for (const key in event) {
    const check = checks.get(key);
    if (check === undefined || !check(event[key])) return false;
    if (REQUIRED.has(key)) required += 1;
  }
  return required === COMMON.length;
}

function fitsTogether(event: Fields): boolean {
  const turn = event["event_scope"] === "turn";
  if (turn && (!("turn_id" in event) || !("authority_epoch" in event))) return false;
  if (!turn && event["late_after_cancel"] === true) return false;
  if ("merged_from_event_ids" in event && !("merge_group_id" in event)) return false;
  return !("discontinuity_id" in event) || "sync_domain" in event;
}

function isSignal(event: Fields): boolean {
  if (!walk(event, signalChecks) || !("authority_epoch" in event) || !fitsTogether(event)) return false;
  const row = rows.get(event["signal"]);
  if (row?.emitters.includes(event["emitted_by"] as string) !== true) return false;
  if (row.event_scope !== "any" && event["event_scope"] !== row.event_scope) return false;
  return row.required.every((field) => field in event);
}

function isRecord(event: Fields): boolean {
  if (!walk(event, recordChecks) || !fitsTogether(event)) return false;
  return event["payload_class"] !== "audio_raw" || "media_time" in event;
}

/** Whether the value is a valid event record or control signal. */
export function isEventByWalk(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return (value as Fields)["lane"] === "ControlLane" ? isSignal(value as Fields) : isRecord(value as Fields);
}
