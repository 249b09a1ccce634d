// Generated from the contracts by `npm run generate`. Do not edit.
import type { VersionSkewPolicy } from "../../contracts/compat/version-skew-policy.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "runtime_version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "control_plane_version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "schema_version":
        if (typeof found !== "string" || found.length === 0) {
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

function list1(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object2(item, open)) return false;
  }
  return true;
}

function object4(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "runtime_version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "control_plane_version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "schema_version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "allowed":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 15) return false;
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

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "rspp.version-skew-policy.v1") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "policy_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "allowed_cells":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "matrix_tests":
        if (!list3(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 15) return false;
  return true;
}

/** Fast check: whether the value has the shape of version_skew_policy, with unknown fields when `open`. */
export const fitsVersionSkewPolicy = object0;

/** Whether the value is a valid version_skew_policy. Never throws. */
export function isVersionSkewPolicy(value: unknown, options?: ValidateOptions): value is VersionSkewPolicy {
  return safely(fitsVersionSkewPolicy, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid version_skew_policy. */
export function assertVersionSkewPolicy(value: unknown, options?: ValidateOptions): asserts value is VersionSkewPolicy {
  assertFits(value, { kind: "version_skew_policy", fits: fitsVersionSkewPolicy, shape: versionSkewPolicyShape, options });
}

/** Shape of version_skew_policy, for the diagnosing path. */
export const versionSkewPolicyShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.version-skew-policy.v1"]},"rule":"VSP-01","need":true},"policy_id":{"shape":{"is":"text"},"rule":"VSP-02","need":true},"allowed_cells":{"shape":{"is":"list","item":{"is":"object","fields":{"runtime_version":{"shape":{"is":"text"},"rule":"VSP-03","need":true},"control_plane_version":{"shape":{"is":"text"},"rule":"VSP-03","need":true},"schema_version":{"shape":{"is":"text"},"rule":"VSP-03","need":true}},"unknown":"CON-03"}},"rule":"VSP-03","need":true},"matrix_tests":{"shape":{"is":"list","item":{"is":"object","fields":{"runtime_version":{"shape":{"is":"text"},"rule":"VSP-03","need":true},"control_plane_version":{"shape":{"is":"text"},"rule":"VSP-03","need":true},"schema_version":{"shape":{"is":"text"},"rule":"VSP-03","need":true},"allowed":{"shape":{"is":"boolean"},"rule":"VSP-04","need":true}},"unknown":"CON-03"}},"rule":"VSP-04","need":true}},"unknown":"CON-03"};
