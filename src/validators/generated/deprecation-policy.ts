// Generated from the contracts by `npm run generate`. Do not edit.
import type { DeprecationPolicy } from "../../contracts/compat/deprecation-policy.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$");

type Fields = Record<string, unknown>;

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_warning_from_utc: unknown;
  let f_enforce_from_utc: unknown;
  let f_remove_from_utc: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "field_path":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "warning_from_utc":
        if (found !== "2026-02-09T22:19:06Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        f_warning_from_utc = found;
        break;
      case "enforce_from_utc":
        if (found !== "2026-02-09T22:19:06Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        f_enforce_from_utc = found;
        break;
      case "remove_from_utc":
        if (found !== "2026-02-09T22:19:06Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        f_remove_from_utc = found;
        break;
      case "migration_hint":
        if (typeof found !== "string") {
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
  if (f_warning_from_utc === undefined || f_enforce_from_utc === undefined || f_remove_from_utc === undefined) return false;
  if (!(Date.parse(f_warning_from_utc as string) < Date.parse(f_enforce_from_utc as string))) return false;
  if (!(Date.parse(f_enforce_from_utc as string) < Date.parse(f_remove_from_utc as string))) return false;
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

function choice5(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 7:
      return value === "allowed" || value === "warning" || value === "removed";
    case 8:
      return value === "enforced";
    default:
      return false;
  }
}

function object4(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "field_path":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "observed_at_utc":
        if (found !== "2026-02-09T22:19:06Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "expected_state":
        if (!choice5(found)) {
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
        if (found !== "rspp.deprecation-policy.v1") {
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
      case "rules":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "usage_checks":
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

/** Fast check: whether the value has the shape of deprecation_policy, with unknown fields when `open`. */
export const fitsDeprecationPolicy = object0;

/** Whether the value is a valid deprecation_policy. Never throws. */
export function isDeprecationPolicy(value: unknown, options?: ValidateOptions): value is DeprecationPolicy {
  return safely(fitsDeprecationPolicy, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid deprecation_policy. */
export function assertDeprecationPolicy(value: unknown, options?: ValidateOptions): asserts value is DeprecationPolicy {
  assertFits(value, { kind: "deprecation_policy", fits: fitsDeprecationPolicy, shape: deprecationPolicyShape, options });
}

/** Shape of deprecation_policy, for the diagnosing path. */
export const deprecationPolicyShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.deprecation-policy.v1"]},"rule":"DPR-01","need":true},"policy_id":{"shape":{"is":"text"},"rule":"DPR-02","need":true},"rules":{"shape":{"is":"list","item":{"is":"object","fields":{"field_path":{"shape":{"is":"text"},"rule":"DPR-03","need":true},"warning_from_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"DPR-04","need":true},"enforce_from_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"DPR-04","need":true},"remove_from_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"DPR-04","need":true},"migration_hint":{"shape":{"is":"text","empty":true},"rule":"DPR-03","need":true}},"unknown":"CON-03","checks":[{"rule":"DPR-05","must":{"earlier":["warning_from_utc","enforce_from_utc"]},"at":"enforce_from_utc","expected":"a time after warning_from_utc"},{"rule":"DPR-05","must":{"earlier":["enforce_from_utc","remove_from_utc"]},"at":"remove_from_utc","expected":"a time after enforce_from_utc"}]}},"rule":"DPR-03","need":true},"usage_checks":{"shape":{"is":"list","item":{"is":"object","fields":{"field_path":{"shape":{"is":"text"},"rule":"DPR-03","need":true},"observed_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"DPR-04","need":true},"expected_state":{"shape":{"is":"text","of":["allowed","warning","enforced","removed"]},"rule":"DPR-06","need":true}},"unknown":"CON-03"}},"rule":"DPR-03","need":true}},"unknown":"CON-03"};
