// Generated from the contracts by `npm run generate`. Do not edit.
import type { ConformanceProfile } from "../../contracts/compat/conformance-profile.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function list1(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value) || value.length < 1) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
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
        if (found !== "rspp.conformance-profile.v1") {
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
      case "mandatory_categories":
        if (!list1(found, open)) {
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

/** Fast check: whether the value has the shape of conformance_profile, with unknown fields when `open`. */
export const fitsConformanceProfile = object0;

/** Whether the value is a valid conformance_profile. Never throws. */
export function isConformanceProfile(value: unknown, options?: ValidateOptions): value is ConformanceProfile {
  return safely(fitsConformanceProfile, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid conformance_profile. */
export function assertConformanceProfile(value: unknown, options?: ValidateOptions): asserts value is ConformanceProfile {
  assertFits(value, { kind: "conformance_profile", fits: fitsConformanceProfile, shape: conformanceProfileShape, options });
}

/** Shape of conformance_profile, for the diagnosing path. */
export const conformanceProfileShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.conformance-profile.v1"]},"rule":"CPF-01","need":true},"profile_id":{"shape":{"is":"text"},"rule":"CPF-02","need":true},"mandatory_categories":{"shape":{"is":"list","item":{"is":"text"},"min":1},"rule":"CPF-03","need":true}},"unknown":"CON-03"};
