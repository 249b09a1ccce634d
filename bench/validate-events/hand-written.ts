/**
 * Reference one: the validator a competent engineer writes by hand, with all the same rules. One property
 * check after the other, a Set of known keys for closed mode, a switch on the signal.
 */

type Fields = Record<string, unknown>;

const VERSION = /^v1\.[0-9]+(\.[0-9]+)?$/;

const ENVELOPE_KEYS = [
  "schema_version",
  "event_scope",
  "session_id",
  "turn_id",
  "pipeline_version",
  "event_id",
  "lane",
  "transport_sequence",
  "runtime_sequence",
  "runtime_timestamp_ms",
  "wall_clock_timestamp_ms",
  "timestamp_ms",
  "authority_epoch",
  "payload_class",
  "node_id",
  "edge_id",
  "causal_parent_id",
  "idempotency_key",
  "provider_invocation_id",
  "lease_token",
  "sync_id",
  "sync_domain",
  "discontinuity_id",
  "merge_group_id",
  "merged_from_event_ids",
  "late_after_cancel",
];
const RECORD_KEYS = new Set([...ENVELOPE_KEYS, "media_time"]);
const SIGNAL_KEYS = new Set([
  ...ENVELOPE_KEYS,
  "signal",
  "emitted_by",
  "reason",
  "scope",
  "target_lane",
  "amount",
  "seq_range",
]);

const isId = (value: unknown): boolean => typeof value === "string" && value.length > 0;
const isOptionalId = (value: unknown): boolean => value === undefined || isId(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isOptionalCount = (value: unknown): boolean => value === undefined || isCount(value);

function hasOnly(value: object, known: ReadonlySet<string>): boolean {
  for (const key of Object.keys(value)) if (!known.has(key)) return false;
  return true;
}

function isEnvelope(event: Fields): boolean {
  return (
    typeof event["schema_version"] === "string" &&
    VERSION.test(event["schema_version"]) &&
    isId(event["session_id"]) &&
    isOptionalId(event["turn_id"]) &&
    isId(event["pipeline_version"]) &&
    isId(event["event_id"]) &&
    isCount(event["transport_sequence"]) &&
    isCount(event["runtime_sequence"]) &&
    isCount(event["runtime_timestamp_ms"]) &&
    isCount(event["wall_clock_timestamp_ms"]) &&
    isOptionalCount(event["timestamp_ms"]) &&
    isOptionalCount(event["authority_epoch"]) &&
    isOptionalId(event["node_id"]) &&
    isOptionalId(event["edge_id"]) &&
    isOptionalId(event["causal_parent_id"]) &&
    isOptionalId(event["idempotency_key"]) &&
    isOptionalId(event["provider_invocation_id"]) &&
    isOptionalId(event["lease_token"]) &&
    isOptionalId(event["sync_id"]) &&
    isOptionalId(event["sync_domain"]) &&
    isOptionalId(event["discontinuity_id"]) &&
    (event["discontinuity_id"] === undefined || event["sync_domain"] !== undefined) &&
    isOptionalId(event["merge_group_id"]) &&
    isMergeList(event["merged_from_event_ids"], event["merge_group_id"]) &&
    isScope(event)
  );
}

function isScope(event: Fields): boolean {
  const late = event["late_after_cancel"];
  if (late !== undefined && typeof late !== "boolean") return false;
  if (event["event_scope"] === "session") return late !== true;
  if (event["event_scope"] !== "turn") return false;
  return event["turn_id"] !== undefined && event["authority_epoch"] !== undefined;
}

function isMergeList(ids: unknown, group: unknown): boolean {
  if (ids === undefined) return true;
  if (group === undefined || !Array.isArray(ids) || ids.length < 1 || ids.length > 64) return false;
  return ids.every(isId) && new Set(ids).size === ids.length;
}

const RECORD_CLASSES = new Set<unknown>([
  "PII",
  "PHI",
  "audio_raw",
  "text_raw",
  "derived_summary",
  "metadata",
]);

function isMediaTime(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { sample_index: sample, pts_ms: pts } = value as Fields;
  for (const key of Object.keys(value)) if (key !== "sample_index" && key !== "pts_ms") return false;
  return sample === undefined ? isCount(pts) : pts === undefined && isCount(sample);
}

function isRecord(event: Fields): boolean {
  if (event["lane"] !== "DataLane" && event["lane"] !== "TelemetryLane") return false;
  if (!isEnvelope(event) || !RECORD_CLASSES.has(event["payload_class"])) return false;
  const time = event["media_time"];
  if (time === undefined ? event["payload_class"] === "audio_raw" : !isMediaTime(time)) return false;
  return hasOnly(event, RECORD_KEYS);
}

const isLane = (value: unknown): boolean =>
  value === "DataLane" || value === "ControlLane" || value === "TelemetryLane";

function isSequenceRange(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { start, end } = value as Fields;
  if (!isCount(start) || !isCount(end) || end < start) return false;
  return Object.keys(value).length === 2;
}

function isCancelScope(value: unknown): boolean {
  return value === "session" || value === "turn" || value === "node" || value === "provider_invocation";
}

function isControlSignal(event: Fields): boolean {
  if (event["payload_class"] !== "metadata" || event["authority_epoch"] === undefined) return false;
  if (!isEnvelope(event)) return false;
  const { reason, scope, target_lane: lane, amount, seq_range: range } = event;
  if (!isOptionalId(reason)) return false;
  if (scope !== undefined && !isCancelScope(scope)) return false;
  if (lane !== undefined && !isLane(lane)) return false;
  if (amount !== undefined && !(isCount(amount) && amount >= 1)) return false;
  if (range !== undefined && !isSequenceRange(range)) return false;
  return hasOnly(event, SIGNAL_KEYS) && isSignalRow(event);
}

function isSignalRow(event: Fields): boolean {
  const emitter = event["emitted_by"];
  const hasReason = event["reason"] !== undefined;
  switch (event["signal"]) {
    case "turn_open_proposed":
      return emitter === "RK-02" && event["event_scope"] === "session";
    case "turn_open":
    case "commit":
    case "close":
      return emitter === "RK-03" && event["event_scope"] === "turn";
    case "abort":
      return emitter === "RK-03" && event["event_scope"] === "turn" && hasReason;
    case "barge_in":
    case "stop":
      return emitter === "RK-06" || emitter === "RK-16";
    case "cancel":
      return (emitter === "RK-06" || emitter === "RK-16") && event["scope"] !== undefined;
    case "budget_warning":
    case "budget_exhausted":
      return emitter === "RK-17" && hasReason;
    case "degrade":
    case "fallback":
      return (emitter === "RK-13" || emitter === "RK-17") && hasReason;
    case "watermark":
      return emitter === "RK-13" && isOnEdge(event) && hasReason;
    case "flow_xoff":
      return emitter === "RK-14" && isOnEdge(event) && hasReason;
    case "flow_xon":
      return emitter === "RK-14" && isOnEdge(event);
    case "credit_grant":
      return emitter === "RK-14" && isOnEdge(event) && event["amount"] !== undefined;
    case "drop_notice":
      if (emitter !== "RK-12" && emitter !== "RK-13") return false;
      return isOnEdge(event) && hasReason && event["seq_range"] !== undefined;
    case "discontinuity":
      return emitter === "RK-15" && event["discontinuity_id"] !== undefined && hasReason;
    case "provider_error":
    case "circuit_event":
    case "provider_switch":
      return emitter === "RK-11" && hasReason;
    case "lease_issued":
    case "lease_rotated":
    case "migration_start":
    case "migration_finish":
    case "session_handoff":
      return emitter === "CP-07" || emitter === "CP-08";
    case "admit":
    case "reject":
    case "defer":
      return (emitter === "RK-25" || emitter === "CP-05") && event["event_scope"] === "session" && hasReason;
    case "shed":
      return emitter === "RK-25" && hasReason;
    case "stale_epoch_reject":
    case "deauthorized_drain":
      return emitter === "RK-24" && hasReason;
    case "connected":
    case "reconnecting":
    case "disconnected":
    case "ended":
    case "silence":
    case "stall":
      return emitter === "RK-23";
    case "output_accepted":
    case "playback_started":
    case "playback_completed":
    case "playback_cancelled":
      return (emitter === "RK-22" || emitter === "RK-23") && event["event_scope"] === "turn";
    case "recording_level_downgraded":
      return emitter === "OR-02" && hasReason;
    default:
      return false;
  }
}

const isOnEdge = (event: Fields): boolean =>
  event["edge_id"] !== undefined && event["target_lane"] !== undefined;

/** Whether the value is a valid event record or control signal. */
export function isEventByHand(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const event = value as Fields;
  return event["lane"] === "ControlLane" ? isControlSignal(event) : isRecord(event);
}
