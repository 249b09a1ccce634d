// Generated from the contracts by `npm run generate`. Do not edit.
import { isUnique } from "../../contracts/core/condition.ts";
import type { NodeManifest } from "../../contracts/extension/node-manifest.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { VariantsShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z.-]+)?$");

type Fields = Record<string, unknown>;

function choice2(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 7:
      return value === "sandbox";
    case 8:
      return value === "external";
    case 10:
      return value === "in_process";
    default:
      return false;
  }
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

function map6(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return true;
}

function object4(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let f_lane: unknown;
  let f_type: unknown;
  let f_payload_class: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "type":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        f_type = found;
        break;
      case "payload_class":
        if (!choice5(found)) {
          if (found === undefined) break;
          return false;
        }
        f_payload_class = found;
        break;
      case "lane":
        f_lane = found;
        break;
      case "payload_schema":
        if (!map6(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (f_type === undefined || f_payload_class === undefined || f_lane === undefined) return false;
  switch (f_lane) {
    case "DataLane":
    case "TelemetryLane":
      break;
    case "ControlLane":
      if ((f_type !== "turn_open_proposed" && f_type !== "turn_open" && f_type !== "commit" && f_type !== "abort" && f_type !== "close" && f_type !== "barge_in" && f_type !== "stop" && f_type !== "cancel" && f_type !== "budget_warning" && f_type !== "budget_exhausted" && f_type !== "degrade" && f_type !== "fallback" && f_type !== "watermark" && f_type !== "flow_xoff" && f_type !== "flow_xon" && f_type !== "credit_grant" && f_type !== "drop_notice" && f_type !== "discontinuity" && f_type !== "provider_error" && f_type !== "circuit_event" && f_type !== "provider_switch" && f_type !== "lease_issued" && f_type !== "lease_rotated" && f_type !== "migration_start" && f_type !== "migration_finish" && f_type !== "session_handoff" && f_type !== "admit" && f_type !== "reject" && f_type !== "defer" && f_type !== "shed" && f_type !== "stale_epoch_reject" && f_type !== "deauthorized_drain" && f_type !== "connected" && f_type !== "reconnecting" && f_type !== "disconnected" && f_type !== "ended" && f_type !== "silence" && f_type !== "stall" && f_type !== "output_accepted" && f_type !== "playback_started" && f_type !== "playback_completed" && f_type !== "playback_cancelled" && f_type !== "recording_level_downgraded") || f_payload_class !== "metadata") return false;
      break;
    default:
      return false;
  }
  return true;
}

function list3(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object4(item, open)) return false;
  }
  return true;
}

function object8(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "type":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "payload_class":
        if (!choice5(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "lane":
        if (found !== "DataLane" && found !== "TelemetryLane") {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "payload_schema":
        if (!map6(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "declassifies":
        if (found !== true) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function list7(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object8(item, open)) return false;
  }
  return true;
}

function object9(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "mode":
        if (found !== "preemptible" && found !== "cooperative") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "within_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 3) return false;
  return true;
}

function list10(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (item !== "session_hot" && item !== "session_durable") return false;
  }
  return true;
}

function object11(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "cpu_millicores":
      case "memory_mb":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "timeout_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  return true;
}

function list13(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value) || value.length < 1) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function object12(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "command":
        if (!list13(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  return true;
}

function object1(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_state: unknown;
  let f_boundary: unknown;
  let f_execution_mode: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "rspp.node.manifest.v1") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "node_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "version":
        if (found !== "1.0.0" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "execution_scope":
        if (found !== "session") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "execution_mode":
        if (!choice2(found)) {
          if (found === undefined) break;
          return false;
        }
        f_execution_mode = found;
        break;
      case "inputs":
        if (!list3(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "outputs":
        if (!list7(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "streaming":
        if (found !== "incremental" && found !== "final") {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "cancel":
        if (!object9(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 128;
        break;
      case "state":
        if (!list10(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_state = found;
        break;
      case "resources":
        if (!object11(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 256;
        break;
      case "max_buffered":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 512;
        break;
      case "merge":
        if (found !== "arrival_order" && found !== "order_free") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1024;
        break;
      case "config_schema":
        if (!map6(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "boundary":
        if (!object12(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_boundary = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 2047) return false;
  if (f_execution_mode === undefined || f_state === undefined) return false;
  if (!(isUnique(f_state))) return false;
  if (f_boundary !== undefined && !(f_execution_mode === "external")) return false;
  return true;
}

function choice16(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 11:
      return value === "session_hot";
    case 14:
      return value === "turn_ephemeral";
    case 15:
      return value === "session_durable";
    default:
      return false;
  }
}

function list15(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!choice16(item)) return false;
  }
  return true;
}

function object14(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_state: unknown;
  let f_boundary: unknown;
  let f_execution_mode: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "rspp.node.manifest.v1") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "node_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "version":
        if (found !== "1.0.0" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "execution_scope":
        if (found !== "turn") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "execution_mode":
        if (!choice2(found)) {
          if (found === undefined) break;
          return false;
        }
        f_execution_mode = found;
        break;
      case "inputs":
        if (!list3(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "outputs":
        if (!list7(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "streaming":
        if (found !== "incremental" && found !== "final") {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "cancel":
        if (!object9(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 128;
        break;
      case "state":
        if (!list15(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_state = found;
        break;
      case "resources":
        if (!object11(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 256;
        break;
      case "max_buffered":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 512;
        break;
      case "merge":
        if (found !== "arrival_order" && found !== "order_free") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1024;
        break;
      case "config_schema":
        if (!map6(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "boundary":
        if (!object12(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_boundary = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 2047) return false;
  if (f_execution_mode === undefined || f_state === undefined) return false;
  if (!(isUnique(f_state))) return false;
  if (f_boundary !== undefined && !(f_execution_mode === "external")) return false;
  return true;
}

function variants0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null) return false;
  switch ((value as Fields)["execution_scope"]) {
    case "session":
      return object1(value, open);
    case "turn":
      return object14(value, open);
    default:
      return false;
  }
}

/** Fast check: whether the value has the shape of node_manifest, with unknown fields when `open`. */
export const fitsNodeManifest = variants0;

/** Whether the value is a valid node_manifest. Never throws. */
export function isNodeManifest(value: unknown, options?: ValidateOptions): value is NodeManifest {
  return safely(fitsNodeManifest, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid node_manifest. */
export function assertNodeManifest(value: unknown, options?: ValidateOptions): asserts value is NodeManifest {
  assertFits(value, { kind: "node_manifest", fits: fitsNodeManifest, shape: nodeManifestShape, options });
}

/** Shape of node_manifest, for the diagnosing path. */
export const nodeManifestShape: VariantsShape = {"is":"variants","by":"execution_scope","head":{"shape":{"is":"text","of":["session","turn"]},"rule":"NMF-02","need":true},"of":{"session":{"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.node.manifest.v1"]},"rule":"NMF-01","need":true},"node_id":{"shape":{"is":"text"},"rule":"NMF-02","need":true},"version":{"shape":{"is":"text","like":"^\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z.-]+)?$","usual":"1.0.0"},"rule":"NMF-03","need":true},"execution_scope":{"shape":{"is":"text","of":["session"]},"rule":"NMF-02","need":true},"execution_mode":{"shape":{"is":"text","of":["in_process","external","sandbox"]},"rule":"NMF-02","need":true},"inputs":{"shape":{"is":"list","item":{"is":"object","fields":{"type":{"shape":{"is":"text"},"rule":"NMF-02","need":true},"payload_class":{"shape":{"is":"text","of":["PII","PHI","audio_raw","text_raw","derived_summary","metadata"]},"rule":"NMF-05","need":true},"lane":{"shape":{"is":"text","of":["DataLane","ControlLane","TelemetryLane"]},"rule":"NMF-05","need":true},"payload_schema":{"shape":{"is":"map"},"rule":"NMF-02"}},"unknown":"CON-03","by":{"field":"lane","cases":[{"values":["DataLane","TelemetryLane"],"demands":[]},{"values":["ControlLane"],"demands":[{"field":"type","of":["turn_open_proposed","turn_open","commit","abort","close","barge_in","stop","cancel","budget_warning","budget_exhausted","degrade","fallback","watermark","flow_xoff","flow_xon","credit_grant","drop_notice","discontinuity","provider_error","circuit_event","provider_switch","lease_issued","lease_rotated","migration_start","migration_finish","session_handoff","admit","reject","defer","shed","stale_epoch_reject","deauthorized_drain","connected","reconnecting","disconnected","ended","silence","stall","output_accepted","playback_started","playback_completed","playback_cancelled","recording_level_downgraded"],"rule":"NMF-06"},{"field":"payload_class","of":["metadata"],"rule":"NMF-06"}]}]}}},"rule":"NMF-02","need":true},"outputs":{"shape":{"is":"list","item":{"is":"object","fields":{"type":{"shape":{"is":"text"},"rule":"NMF-02","need":true},"payload_class":{"shape":{"is":"text","of":["PII","PHI","audio_raw","text_raw","derived_summary","metadata"]},"rule":"NMF-05","need":true},"lane":{"shape":{"is":"text","of":["DataLane","TelemetryLane"]},"rule":"NMF-05","need":true},"payload_schema":{"shape":{"is":"map"},"rule":"NMF-02"},"declassifies":{"shape":{"is":"boolean","only":true},"rule":"NMF-02"}},"unknown":"CON-03"}},"rule":"NMF-02","need":true},"streaming":{"shape":{"is":"text","of":["incremental","final"]},"rule":"NMF-02","need":true},"cancel":{"shape":{"is":"object","fields":{"mode":{"shape":{"is":"text","of":["preemptible","cooperative"]},"rule":"NMF-02","need":true},"within_ms":{"shape":{"is":"integer","min":0},"rule":"NMF-04","need":true}},"unknown":"CON-03"},"rule":"NMF-02","need":true},"state":{"shape":{"is":"list","item":{"is":"text","of":["session_hot","session_durable"]}},"rule":"NMF-07","need":true},"resources":{"shape":{"is":"object","fields":{"cpu_millicores":{"shape":{"is":"integer","min":1},"rule":"NMF-04"},"memory_mb":{"shape":{"is":"integer","min":1},"rule":"NMF-04"},"timeout_ms":{"shape":{"is":"integer","min":1},"rule":"NMF-04","need":true}},"unknown":"CON-03"},"rule":"NMF-02","need":true},"max_buffered":{"shape":{"is":"integer","min":0},"rule":"NMF-04","need":true},"merge":{"shape":{"is":"text","of":["arrival_order","order_free"]},"rule":"NMF-02","need":true},"config_schema":{"shape":{"is":"map"},"rule":"NMF-02"},"boundary":{"shape":{"is":"object","fields":{"command":{"shape":{"is":"list","item":{"is":"text"},"min":1},"rule":"NMF-08","need":true}},"unknown":"CON-03"},"rule":"NMF-08"}},"unknown":"CON-03","checks":[{"rule":"NMF-07","must":{"unique":"state"},"at":"state","expected":"every kind of state once"},{"rule":"NMF-08","when":{"has":"boundary"},"must":{"at":"execution_mode","in":["external"]},"at":"boundary","expected":"a boundary for external nodes only"}]},"turn":{"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.node.manifest.v1"]},"rule":"NMF-01","need":true},"node_id":{"shape":{"is":"text"},"rule":"NMF-02","need":true},"version":{"shape":{"is":"text","like":"^\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z.-]+)?$","usual":"1.0.0"},"rule":"NMF-03","need":true},"execution_scope":{"shape":{"is":"text","of":["turn"]},"rule":"NMF-02","need":true},"execution_mode":{"shape":{"is":"text","of":["in_process","external","sandbox"]},"rule":"NMF-02","need":true},"inputs":{"shape":{"is":"list","item":{"is":"object","fields":{"type":{"shape":{"is":"text"},"rule":"NMF-02","need":true},"payload_class":{"shape":{"is":"text","of":["PII","PHI","audio_raw","text_raw","derived_summary","metadata"]},"rule":"NMF-05","need":true},"lane":{"shape":{"is":"text","of":["DataLane","ControlLane","TelemetryLane"]},"rule":"NMF-05","need":true},"payload_schema":{"shape":{"is":"map"},"rule":"NMF-02"}},"unknown":"CON-03","by":{"field":"lane","cases":[{"values":["DataLane","TelemetryLane"],"demands":[]},{"values":["ControlLane"],"demands":[{"field":"type","of":["turn_open_proposed","turn_open","commit","abort","close","barge_in","stop","cancel","budget_warning","budget_exhausted","degrade","fallback","watermark","flow_xoff","flow_xon","credit_grant","drop_notice","discontinuity","provider_error","circuit_event","provider_switch","lease_issued","lease_rotated","migration_start","migration_finish","session_handoff","admit","reject","defer","shed","stale_epoch_reject","deauthorized_drain","connected","reconnecting","disconnected","ended","silence","stall","output_accepted","playback_started","playback_completed","playback_cancelled","recording_level_downgraded"],"rule":"NMF-06"},{"field":"payload_class","of":["metadata"],"rule":"NMF-06"}]}]}}},"rule":"NMF-02","need":true},"outputs":{"shape":{"is":"list","item":{"is":"object","fields":{"type":{"shape":{"is":"text"},"rule":"NMF-02","need":true},"payload_class":{"shape":{"is":"text","of":["PII","PHI","audio_raw","text_raw","derived_summary","metadata"]},"rule":"NMF-05","need":true},"lane":{"shape":{"is":"text","of":["DataLane","TelemetryLane"]},"rule":"NMF-05","need":true},"payload_schema":{"shape":{"is":"map"},"rule":"NMF-02"},"declassifies":{"shape":{"is":"boolean","only":true},"rule":"NMF-02"}},"unknown":"CON-03"}},"rule":"NMF-02","need":true},"streaming":{"shape":{"is":"text","of":["incremental","final"]},"rule":"NMF-02","need":true},"cancel":{"shape":{"is":"object","fields":{"mode":{"shape":{"is":"text","of":["preemptible","cooperative"]},"rule":"NMF-02","need":true},"within_ms":{"shape":{"is":"integer","min":0},"rule":"NMF-04","need":true}},"unknown":"CON-03"},"rule":"NMF-02","need":true},"state":{"shape":{"is":"list","item":{"is":"text","of":["turn_ephemeral","session_hot","session_durable"]}},"rule":"NMF-07","need":true},"resources":{"shape":{"is":"object","fields":{"cpu_millicores":{"shape":{"is":"integer","min":1},"rule":"NMF-04"},"memory_mb":{"shape":{"is":"integer","min":1},"rule":"NMF-04"},"timeout_ms":{"shape":{"is":"integer","min":1},"rule":"NMF-04","need":true}},"unknown":"CON-03"},"rule":"NMF-02","need":true},"max_buffered":{"shape":{"is":"integer","min":0},"rule":"NMF-04","need":true},"merge":{"shape":{"is":"text","of":["arrival_order","order_free"]},"rule":"NMF-02","need":true},"config_schema":{"shape":{"is":"map"},"rule":"NMF-02"},"boundary":{"shape":{"is":"object","fields":{"command":{"shape":{"is":"list","item":{"is":"text"},"min":1},"rule":"NMF-08","need":true}},"unknown":"CON-03"},"rule":"NMF-08"}},"unknown":"CON-03","checks":[{"rule":"NMF-07","must":{"unique":"state"},"at":"state","expected":"every kind of state once"},{"rule":"NMF-08","when":{"has":"boundary"},"must":{"at":"execution_mode","in":["external"]},"at":"boundary","expected":"a boundary for external nodes only"}]}}};
