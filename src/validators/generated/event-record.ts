// Generated from the contracts by `npm run generate`. Do not edit.
import { isUnique } from "../../contracts/core/condition.ts";
import type { EventRecord } from "../../contracts/events/event-record.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^v1\\.[0-9]+(\\.[0-9]+)?$");

type Fields = Record<string, unknown>;

function choice1(value: unknown): boolean {
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

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let f_sample_index: unknown;
  let f_pts_ms: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "sample_index":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        f_sample_index = found;
        break;
      case "pts_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        f_pts_ms = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (!(((f_sample_index !== undefined && !(f_pts_ms !== undefined)) || (f_pts_ms !== undefined && !(f_sample_index !== undefined))))) return false;
  return true;
}

function list3(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value) || value.length < 1 || value.length > 64) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
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
        if (found !== "DataLane" && found !== "TelemetryLane") {
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
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        f_payload_class = found;
        break;
      case "media_time":
        if (!object2(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_media_time = found;
        break;
      case "node_id":
      case "edge_id":
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
        if (!list3(found, open)) {
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
      case "signal":
      case "emitted_by":
      case "reason":
      case "scope":
      case "target_lane":
      case "amount":
      case "seq_range":
        if (found !== undefined) return false;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 511) return false;
  if (f_event_scope === undefined || f_payload_class === undefined) return false;
  if (f_event_scope === "turn" && !(f_turn_id !== undefined)) return false;
  if (f_merged_from_event_ids !== undefined && !(f_merge_group_id !== undefined)) return false;
  if (!(isUnique(f_merged_from_event_ids))) return false;
  if (f_discontinuity_id !== undefined && !(f_sync_domain !== undefined)) return false;
  if (f_late_after_cancel === true && !((f_event_scope === "turn" && f_turn_id !== undefined))) return false;
  if (f_event_scope === "turn" && !(f_authority_epoch !== undefined)) return false;
  if (f_payload_class === "audio_raw" && !(f_media_time !== undefined)) return false;
  return true;
}

/** Fast check: whether the value has the shape of event_record, with unknown fields when `open`. */
export const fitsEventRecord = object0;

/** Whether the value is a valid event_record. Never throws. */
export function isEventRecord(value: unknown, options?: ValidateOptions): value is EventRecord {
  return safely(fitsEventRecord, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid event_record. */
export function assertEventRecord(value: unknown, options?: ValidateOptions): asserts value is EventRecord {
  assertFits(value, { kind: "event_record", fits: fitsEventRecord, shape: eventRecordShape, options });
}

/** Shape of event_record, for the diagnosing path. */
export const eventRecordShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","like":"^v1\\.[0-9]+(\\.[0-9]+)?$","usual":"v1.0"},"rule":"EVT-02","need":true,"wider":{"pattern":"^v[0-9]+\\.[0-9]+(\\.[0-9]+)?$","rule":"EVT-01"}},"event_scope":{"shape":{"is":"text","of":["session","turn"]},"rule":"EVT-04","need":true},"session_id":{"shape":{"is":"text"},"rule":"EVT-03","need":true},"turn_id":{"shape":{"is":"text"},"rule":"EVT-03"},"pipeline_version":{"shape":{"is":"text"},"rule":"EVT-03","need":true},"event_id":{"shape":{"is":"text"},"rule":"EVT-03","need":true},"lane":{"shape":{"is":"text","of":["DataLane","TelemetryLane"]},"rule":"EVT-05","need":true},"transport_sequence":{"shape":{"is":"integer","min":0},"rule":"EVT-06","need":true},"runtime_sequence":{"shape":{"is":"integer","min":0},"rule":"EVT-06","need":true},"runtime_timestamp_ms":{"shape":{"is":"integer","min":0},"rule":"EVT-07","need":true},"wall_clock_timestamp_ms":{"shape":{"is":"integer","min":0},"rule":"EVT-07","need":true},"timestamp_ms":{"shape":{"is":"integer","min":0},"rule":"EVT-07"},"authority_epoch":{"shape":{"is":"integer","min":0},"rule":"EVT-04"},"payload_class":{"shape":{"is":"text","of":["PII","PHI","audio_raw","text_raw","derived_summary","metadata"]},"rule":"EVT-08","need":true},"media_time":{"shape":{"is":"object","fields":{"sample_index":{"shape":{"is":"integer","min":0},"rule":"EVT-09"},"pts_ms":{"shape":{"is":"integer","min":0},"rule":"EVT-09"}},"unknown":"EVT-13","checks":[{"rule":"EVT-09","must":{"any":[{"all":[{"has":"sample_index"},{"not":{"has":"pts_ms"}}]},{"all":[{"has":"pts_ms"},{"not":{"has":"sample_index"}}]}]},"at":"","expected":"exactly one of sample_index and pts_ms"}]},"rule":"EVT-09"},"node_id":{"shape":{"is":"text"},"rule":"EVT-03"},"edge_id":{"shape":{"is":"text"},"rule":"EVT-03"},"causal_parent_id":{"shape":{"is":"text"},"rule":"EVT-03"},"idempotency_key":{"shape":{"is":"text"},"rule":"EVT-03"},"provider_invocation_id":{"shape":{"is":"text"},"rule":"EVT-03"},"lease_token":{"shape":{"is":"text"},"rule":"EVT-03"},"sync_id":{"shape":{"is":"text"},"rule":"EVT-11"},"sync_domain":{"shape":{"is":"text"},"rule":"EVT-11"},"discontinuity_id":{"shape":{"is":"text"},"rule":"EVT-11"},"merge_group_id":{"shape":{"is":"text"},"rule":"EVT-10"},"merged_from_event_ids":{"shape":{"is":"list","item":{"is":"text"},"min":1,"max":64},"rule":"EVT-10"},"late_after_cancel":{"shape":{"is":"boolean"},"rule":"EVT-12"},"signal":{"shape":{"is":"map"},"rule":"EVT-14","never":true},"emitted_by":{"shape":{"is":"map"},"rule":"EVT-14","never":true},"reason":{"shape":{"is":"map"},"rule":"EVT-14","never":true},"scope":{"shape":{"is":"map"},"rule":"EVT-14","never":true},"target_lane":{"shape":{"is":"map"},"rule":"EVT-14","never":true},"amount":{"shape":{"is":"map"},"rule":"EVT-14","never":true},"seq_range":{"shape":{"is":"map"},"rule":"EVT-14","never":true}},"unknown":"EVT-13","unsafe":"EVT-15","checks":[{"rule":"EVT-04","when":{"at":"event_scope","in":["turn"]},"must":{"has":"turn_id"},"at":"turn_id","expected":"a turn_id when event_scope is \"turn\""},{"rule":"EVT-10","when":{"has":"merged_from_event_ids"},"must":{"has":"merge_group_id"},"at":"merge_group_id","expected":"a merge_group_id beside merged_from_event_ids"},{"rule":"EVT-10","must":{"unique":"merged_from_event_ids"},"at":"merged_from_event_ids","expected":"every id once"},{"rule":"EVT-11","when":{"has":"discontinuity_id"},"must":{"has":"sync_domain"},"at":"sync_domain","expected":"a sync_domain beside discontinuity_id"},{"rule":"EVT-12","when":{"at":"late_after_cancel","in":[true]},"must":{"all":[{"at":"event_scope","in":["turn"]},{"has":"turn_id"}]},"at":"late_after_cancel","expected":"event_scope \"turn\" and a turn_id when late_after_cancel is true"},{"rule":"EVT-04","when":{"at":"event_scope","in":["turn"]},"must":{"has":"authority_epoch"},"at":"authority_epoch","expected":"an authority_epoch when event_scope is \"turn\""},{"rule":"EVT-09","when":{"at":"payload_class","in":["audio_raw"]},"must":{"has":"media_time"},"at":"media_time","expected":"a media_time when payload_class is \"audio_raw\""}]};
