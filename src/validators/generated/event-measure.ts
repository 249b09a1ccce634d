// Generated from the contracts by `npm run generate`. Do not edit.
import { isUnique } from "../../contracts/core/condition.ts";
import { DEFAULT_MAX_DEPTH } from "../../internal/json-text/json-limits.ts";
import { integerLength, minimalJsonLength } from "../../internal/json-text/minimal-json-length.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^v1\\.[0-9]+(\\.[0-9]+)?$");

const MAX_DEPTH = DEFAULT_MAX_DEPTH - 2;

type Fields = Record<string, unknown>;

function choice0(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "turn" || value === "node";
    case 7:
      return value === "session";
    case 19:
      return value === "provider_invocation";
    default:
      return false;
  }
}

function measure1(value: unknown, open: boolean): number {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return 0;
  let length = 1;
  let f_start: unknown;
  let f_end: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    length += name.length + 4;
    switch (name) {
      case "start": {
        const inner = integerLength(found, 0);
        if (inner === 0) return 0;
        length += inner;
        f_start = found;
        break;
      }
      case "end": {
        const inner = integerLength(found, 0);
        if (inner === 0) return 0;
        length += inner;
        f_end = found;
        break;
      }
      default:
        if (!open) return 0;
        length += minimalJsonLength(found, MAX_DEPTH);
    }
  }
  if (f_start === undefined) return 0;
  if (f_end === undefined) return 0;
  if (!((f_start as number) <= (f_end as number))) return 0;
  return length;
}

function measure2(value: unknown, open: boolean): number {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return 0;
  let length = 1;
  let f_sample_index: unknown;
  let f_pts_ms: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    length += name.length + 4;
    switch (name) {
      case "sample_index": {
        const inner = integerLength(found, 0);
        if (inner === 0) return 0;
        length += inner;
        f_sample_index = found;
        break;
      }
      case "pts_ms": {
        const inner = integerLength(found, 0);
        if (inner === 0) return 0;
        length += inner;
        f_pts_ms = found;
        break;
      }
      default:
        if (!open) return 0;
        length += minimalJsonLength(found, MAX_DEPTH);
    }
  }
  if (!(((f_sample_index !== undefined && !(f_pts_ms !== undefined)) || (f_pts_ms !== undefined && !(f_sample_index !== undefined))))) return 0;
  return length;
}

function choice3(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 8:
      return value === "DataLane";
    case 11:
      return value === "ControlLane";
    case 13:
      return value === "TelemetryLane";
    default:
      return false;
  }
}

function measure4(value: unknown, _open: boolean): number {
  if (!Array.isArray(value) || value.length < 1 || value.length > 64) return 0;
  let length = value.length === 0 ? 2 : 1;
  for (const item of value as unknown[]) {
    length += 1;
    if (typeof item !== "string" || item.length === 0) return 0;
    length += (item as string).length + 2;
  }
  return length;
}

function choice5(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 3:
      return value === "PII" || value === "PHI";
    case 8:
      return value === "text_raw" || value === "metadata";
    case 9:
      return value === "audio_raw";
    case 15:
      return value === "derived_summary";
    default:
      return false;
  }
}

/**
 * The length that no JSON text for the value undercuts: positive for an event record, negative for a control
 * signal, 0 for what is no event, NaN for an event that has no cheap bound. For values from `JSON.parse`.
 */
export function measureEvent(value: unknown, open: boolean): number {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return 0;
  let length = 1;
  let seen = 0;
  let ofRecord = false;
  let ofSignal = false;
  let f_event_scope: unknown;
  let f_turn_id: unknown;
  let f_merged_from_event_ids: unknown;
  let f_merge_group_id: unknown;
  let f_discontinuity_id: unknown;
  let f_sync_domain: unknown;
  let f_late_after_cancel: unknown;
  let f_authority_epoch: unknown;
  let f_payload_class: unknown;
  let f_media_time: unknown;
  let f_signal: unknown;
  let f_emitted_by: unknown;
  let f_reason: unknown;
  let f_scope: unknown;
  let f_edge_id: unknown;
  let f_target_lane: unknown;
  let f_amount: unknown;
  let f_seq_range: unknown;
  let f_lane: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    length += name.length + 4;
    switch (name.length) {
      case 4:
        if (name === "lane") {
          if (typeof found !== "string") return 0;
          length += found.length + 2;
          f_lane = found;
          continue;
        }
        break;
      case 5:
        if (name === "scope") {
          if (!choice0(found)) return 0;
          length += (found as string).length + 2;
          ofSignal = true;
          f_scope = found;
          continue;
        }
        break;
      case 6:
        if (name === "signal") {
          if (typeof found !== "string") return 0;
          length += found.length + 2;
          ofSignal = true;
          f_signal = found;
          continue;
        }
        if (name === "reason") {
          if (typeof found !== "string" || found.length === 0) return 0;
          length += (found as string).length + 2;
          ofSignal = true;
          f_reason = found;
          continue;
        }
        if (name === "amount") {
          const inner = integerLength(found, 1);
          if (inner === 0) return 0;
          length += inner;
          ofSignal = true;
          f_amount = found;
          continue;
        }
        break;
      case 7:
        if (name === "turn_id") {
          if (typeof found !== "string" || found.length === 0) return 0;
          length += (found as string).length + 2;
          f_turn_id = found;
          continue;
        }
        if (name === "node_id" || name === "sync_id") {
          if (typeof found !== "string" || found.length === 0) return 0;
          length += (found as string).length + 2;
          continue;
        }
        if (name === "edge_id") {
          if (typeof found !== "string" || found.length === 0) return 0;
          length += (found as string).length + 2;
          f_edge_id = found;
          continue;
        }
        break;
      case 8:
        if (name === "event_id") {
          if (typeof found !== "string" || found.length === 0) return 0;
          length += (found as string).length + 2;
          seen |= 8;
          continue;
        }
        break;
      case 9:
        if (name === "seq_range") {
          const inner = measure1(found, open);
          if (inner === 0) return 0;
          length += inner;
          ofSignal = true;
          f_seq_range = found;
          continue;
        }
        break;
      case 10:
        if (name === "session_id") {
          if (typeof found !== "string" || found.length === 0) return 0;
          length += (found as string).length + 2;
          seen |= 2;
          continue;
        }
        if (name === "media_time") {
          const inner = measure2(found, open);
          if (inner === 0) return 0;
          length += inner;
          ofRecord = true;
          f_media_time = found;
          continue;
        }
        if (name === "emitted_by") {
          if (typeof found !== "string") return 0;
          length += found.length + 2;
          ofSignal = true;
          f_emitted_by = found;
          continue;
        }
        break;
      case 11:
        if (name === "event_scope") {
          if (found !== "session" && found !== "turn") return 0;
          length += (found as string).length + 2;
          f_event_scope = found;
          continue;
        }
        if (name === "lease_token") {
          if (typeof found !== "string" || found.length === 0) return 0;
          length += (found as string).length + 2;
          continue;
        }
        if (name === "sync_domain") {
          if (typeof found !== "string" || found.length === 0) return 0;
          length += (found as string).length + 2;
          f_sync_domain = found;
          continue;
        }
        if (name === "target_lane") {
          if (!choice3(found)) return 0;
          length += (found as string).length + 2;
          ofSignal = true;
          f_target_lane = found;
          continue;
        }
        break;
      case 12:
        if (name === "timestamp_ms") {
          const inner = integerLength(found, 0);
          if (inner === 0) return 0;
          length += inner;
          continue;
        }
        break;
      case 13:
        if (name === "payload_class") {
          if (typeof found !== "string") return 0;
          length += found.length + 2;
          f_payload_class = found;
          continue;
        }
        break;
      case 14:
        if (name === "schema_version") {
          if (found !== "v1.0" && (typeof found !== "string" || !PATTERN_0.test(found))) return 0;
          length += (found as string).length + 2;
          seen |= 1;
          continue;
        }
        if (name === "merge_group_id") {
          if (typeof found !== "string" || found.length === 0) return 0;
          length += (found as string).length + 2;
          f_merge_group_id = found;
          continue;
        }
        break;
      case 15:
        if (name === "authority_epoch") {
          const inner = integerLength(found, 0);
          if (inner === 0) return 0;
          length += inner;
          f_authority_epoch = found;
          continue;
        }
        if (name === "idempotency_key") {
          if (typeof found !== "string" || found.length === 0) return 0;
          length += (found as string).length + 2;
          continue;
        }
        break;
      case 16:
        if (name === "pipeline_version") {
          if (typeof found !== "string" || found.length === 0) return 0;
          length += (found as string).length + 2;
          seen |= 4;
          continue;
        }
        if (name === "runtime_sequence") {
          const inner = integerLength(found, 0);
          if (inner === 0) return 0;
          length += inner;
          seen |= 32;
          continue;
        }
        if (name === "causal_parent_id") {
          if (typeof found !== "string" || found.length === 0) return 0;
          length += (found as string).length + 2;
          continue;
        }
        if (name === "discontinuity_id") {
          if (typeof found !== "string" || found.length === 0) return 0;
          length += (found as string).length + 2;
          f_discontinuity_id = found;
          continue;
        }
        break;
      case 17:
        if (name === "late_after_cancel") {
          if (typeof found !== "boolean") return 0;
          length += found === true ? 4 : 5;
          f_late_after_cancel = found;
          continue;
        }
        break;
      case 18:
        if (name === "transport_sequence") {
          const inner = integerLength(found, 0);
          if (inner === 0) return 0;
          length += inner;
          seen |= 16;
          continue;
        }
        break;
      case 20:
        if (name === "runtime_timestamp_ms") {
          const inner = integerLength(found, 0);
          if (inner === 0) return 0;
          length += inner;
          seen |= 64;
          continue;
        }
        break;
      case 21:
        if (name === "merged_from_event_ids") {
          const inner = measure4(found, open);
          if (inner === 0) return 0;
          length += inner;
          f_merged_from_event_ids = found;
          continue;
        }
        break;
      case 22:
        if (name === "provider_invocation_id") {
          if (typeof found !== "string" || found.length === 0) return 0;
          length += (found as string).length + 2;
          continue;
        }
        break;
      case 23:
        if (name === "wall_clock_timestamp_ms") {
          const inner = integerLength(found, 0);
          if (inner === 0) return 0;
          length += inner;
          seen |= 128;
          continue;
        }
        break;
    }
    if (!open) return 0;
    length += minimalJsonLength(found, MAX_DEPTH);
  }
  if (f_lane === "ControlLane") {
    if (ofRecord || (seen & 255) !== 255 || f_event_scope === undefined || f_lane === undefined || f_authority_epoch === undefined || f_payload_class === undefined || f_signal === undefined || f_emitted_by === undefined) return 0;
    if (f_lane !== "ControlLane") return 0;
    if (f_payload_class !== "metadata") return 0;
  if (f_event_scope === "turn" && !(f_turn_id !== undefined)) return 0;
  if (f_merged_from_event_ids !== undefined && !(f_merge_group_id !== undefined)) return 0;
  if (!(isUnique(f_merged_from_event_ids))) return 0;
  if (f_discontinuity_id !== undefined && !(f_sync_domain !== undefined)) return 0;
  if (f_late_after_cancel === true && !((f_event_scope === "turn" && f_turn_id !== undefined))) return 0;
  if (f_event_scope === "turn" && !(f_authority_epoch !== undefined)) return 0;
  if (typeof f_signal !== "string") return 0;
  switch (f_signal.length) {
    case 4:
      switch (f_signal) {
        case "stop":
          if (f_emitted_by !== "RK-06" && f_emitted_by !== "RK-16") return 0;
          break;
        case "shed":
          if (f_emitted_by !== "RK-25" || f_reason === undefined) return 0;
          break;
        default:
          return 0;
      }
      break;
    case 5:
      switch (f_signal) {
        case "close":
          if (f_event_scope !== "turn" || f_emitted_by !== "RK-03" || f_turn_id === undefined) return 0;
          break;
        case "abort":
          if (f_event_scope !== "turn" || f_emitted_by !== "RK-03" || f_turn_id === undefined || f_reason === undefined) return 0;
          break;
        case "admit":
        case "defer":
          if (f_event_scope !== "session" || (f_emitted_by !== "RK-25" && f_emitted_by !== "CP-05") || f_reason === undefined) return 0;
          break;
        case "ended":
        case "stall":
          if (f_emitted_by !== "RK-23") return 0;
          break;
        default:
          return 0;
      }
      break;
    case 6:
      switch (f_signal) {
        case "commit":
          if (f_event_scope !== "turn" || f_emitted_by !== "RK-03" || f_turn_id === undefined) return 0;
          break;
        case "cancel":
          if ((f_emitted_by !== "RK-06" && f_emitted_by !== "RK-16") || f_scope === undefined) return 0;
          break;
        case "reject":
          if (f_event_scope !== "session" || (f_emitted_by !== "RK-25" && f_emitted_by !== "CP-05") || f_reason === undefined) return 0;
          break;
        default:
          return 0;
      }
      break;
    case 7:
      switch (f_signal) {
        case "degrade":
          if ((f_emitted_by !== "RK-13" && f_emitted_by !== "RK-17") || f_reason === undefined) return 0;
          break;
        case "silence":
          if (f_emitted_by !== "RK-23") return 0;
          break;
        default:
          return 0;
      }
      break;
    case 8:
      switch (f_signal) {
        case "barge_in":
          if (f_emitted_by !== "RK-06" && f_emitted_by !== "RK-16") return 0;
          break;
        case "fallback":
          if ((f_emitted_by !== "RK-13" && f_emitted_by !== "RK-17") || f_reason === undefined) return 0;
          break;
        case "flow_xon":
          if (f_emitted_by !== "RK-14" || f_edge_id === undefined || f_target_lane === undefined) return 0;
          break;
        default:
          return 0;
      }
      break;
    case 9:
      switch (f_signal) {
        case "turn_open":
          if (f_event_scope !== "turn" || f_emitted_by !== "RK-03" || f_turn_id === undefined) return 0;
          break;
        case "watermark":
          if (f_emitted_by !== "RK-13" || f_edge_id === undefined || f_reason === undefined || f_target_lane === undefined) return 0;
          break;
        case "flow_xoff":
          if (f_emitted_by !== "RK-14" || f_edge_id === undefined || f_reason === undefined || f_target_lane === undefined) return 0;
          break;
        case "connected":
          if (f_emitted_by !== "RK-23") return 0;
          break;
        default:
          return 0;
      }
      break;
    case 11:
      switch (f_signal) {
        case "drop_notice":
          if ((f_emitted_by !== "RK-12" && f_emitted_by !== "RK-13") || f_edge_id === undefined || f_reason === undefined || f_target_lane === undefined || f_seq_range === undefined) return 0;
          break;
        default:
          return 0;
      }
      break;
    case 12:
      switch (f_signal) {
        case "credit_grant":
          if (f_emitted_by !== "RK-14" || f_edge_id === undefined || f_target_lane === undefined || f_amount === undefined) return 0;
          break;
        case "lease_issued":
          if (f_emitted_by !== "CP-07" && f_emitted_by !== "CP-08") return 0;
          break;
        case "reconnecting":
        case "disconnected":
          if (f_emitted_by !== "RK-23") return 0;
          break;
        default:
          return 0;
      }
      break;
    case 13:
      switch (f_signal) {
        case "discontinuity":
          if (f_emitted_by !== "RK-15" || f_sync_domain === undefined || f_discontinuity_id === undefined || f_reason === undefined) return 0;
          break;
        case "circuit_event":
          if (f_emitted_by !== "RK-11" || f_reason === undefined) return 0;
          break;
        case "lease_rotated":
          if (f_emitted_by !== "CP-07" && f_emitted_by !== "CP-08") return 0;
          break;
        default:
          return 0;
      }
      break;
    case 14:
      switch (f_signal) {
        case "budget_warning":
          if (f_emitted_by !== "RK-17" || f_reason === undefined) return 0;
          break;
        case "provider_error":
          if (f_emitted_by !== "RK-11" || f_reason === undefined) return 0;
          break;
        default:
          return 0;
      }
      break;
    case 15:
      switch (f_signal) {
        case "provider_switch":
          if (f_emitted_by !== "RK-11" || f_reason === undefined) return 0;
          break;
        case "migration_start":
        case "session_handoff":
          if (f_emitted_by !== "CP-07" && f_emitted_by !== "CP-08") return 0;
          break;
        case "output_accepted":
          if (f_event_scope !== "turn" || (f_emitted_by !== "RK-22" && f_emitted_by !== "RK-23") || f_turn_id === undefined) return 0;
          break;
        default:
          return 0;
      }
      break;
    case 16:
      switch (f_signal) {
        case "budget_exhausted":
          if (f_emitted_by !== "RK-17" || f_reason === undefined) return 0;
          break;
        case "migration_finish":
          if (f_emitted_by !== "CP-07" && f_emitted_by !== "CP-08") return 0;
          break;
        case "playback_started":
          if (f_event_scope !== "turn" || (f_emitted_by !== "RK-22" && f_emitted_by !== "RK-23") || f_turn_id === undefined) return 0;
          break;
        default:
          return 0;
      }
      break;
    case 18:
      switch (f_signal) {
        case "turn_open_proposed":
          if (f_event_scope !== "session" || f_emitted_by !== "RK-02") return 0;
          break;
        case "stale_epoch_reject":
        case "deauthorized_drain":
          if (f_emitted_by !== "RK-24" || f_reason === undefined) return 0;
          break;
        case "playback_completed":
        case "playback_cancelled":
          if (f_event_scope !== "turn" || (f_emitted_by !== "RK-22" && f_emitted_by !== "RK-23") || f_turn_id === undefined) return 0;
          break;
        default:
          return 0;
      }
      break;
    case 26:
      switch (f_signal) {
        case "recording_level_downgraded":
          if (f_emitted_by !== "OR-02" || f_reason === undefined) return 0;
          break;
        default:
          return 0;
      }
      break;
    default:
      return 0;
  }
    return -length;
  }
  if (ofSignal || (seen & 255) !== 255 || f_event_scope === undefined || f_lane === undefined || f_payload_class === undefined) return 0;
    if (f_lane !== "DataLane" && f_lane !== "TelemetryLane") return 0;
    if (!choice5(f_payload_class)) return 0;
  if (f_event_scope === "turn" && !(f_turn_id !== undefined)) return 0;
  if (f_merged_from_event_ids !== undefined && !(f_merge_group_id !== undefined)) return 0;
  if (!(isUnique(f_merged_from_event_ids))) return 0;
  if (f_discontinuity_id !== undefined && !(f_sync_domain !== undefined)) return 0;
  if (f_late_after_cancel === true && !((f_event_scope === "turn" && f_turn_id !== undefined))) return 0;
  if (f_event_scope === "turn" && !(f_authority_epoch !== undefined)) return 0;
  if (f_payload_class === "audio_raw" && !(f_media_time !== undefined)) return 0;
  return length;
}
