// Generated from the contracts by `npm run generate`. Do not edit.
import type { ReplayTrace } from "../../contracts/observability/replay-trace.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

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
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "routing_view_snapshot":
      case "admission_policy_snapshot":
      case "abi_compatibility_snapshot":
      case "version_resolution_snapshot":
      case "policy_resolution_snapshot":
      case "provider_health_snapshot":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  return true;
}

function map5(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return true;
}

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "event_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "turn_id":
      case "signal":
      case "output_digest":
      case "provider_id":
      case "provider_model":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "lane":
        if (!choice3(found)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "runtime_sequence":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "plan_hash":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "snapshot_provenance":
        if (!object4(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "decision_outcome":
      case "invocation_outcome":
        if (!map5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "reason":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        break;
      case "ordering_marker":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "authority_epoch":
        if (!Number.isSafeInteger(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "runtime_timestamp_ms":
        if (!Number.isSafeInteger(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 127) return false;
  return true;
}

function list1(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object2(item, open)) return false;
  }
  return true;
}

function object7(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "event_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "dropped":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "merge_group_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 3) return false;
  return true;
}

function list6(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object7(item, open)) return false;
  }
  return true;
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "rspp.replay-trace.v1") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "entries":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "lineage":
        if (!list6(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

/** Fast check: whether the value has the shape of replay_trace, with unknown fields when `open`. */
export const fitsReplayTrace = object0;

/** Whether the value is a valid replay_trace. Never throws. */
export function isReplayTrace(value: unknown, options?: ValidateOptions): value is ReplayTrace {
  return safely(fitsReplayTrace, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid replay_trace. */
export function assertReplayTrace(value: unknown, options?: ValidateOptions): asserts value is ReplayTrace {
  assertFits(value, { kind: "replay_trace", fits: fitsReplayTrace, shape: replayTraceShape, options });
}

/** Shape of replay_trace, for the diagnosing path. */
export const replayTraceShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.replay-trace.v1"]},"rule":"CON-02","need":true},"entries":{"shape":{"is":"list","item":{"is":"object","fields":{"event_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"session_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"CON-02"},"lane":{"shape":{"is":"text","of":["DataLane","ControlLane","TelemetryLane"]},"rule":"CON-02"},"runtime_sequence":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"plan_hash":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true},"snapshot_provenance":{"shape":{"is":"object","fields":{"routing_view_snapshot":{"shape":{"is":"text","empty":true},"rule":"CON-02"},"admission_policy_snapshot":{"shape":{"is":"text","empty":true},"rule":"CON-02"},"abi_compatibility_snapshot":{"shape":{"is":"text","empty":true},"rule":"CON-02"},"version_resolution_snapshot":{"shape":{"is":"text","empty":true},"rule":"CON-02"},"policy_resolution_snapshot":{"shape":{"is":"text","empty":true},"rule":"CON-02"},"provider_health_snapshot":{"shape":{"is":"text","empty":true},"rule":"CON-02"}},"unknown":"CON-03"},"rule":"CON-02","need":true},"decision_outcome":{"shape":{"is":"map"},"rule":"CON-02"},"invocation_outcome":{"shape":{"is":"map"},"rule":"CON-02"},"signal":{"shape":{"is":"text"},"rule":"CON-02"},"reason":{"shape":{"is":"text","empty":true},"rule":"CON-02"},"output_digest":{"shape":{"is":"text"},"rule":"CON-02"},"ordering_marker":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true},"provider_id":{"shape":{"is":"text"},"rule":"CON-02"},"provider_model":{"shape":{"is":"text"},"rule":"CON-02"},"authority_epoch":{"shape":{"is":"integer"},"rule":"CON-02","need":true},"runtime_timestamp_ms":{"shape":{"is":"integer"},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"lineage":{"shape":{"is":"list","item":{"is":"object","fields":{"event_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"dropped":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"merge_group_id":{"shape":{"is":"text"},"rule":"CON-02"}},"unknown":"CON-03"}},"rule":"CON-02","need":true}},"unknown":"CON-03"};
