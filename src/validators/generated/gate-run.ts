// Generated from the contracts by `npm run generate`. Do not edit.
import { isFilled } from "../../contracts/core/condition.ts";
import type { GateRun } from "../../contracts/deploy/gate-run.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$");
const PATTERN_1 = /* @__PURE__ */ new RegExp("^[a-z][a-z0-9_]*$");

type Fields = Record<string, unknown>;

function choice1(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 3:
      return value === "mvp";
    case 4:
      return value === "full";
    case 5:
      return value === "quick";
    case 7:
      return value === "publish";
    case 8:
      return value === "security";
    default:
      return false;
  }
}

function choice4(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "pass" || value === "fail";
    case 12:
      return value === "not_observed";
    case 13:
      return value === "not_evaluated";
    default:
      return false;
  }
}

function object6(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "code":
        if (found !== "slow" && (typeof found !== "string" || !PATTERN_1.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "message":
        if (typeof found !== "string" || found.length === 0) {
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

function list5(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object6(item, open)) return false;
  }
  return true;
}

function map7(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const item = (value as Fields)[name];
    if (name === "" || !Number.isFinite(item)) return false;
  }
  return true;
}

function list8(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function object3(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_status: unknown;
  let f_violations: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "gate_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "status":
        if (!choice4(found)) {
          if (found === undefined) break;
          return false;
        }
        f_status = found;
        break;
      case "violations":
        if (!list5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_violations = found;
        break;
      case "metrics":
        if (!map7(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "evidence_refs":
        if (!list8(found, open)) {
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
  if (f_status === undefined || f_violations === undefined) return false;
  if (f_status === "fail" && !(isFilled(f_violations))) return false;
  if (f_status === "pass" && !(!(isFilled(f_violations)))) return false;
  return true;
}

function list2(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object3(item, open)) return false;
  }
  return true;
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "run_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "profile":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "candidate_ref":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "spec_ref":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "status":
        if (found !== "pass" && found !== "fail") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "started_at":
        if (found !== "2026-02-16T23:00:00Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "ended_at":
        if (found !== "2026-02-16T23:00:00Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "results":
        if (!list2(found, open)) {
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

/** Fast check: whether the value has the shape of gate_run, with unknown fields when `open`. */
export const fitsGateRun = object0;

/** Whether the value is a valid gate_run. Never throws. */
export function isGateRun(value: unknown, options?: ValidateOptions): value is GateRun {
  return safely(fitsGateRun, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid gate_run. */
export function assertGateRun(value: unknown, options?: ValidateOptions): asserts value is GateRun {
  assertFits(value, { kind: "gate_run", fits: fitsGateRun, shape: gateRunShape, options });
}

/** Shape of gate_run, for the diagnosing path. */
export const gateRunShape: ObjectShape = {"is":"object","fields":{"run_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"profile":{"shape":{"is":"text","of":["quick","full","mvp","security","publish"]},"rule":"CON-02","need":true},"candidate_ref":{"shape":{"is":"text"},"rule":"CON-02","need":true},"spec_ref":{"shape":{"is":"text"},"rule":"CON-02"},"status":{"shape":{"is":"text","of":["pass","fail"]},"rule":"CON-02","need":true},"started_at":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$","usual":"2026-02-16T23:00:00Z"},"rule":"CON-02","need":true},"ended_at":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$","usual":"2026-02-16T23:00:00Z"},"rule":"CON-02","need":true},"results":{"shape":{"is":"list","item":{"is":"object","fields":{"gate_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"status":{"shape":{"is":"text","of":["pass","fail","not_observed","not_evaluated"]},"rule":"CON-02","need":true},"violations":{"shape":{"is":"list","item":{"is":"object","fields":{"code":{"shape":{"is":"text","like":"^[a-z][a-z0-9_]*$","usual":"slow"},"rule":"CON-02","need":true},"message":{"shape":{"is":"text"},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"GRN-01","need":true},"metrics":{"shape":{"is":"map","value":{"is":"number"}},"rule":"CON-02","need":true},"evidence_refs":{"shape":{"is":"list","item":{"is":"text"}},"rule":"CON-02","need":true}},"unknown":"CON-03","checks":[{"rule":"GRN-01","when":{"at":"status","in":["fail"]},"must":{"filled":"violations"},"at":"violations","expected":"at least 1 violation where the gate fails"},{"rule":"GRN-01","when":{"at":"status","in":["pass"]},"must":{"not":{"filled":"violations"}},"at":"violations","expected":"no violation where the gate passes"}]}},"rule":"CON-02","need":true}},"unknown":"CON-03"};
