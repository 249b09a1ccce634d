// Generated from the contracts by `npm run generate`. Do not edit.
import type { ConformanceResults } from "../../contracts/compat/conformance-results.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function map1(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const item = (value as Fields)[name];
    if (name === "" || typeof item !== "boolean") return false;
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
        if (found !== "rspp.conformance-results.v1") {
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
      case "categories":
        if (!map1(found, open)) {
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

/** Fast check: whether the value has the shape of conformance_results, with unknown fields when `open`. */
export const fitsConformanceResults = object0;

/** Whether the value is a valid conformance_results. Never throws. */
export function isConformanceResults(value: unknown, options?: ValidateOptions): value is ConformanceResults {
  return safely(fitsConformanceResults, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid conformance_results. */
export function assertConformanceResults(value: unknown, options?: ValidateOptions): asserts value is ConformanceResults {
  assertFits(value, { kind: "conformance_results", fits: fitsConformanceResults, shape: conformanceResultsShape, options });
}

/** Shape of conformance_results, for the diagnosing path. */
export const conformanceResultsShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.conformance-results.v1"]},"rule":"CRS-01","need":true},"profile_id":{"shape":{"is":"text"},"rule":"CRS-02","need":true},"categories":{"shape":{"is":"map","value":{"is":"boolean"}},"rule":"CRS-03","need":true}},"unknown":"CON-03"};
