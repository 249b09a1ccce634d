// Generated from the contracts by `npm run generate`. Do not edit.
import type { ConformanceBaseline } from "../../contracts/conformance/conformance-baseline.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)*|[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)$");
const PATTERN_1 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$");

type Fields = Record<string, unknown>;

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "check_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "code":
        if (found !== "late_output_delivered" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "reason":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "issue":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "owner":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "expires":
        if (found !== "2026-12-31" && (typeof found !== "string" || !PATTERN_1.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 63) return false;
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

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "rspp.conformance.baseline.v1") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "subject":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "known_failures":
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

/** Fast check: whether the value has the shape of conformance_baseline, with unknown fields when `open`. */
export const fitsConformanceBaseline = object0;

/** Whether the value is a valid conformance_baseline. Never throws. */
export function isConformanceBaseline(value: unknown, options?: ValidateOptions): value is ConformanceBaseline {
  return safely(fitsConformanceBaseline, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid conformance_baseline. */
export function assertConformanceBaseline(value: unknown, options?: ValidateOptions): asserts value is ConformanceBaseline {
  assertFits(value, { kind: "conformance_baseline", fits: fitsConformanceBaseline, shape: conformanceBaselineShape, options });
}

/** Shape of conformance_baseline, for the diagnosing path. */
export const conformanceBaselineShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.conformance.baseline.v1"]},"rule":"CBL-01","need":true},"subject":{"shape":{"is":"text"},"rule":"CBL-02","need":true},"known_failures":{"shape":{"is":"list","item":{"is":"object","fields":{"check_id":{"shape":{"is":"text"},"rule":"CBL-02","need":true},"code":{"shape":{"is":"text","like":"^(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)*|[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)$","usual":"late_output_delivered"},"rule":"CBL-03","need":true},"reason":{"shape":{"is":"text"},"rule":"CBL-02","need":true},"issue":{"shape":{"is":"text"},"rule":"CBL-02","need":true},"owner":{"shape":{"is":"text"},"rule":"CBL-02","need":true},"expires":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$","usual":"2026-12-31"},"rule":"CBL-04","need":true}},"unknown":"CON-03"}},"rule":"CBL-02","need":true}},"unknown":"CON-03"};
