// Generated from the contracts by `npm run generate`. Do not edit.
import type { GateProfile } from "../../contracts/deploy/gate-profile.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function list1(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
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
      return value === "auto";
    case 8:
      return value === "playback" || value === "terminal";
    default:
      return false;
  }
}

function choice4(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 3:
      return value === "off";
    case 4:
      return value === "warn";
    case 5:
      return value === "error";
    default:
      return false;
  }
}

function object3(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "G1":
      case "G2":
      case "G3":
      case "G4":
      case "G5":
      case "G6":
      case "G7":
        if (!choice4(found)) {
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

function object5(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "turn_open_decision_p95_ms":
      case "first_output_p95_ms":
      case "cancel_fence_p95_ms":
      case "stale_epoch_accepted_outputs":
      case "end_to_end_p50_ms":
      case "end_to_end_p95_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "baseline_completeness_ratio":
      case "terminal_correctness_ratio":
        if (!Number.isFinite(found) || (found as number) < 0 || (found as number) > 1) {
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

function object6(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "level":
        if (!choice4(found)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "relative":
        if (!Number.isFinite(found) || (found as number) < 0 || (found as number) > 1) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "absolute_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
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

function map9(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const item = (value as Fields)[name];
    if (name === "" || typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function object8(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "where":
        if (!map9(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "levels":
        if (!object3(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "thresholds":
        if (!object5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
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

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "rspp.gate-profile.v1") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "profile_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "extends":
      case "segment_by":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "mode":
        if (found !== "compat" && found !== "strict") {
          if (found === undefined) break;
          return false;
        }
        break;
      case "confidence":
        if (!Number.isFinite(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "anchor":
        if (!choice2(found)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "require_end_to_end":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        break;
      case "max_malformed_lines":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "levels":
        if (!object3(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "thresholds":
        if (!object5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "regression":
        if (!object6(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "overrides":
        if (!list7(found, open)) {
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

/** Fast check: whether the value has the shape of gate_profile, with unknown fields when `open`. */
export const fitsGateProfile = object0;

/** Whether the value is a valid gate_profile. Never throws. */
export function isGateProfile(value: unknown, options?: ValidateOptions): value is GateProfile {
  return safely(fitsGateProfile, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid gate_profile. */
export function assertGateProfile(value: unknown, options?: ValidateOptions): asserts value is GateProfile {
  assertFits(value, { kind: "gate_profile", fits: fitsGateProfile, shape: gateProfileShape, options });
}

/** Shape of gate_profile, for the diagnosing path. */
export const gateProfileShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.gate-profile.v1"]},"rule":"GPR-01","need":true},"profile_id":{"shape":{"is":"text"},"rule":"GPR-02","need":true},"extends":{"shape":{"is":"list","item":{"is":"text"}},"rule":"GPR-02"},"mode":{"shape":{"is":"text","of":["compat","strict"]},"rule":"GPR-02"},"confidence":{"shape":{"is":"number","min":0},"rule":"GPR-02"},"anchor":{"shape":{"is":"text","of":["auto","playback","terminal"]},"rule":"GPR-02"},"require_end_to_end":{"shape":{"is":"boolean"},"rule":"GPR-02"},"max_malformed_lines":{"shape":{"is":"integer","min":0},"rule":"GPR-02"},"levels":{"shape":{"is":"object","fields":{"G1":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"},"G2":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"},"G3":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"},"G4":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"},"G5":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"},"G6":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"},"G7":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"}},"unknown":"CON-03"},"rule":"GPR-03"},"thresholds":{"shape":{"is":"object","fields":{"turn_open_decision_p95_ms":{"shape":{"is":"integer","min":0},"rule":"GPR-04"},"first_output_p95_ms":{"shape":{"is":"integer","min":0},"rule":"GPR-04"},"cancel_fence_p95_ms":{"shape":{"is":"integer","min":0},"rule":"GPR-04"},"stale_epoch_accepted_outputs":{"shape":{"is":"integer","min":0},"rule":"GPR-04"},"baseline_completeness_ratio":{"shape":{"is":"number","min":0,"max":1},"rule":"GPR-04"},"terminal_correctness_ratio":{"shape":{"is":"number","min":0,"max":1},"rule":"GPR-04"},"end_to_end_p50_ms":{"shape":{"is":"integer","min":0},"rule":"GPR-04"},"end_to_end_p95_ms":{"shape":{"is":"integer","min":0},"rule":"GPR-04"}},"unknown":"CON-03"},"rule":"GPR-04"},"regression":{"shape":{"is":"object","fields":{"level":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"},"relative":{"shape":{"is":"number","min":0,"max":1},"rule":"GPR-04"},"absolute_ms":{"shape":{"is":"integer","min":0},"rule":"GPR-04"}},"unknown":"CON-03"},"rule":"GPR-04"},"segment_by":{"shape":{"is":"list","item":{"is":"text"}},"rule":"GPR-05"},"overrides":{"shape":{"is":"list","item":{"is":"object","fields":{"where":{"shape":{"is":"map","value":{"is":"text"}},"rule":"GPR-05","need":true},"levels":{"shape":{"is":"object","fields":{"G1":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"},"G2":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"},"G3":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"},"G4":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"},"G5":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"},"G6":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"},"G7":{"shape":{"is":"text","of":["error","warn","off"]},"rule":"GPR-03"}},"unknown":"CON-03"},"rule":"GPR-03"},"thresholds":{"shape":{"is":"object","fields":{"turn_open_decision_p95_ms":{"shape":{"is":"integer","min":0},"rule":"GPR-04"},"first_output_p95_ms":{"shape":{"is":"integer","min":0},"rule":"GPR-04"},"cancel_fence_p95_ms":{"shape":{"is":"integer","min":0},"rule":"GPR-04"},"stale_epoch_accepted_outputs":{"shape":{"is":"integer","min":0},"rule":"GPR-04"},"baseline_completeness_ratio":{"shape":{"is":"number","min":0,"max":1},"rule":"GPR-04"},"terminal_correctness_ratio":{"shape":{"is":"number","min":0,"max":1},"rule":"GPR-04"},"end_to_end_p50_ms":{"shape":{"is":"integer","min":0},"rule":"GPR-04"},"end_to_end_p95_ms":{"shape":{"is":"integer","min":0},"rule":"GPR-04"}},"unknown":"CON-03"},"rule":"GPR-04"}},"unknown":"CON-03"}},"rule":"GPR-05"}},"unknown":"CON-03"};
