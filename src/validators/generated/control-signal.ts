// Generated from the contracts by `npm run generate`. Do not edit.
import { isUnique } from "../../contracts/core/condition.ts";
import type { ControlSignal } from "../../contracts/signals/control-signal.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^v1\\.[0-9]+(\\.[0-9]+)?$");

type Fields = Record<string, unknown>;

function list1(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value) || value.length < 1 || value.length > 64) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function choice2(value: unknown): boolean {
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

function object4(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let f_start: unknown;
  let f_end: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "start":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        f_start = found;
        break;
      case "end":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        f_end = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (f_start === undefined || f_end === undefined) return false;
  if (!((f_start as number) <= (f_end as number))) return false;
  return true;
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_signal: unknown;
  let f_event_scope: unknown;
  let f_turn_id: unknown;
  let f_merged_from_event_ids: unknown;
  let f_merge_group_id: unknown;
  let f_discontinuity_id: unknown;
  let f_sync_domain: unknown;
  let f_late_after_cancel: unknown;
  let f_authority_epoch: unknown;
  let f_emitted_by: unknown;
  let f_reason: unknown;
  let f_scope: unknown;
  let f_edge_id: unknown;
  let f_target_lane: unknown;
  let f_amount: unknown;
  let f_seq_range: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "v1.0" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "event_scope":
        if (found !== "session" && found !== "turn") {
          if (found === undefined) break;
          return false;
        }
        f_event_scope = found;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        f_turn_id = found;
        break;
      case "pipeline_version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "event_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "lane":
        if (found !== "ControlLane") {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "transport_sequence":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "runtime_sequence":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "runtime_timestamp_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 128;
        break;
      case "wall_clock_timestamp_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 256;
        break;
      case "timestamp_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "authority_epoch":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        f_authority_epoch = found;
        break;
      case "payload_class":
        if (found !== "metadata") {
          if (found === undefined) break;
          return false;
        }
        seen |= 512;
        break;
      case "signal":
        f_signal = found;
        break;
      case "emitted_by":
        f_emitted_by = found;
        break;
      case "node_id":
      case "causal_parent_id":
      case "idempotency_key":
      case "provider_invocation_id":
      case "lease_token":
      case "sync_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "edge_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        f_edge_id = found;
        break;
      case "sync_domain":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        f_sync_domain = found;
        break;
      case "discontinuity_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        f_discontinuity_id = found;
        break;
      case "merge_group_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        f_merge_group_id = found;
        break;
      case "merged_from_event_ids":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_merged_from_event_ids = found;
        break;
      case "late_after_cancel":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        f_late_after_cancel = found;
        break;
      case "reason":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        f_reason = found;
        break;
      case "scope":
        if (!choice2(found)) {
          if (found === undefined) break;
          return false;
        }
        f_scope = found;
        break;
      case "target_lane":
        if (!choice3(found)) {
          if (found === undefined) break;
          return false;
        }
        f_target_lane = found;
        break;
      case "amount":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        f_amount = found;
        break;
      case "seq_range":
        if (!object4(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_seq_range = found;
        break;
      case "media_time":
        if (found !== undefined) return false;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1023) return false;
  if (f_event_scope === undefined || f_authority_epoch === undefined || f_signal === undefined || f_emitted_by === undefined) return false;
  if (f_event_scope === "turn" && !(f_turn_id !== undefined)) return false;
  if (f_merged_from_event_ids !== undefined && !(f_merge_group_id !== undefined)) return false;
  if (!(isUnique(f_merged_from_event_ids))) return false;
  if (f_discontinuity_id !== undefined && !(f_sync_domain !== undefined)) return false;
  if (f_late_after_cancel === true && !((f_event_scope === "turn" && f_turn_id !== undefined))) return false;
  if (f_event_scope === "turn" && !(f_authority_epoch !== undefined)) return false;
  if (typeof f_signal !== "string") return false;
  switch (f_signal.length) {
    case 4:
      switch (f_signal) {
        case "stop":
          if (f_emitted_by !== "RK-06" && f_emitted_by !== "RK-16") return false;
          break;
        case "shed":
          if (f_emitted_by !== "RK-25" || f_reason === undefined) return false;
          break;
        default:
          return false;
      }
      break;
    case 5:
      switch (f_signal) {
        case "close":
          if (f_event_scope !== "turn" || f_emitted_by !== "RK-03" || f_turn_id === undefined) return false;
          break;
        case "abort":
          if (f_event_scope !== "turn" || f_emitted_by !== "RK-03" || f_turn_id === undefined || f_reason === undefined) return false;
          break;
        case "admit":
        case "defer":
          if (f_event_scope !== "session" || (f_emitted_by !== "RK-25" && f_emitted_by !== "CP-05") || f_reason === undefined) return false;
          break;
        case "ended":
        case "stall":
          if (f_emitted_by !== "RK-23") return false;
          break;
        default:
          return false;
      }
      break;
    case 6:
      switch (f_signal) {
        case "commit":
          if (f_event_scope !== "turn" || f_emitted_by !== "RK-03" || f_turn_id === undefined) return false;
          break;
        case "cancel":
          if ((f_emitted_by !== "RK-06" && f_emitted_by !== "RK-16") || f_scope === undefined) return false;
          break;
        case "reject":
          if (f_event_scope !== "session" || (f_emitted_by !== "RK-25" && f_emitted_by !== "CP-05") || f_reason === undefined) return false;
          break;
        default:
          return false;
      }
      break;
    case 7:
      switch (f_signal) {
        case "degrade":
          if ((f_emitted_by !== "RK-13" && f_emitted_by !== "RK-17") || f_reason === undefined) return false;
          break;
        case "silence":
          if (f_emitted_by !== "RK-23") return false;
          break;
        default:
          return false;
      }
      break;
    case 8:
      switch (f_signal) {
        case "barge_in":
          if (f_emitted_by !== "RK-06" && f_emitted_by !== "RK-16") return false;
          break;
        case "fallback":
          if ((f_emitted_by !== "RK-13" && f_emitted_by !== "RK-17") || f_reason === undefined) return false;
          break;
        case "flow_xon":
          if (f_emitted_by !== "RK-14" || f_edge_id === undefined || f_target_lane === undefined) return false;
          break;
        default:
          return false;
      }
      break;
    case 9:
      switch (f_signal) {
        case "turn_open":
          if (f_event_scope !== "turn" || f_emitted_by !== "RK-03" || f_turn_id === undefined) return false;
          break;
        case "watermark":
          if (f_emitted_by !== "RK-13" || f_edge_id === undefined || f_reason === undefined || f_target_lane === undefined) return false;
          break;
        case "flow_xoff":
          if (f_emitted_by !== "RK-14" || f_edge_id === undefined || f_reason === undefined || f_target_lane === undefined) return false;
          break;
        case "connected":
          if (f_emitted_by !== "RK-23") return false;
          break;
        default:
          return false;
      }
      break;
    case 11:
      switch (f_signal) {
        case "drop_notice":
          if ((f_emitted_by !== "RK-12" && f_emitted_by !== "RK-13") || f_edge_id === undefined || f_reason === undefined || f_target_lane === undefined || f_seq_range === undefined) return false;
          break;
        default:
          return false;
      }
      break;
    case 12:
      switch (f_signal) {
        case "credit_grant":
          if (f_emitted_by !== "RK-14" || f_edge_id === undefined || f_target_lane === undefined || f_amount === undefined) return false;
          break;
        case "lease_issued":
          if (f_emitted_by !== "CP-07" && f_emitted_by !== "CP-08") return false;
          break;
        case "reconnecting":
        case "disconnected":
          if (f_emitted_by !== "RK-23") return false;
          break;
        default:
          return false;
      }
      break;
    case 13:
      switch (f_signal) {
        case "discontinuity":
          if (f_emitted_by !== "RK-15" || f_sync_domain === undefined || f_discontinuity_id === undefined || f_reason === undefined) return false;
          break;
        case "circuit_event":
          if (f_emitted_by !== "RK-11" || f_reason === undefined) return false;
          break;
        case "lease_rotated":
          if (f_emitted_by !== "CP-07" && f_emitted_by !== "CP-08") return false;
          break;
        default:
          return false;
      }
      break;
    case 14:
      switch (f_signal) {
        case "budget_warning":
          if (f_emitted_by !== "RK-17" || f_reason === undefined) return false;
          break;
        case "provider_error":
          if (f_emitted_by !== "RK-11" || f_reason === undefined) return false;
          break;
        default:
          return false;
      }
      break;
    case 15:
      switch (f_signal) {
        case "provider_switch":
          if (f_emitted_by !== "RK-11" || f_reason === undefined) return false;
          break;
        case "migration_start":
        case "session_handoff":
          if (f_emitted_by !== "CP-07" && f_emitted_by !== "CP-08") return false;
          break;
        case "output_accepted":
          if (f_event_scope !== "turn" || (f_emitted_by !== "RK-22" && f_emitted_by !== "RK-23") || f_turn_id === undefined) return false;
          break;
        default:
          return false;
      }
      break;
    case 16:
      switch (f_signal) {
        case "budget_exhausted":
          if (f_emitted_by !== "RK-17" || f_reason === undefined) return false;
          break;
        case "migration_finish":
          if (f_emitted_by !== "CP-07" && f_emitted_by !== "CP-08") return false;
          break;
        case "playback_started":
          if (f_event_scope !== "turn" || (f_emitted_by !== "RK-22" && f_emitted_by !== "RK-23") || f_turn_id === undefined) return false;
          break;
        default:
          return false;
      }
      break;
    case 18:
      switch (f_signal) {
        case "turn_open_proposed":
          if (f_event_scope !== "session" || f_emitted_by !== "RK-02") return false;
          break;
        case "stale_epoch_reject":
        case "deauthorized_drain":
          if (f_emitted_by !== "RK-24" || f_reason === undefined) return false;
          break;
        case "playback_completed":
        case "playback_cancelled":
          if (f_event_scope !== "turn" || (f_emitted_by !== "RK-22" && f_emitted_by !== "RK-23") || f_turn_id === undefined) return false;
          break;
        default:
          return false;
      }
      break;
    case 26:
      switch (f_signal) {
        case "recording_level_downgraded":
          if (f_emitted_by !== "OR-02" || f_reason === undefined) return false;
          break;
        default:
          return false;
      }
      break;
    default:
      return false;
  }
  return true;
}

/** Fast check: whether the value has the shape of control_signal, with unknown fields when `open`. */
export const fitsControlSignal = object0;

/** Whether the value is a valid control_signal. Never throws. */
export function isControlSignal(value: unknown, options?: ValidateOptions): value is ControlSignal {
  return safely(fitsControlSignal, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid control_signal. */
export function assertControlSignal(value: unknown, options?: ValidateOptions): asserts value is ControlSignal {
  assertFits(value, { kind: "control_signal", fits: fitsControlSignal, shape: controlSignalShape, options });
}

/** Shape of control_signal, for the diagnosing path. */
export const controlSignalShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","like":"^v1\\.[0-9]+(\\.[0-9]+)?$","usual":"v1.0"},"rule":"EVT-02","need":true,"wider":{"pattern":"^v[0-9]+\\.[0-9]+(\\.[0-9]+)?$","rule":"EVT-01"}},"event_scope":{"shape":{"is":"text","of":["session","turn"]},"rule":"EVT-04","need":true},"session_id":{"shape":{"is":"text"},"rule":"EVT-03","need":true},"turn_id":{"shape":{"is":"text"},"rule":"EVT-03"},"pipeline_version":{"shape":{"is":"text"},"rule":"EVT-03","need":true},"event_id":{"shape":{"is":"text"},"rule":"EVT-03","need":true},"lane":{"shape":{"is":"text","of":["ControlLane"]},"rule":"SIG-01","need":true,"wider":{"pattern":"^(DataLane|ControlLane|TelemetryLane)$","rule":"EVT-05"}},"transport_sequence":{"shape":{"is":"integer","min":0},"rule":"EVT-06","need":true},"runtime_sequence":{"shape":{"is":"integer","min":0},"rule":"EVT-06","need":true},"runtime_timestamp_ms":{"shape":{"is":"integer","min":0},"rule":"EVT-07","need":true},"wall_clock_timestamp_ms":{"shape":{"is":"integer","min":0},"rule":"EVT-07","need":true},"timestamp_ms":{"shape":{"is":"integer","min":0},"rule":"EVT-07"},"authority_epoch":{"shape":{"is":"integer","min":0},"rule":"SIG-10","need":true},"payload_class":{"shape":{"is":"text","of":["metadata"]},"rule":"SIG-01","need":true,"wider":{"pattern":"^(PII|PHI|audio_raw|text_raw|derived_summary|metadata)$","rule":"EVT-08"}},"signal":{"shape":{"is":"text","of":["turn_open_proposed","turn_open","commit","abort","close","barge_in","stop","cancel","budget_warning","budget_exhausted","degrade","fallback","watermark","flow_xoff","flow_xon","credit_grant","drop_notice","discontinuity","provider_error","circuit_event","provider_switch","lease_issued","lease_rotated","migration_start","migration_finish","session_handoff","admit","reject","defer","shed","stale_epoch_reject","deauthorized_drain","connected","reconnecting","disconnected","ended","silence","stall","output_accepted","playback_started","playback_completed","playback_cancelled","recording_level_downgraded"]},"rule":"SIG-02","need":true},"emitted_by":{"shape":{"is":"text","of":["RK-02","RK-03","RK-06","RK-16","RK-17","RK-13","RK-14","RK-12","RK-15","RK-11","CP-07","CP-08","RK-25","CP-05","RK-24","RK-23","RK-22","OR-02"]},"rule":"SIG-03","need":true},"node_id":{"shape":{"is":"text"},"rule":"EVT-03"},"edge_id":{"shape":{"is":"text"},"rule":"EVT-03"},"causal_parent_id":{"shape":{"is":"text"},"rule":"EVT-03"},"idempotency_key":{"shape":{"is":"text"},"rule":"EVT-03"},"provider_invocation_id":{"shape":{"is":"text"},"rule":"EVT-03"},"lease_token":{"shape":{"is":"text"},"rule":"EVT-03"},"sync_id":{"shape":{"is":"text"},"rule":"EVT-11"},"sync_domain":{"shape":{"is":"text"},"rule":"EVT-11"},"discontinuity_id":{"shape":{"is":"text"},"rule":"EVT-11"},"merge_group_id":{"shape":{"is":"text"},"rule":"EVT-10"},"merged_from_event_ids":{"shape":{"is":"list","item":{"is":"text"},"min":1,"max":64},"rule":"EVT-10"},"late_after_cancel":{"shape":{"is":"boolean"},"rule":"EVT-12"},"reason":{"shape":{"is":"text"},"rule":"SIG-11"},"scope":{"shape":{"is":"text","of":["session","turn","node","provider_invocation"]},"rule":"SIG-06"},"target_lane":{"shape":{"is":"text","of":["DataLane","ControlLane","TelemetryLane"]},"rule":"SIG-09"},"amount":{"shape":{"is":"integer","min":1},"rule":"SIG-07"},"seq_range":{"shape":{"is":"object","fields":{"start":{"shape":{"is":"integer","min":0},"rule":"SIG-08","need":true},"end":{"shape":{"is":"integer","min":0},"rule":"SIG-08","need":true}},"unknown":"EVT-13","checks":[{"rule":"SIG-08","must":{"ordered":["start","end"]},"at":"end","expected":"an end at or after start"}]},"rule":"SIG-08"},"media_time":{"shape":{"is":"map"},"rule":"EVT-14","never":true}},"unknown":"EVT-13","unsafe":"EVT-15","checks":[{"rule":"EVT-04","when":{"at":"event_scope","in":["turn"]},"must":{"has":"turn_id"},"at":"turn_id","expected":"a turn_id when event_scope is \"turn\""},{"rule":"EVT-10","when":{"has":"merged_from_event_ids"},"must":{"has":"merge_group_id"},"at":"merge_group_id","expected":"a merge_group_id beside merged_from_event_ids"},{"rule":"EVT-10","must":{"unique":"merged_from_event_ids"},"at":"merged_from_event_ids","expected":"every id once"},{"rule":"EVT-11","when":{"has":"discontinuity_id"},"must":{"has":"sync_domain"},"at":"sync_domain","expected":"a sync_domain beside discontinuity_id"},{"rule":"EVT-12","when":{"at":"late_after_cancel","in":[true]},"must":{"all":[{"at":"event_scope","in":["turn"]},{"has":"turn_id"}]},"at":"late_after_cancel","expected":"event_scope \"turn\" and a turn_id when late_after_cancel is true"},{"rule":"EVT-04","when":{"at":"event_scope","in":["turn"]},"must":{"has":"authority_epoch"},"at":"authority_epoch","expected":"an authority_epoch when event_scope is \"turn\""}],"by":{"field":"signal","cases":[{"values":["turn_open_proposed"],"demands":[{"field":"event_scope","of":["session"],"rule":"SIG-04"},{"field":"emitted_by","of":["RK-02"],"rule":"SIG-03"}]},{"values":["turn_open","commit","close"],"demands":[{"field":"event_scope","of":["turn"],"rule":"SIG-04"},{"field":"emitted_by","of":["RK-03"],"rule":"SIG-03"},{"field":"turn_id","need":true,"rule":"SIG-04"}]},{"values":["abort"],"demands":[{"field":"event_scope","of":["turn"],"rule":"SIG-04"},{"field":"emitted_by","of":["RK-03"],"rule":"SIG-03"},{"field":"turn_id","need":true,"rule":"SIG-04"},{"field":"reason","need":true,"rule":"SIG-05"}]},{"values":["barge_in","stop"],"demands":[{"field":"emitted_by","of":["RK-06","RK-16"],"rule":"SIG-03"}]},{"values":["cancel"],"demands":[{"field":"emitted_by","of":["RK-06","RK-16"],"rule":"SIG-03"},{"field":"scope","need":true,"rule":"SIG-05+SIG-06"}]},{"values":["budget_warning","budget_exhausted"],"demands":[{"field":"emitted_by","of":["RK-17"],"rule":"SIG-03"},{"field":"reason","need":true,"rule":"SIG-05"}]},{"values":["degrade","fallback"],"demands":[{"field":"emitted_by","of":["RK-13","RK-17"],"rule":"SIG-03"},{"field":"reason","need":true,"rule":"SIG-05"}]},{"values":["watermark"],"demands":[{"field":"emitted_by","of":["RK-13"],"rule":"SIG-03"},{"field":"edge_id","need":true,"rule":"SIG-05"},{"field":"reason","need":true,"rule":"SIG-05"},{"field":"target_lane","need":true,"rule":"SIG-05"}]},{"values":["flow_xoff"],"demands":[{"field":"emitted_by","of":["RK-14"],"rule":"SIG-03"},{"field":"edge_id","need":true,"rule":"SIG-05"},{"field":"reason","need":true,"rule":"SIG-05"},{"field":"target_lane","need":true,"rule":"SIG-05"}]},{"values":["flow_xon"],"demands":[{"field":"emitted_by","of":["RK-14"],"rule":"SIG-03"},{"field":"edge_id","need":true,"rule":"SIG-05"},{"field":"target_lane","need":true,"rule":"SIG-05"}]},{"values":["credit_grant"],"demands":[{"field":"emitted_by","of":["RK-14"],"rule":"SIG-03"},{"field":"edge_id","need":true,"rule":"SIG-05"},{"field":"target_lane","need":true,"rule":"SIG-05"},{"field":"amount","need":true,"rule":"SIG-05"}]},{"values":["drop_notice"],"demands":[{"field":"emitted_by","of":["RK-12","RK-13"],"rule":"SIG-03"},{"field":"edge_id","need":true,"rule":"SIG-05"},{"field":"reason","need":true,"rule":"SIG-05"},{"field":"target_lane","need":true,"rule":"SIG-05"},{"field":"seq_range","need":true,"rule":"SIG-05"}]},{"values":["discontinuity"],"demands":[{"field":"emitted_by","of":["RK-15"],"rule":"SIG-03"},{"field":"sync_domain","need":true,"rule":"SIG-05"},{"field":"discontinuity_id","need":true,"rule":"SIG-05"},{"field":"reason","need":true,"rule":"SIG-05"}]},{"values":["provider_error","circuit_event","provider_switch"],"demands":[{"field":"emitted_by","of":["RK-11"],"rule":"SIG-03"},{"field":"reason","need":true,"rule":"SIG-05"}]},{"values":["lease_issued","lease_rotated","migration_start","migration_finish","session_handoff"],"demands":[{"field":"emitted_by","of":["CP-07","CP-08"],"rule":"SIG-03"}]},{"values":["admit","reject","defer"],"demands":[{"field":"event_scope","of":["session"],"rule":"SIG-04"},{"field":"emitted_by","of":["RK-25","CP-05"],"rule":"SIG-03"},{"field":"reason","need":true,"rule":"SIG-05"}]},{"values":["shed"],"demands":[{"field":"emitted_by","of":["RK-25"],"rule":"SIG-03"},{"field":"reason","need":true,"rule":"SIG-05"}]},{"values":["stale_epoch_reject","deauthorized_drain"],"demands":[{"field":"emitted_by","of":["RK-24"],"rule":"SIG-03"},{"field":"reason","need":true,"rule":"SIG-05"}]},{"values":["connected","reconnecting","disconnected","ended","silence","stall"],"demands":[{"field":"emitted_by","of":["RK-23"],"rule":"SIG-03"}]},{"values":["output_accepted","playback_started","playback_completed","playback_cancelled"],"demands":[{"field":"event_scope","of":["turn"],"rule":"SIG-04"},{"field":"emitted_by","of":["RK-22","RK-23"],"rule":"SIG-03"},{"field":"turn_id","need":true,"rule":"SIG-04"}]},{"values":["recording_level_downgraded"],"demands":[{"field":"emitted_by","of":["OR-02"],"rule":"SIG-03"},{"field":"reason","need":true,"rule":"SIG-05"}]}]}};
