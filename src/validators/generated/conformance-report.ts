// Generated from the contracts by `npm run generate`. Do not edit.
import { isUnique } from "../../contracts/core/condition.ts";
import type { ConformanceReport } from "../../contracts/conformance/conformance-report.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)*|[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)$");
const PATTERN_1 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$");

type Fields = Record<string, unknown>;

function choice4(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "sync";
    case 5:
      return value === "turns" || value === "plans" || value === "edges" || value === "merge";
    case 6:
      return value === "cancel" || value === "replay";
    case 7:
      return value === "ingress" || value === "budgets";
    case 8:
      return value === "evidence" || value === "playback" || value === "operator";
    case 9:
      return value === "authority" || value === "admission" || value === "providers" || value === "migration" || value === "recording";
    case 10:
      return value === "connection" || value === "validation";
    default:
      return false;
  }
}

function list3(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!choice4(item)) return false;
  }
  return true;
}

function object5(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "expected":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "executed":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "pass":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "fail":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "warn":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "known":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "not_applicable":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "could_not_run":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 128;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 255) return false;
  return true;
}

function choice8(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "pass" || value === "fail";
    case 13:
      return value === "could_not_run";
    case 14:
      return value === "not_applicable";
    default:
      return false;
  }
}

function map12(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return true;
}

function list11(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!map12(item, open)) return false;
  }
  return true;
}

function list10(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!list11(item, open)) return false;
  }
  return true;
}

function object14(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "at_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "from":
        if (found !== "world" && found !== "subject") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "name":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "turn_id":
      case "event_id":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        break;
      case "detail":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "marked":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 15) return false;
  return true;
}

function list13(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object14(item, open)) return false;
  }
  return true;
}

function object9(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "code":
        if (found !== "late_output_delivered" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "requirement":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "message":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "expected":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "received":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "likely_cause":
      case "path":
      case "scenario_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "seed":
        if (!Number.isSafeInteger(found) || (found as number) < 0 || (found as number) > 4294967295) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "replay":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "stimuli":
        if (!list10(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 128;
        break;
      case "timeline":
        if (!list13(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 256;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 511) return false;
  return true;
}

function choice16(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 5:
      return value === "known" || value === "stale";
    case 7:
      return value === "expired";
    case 13:
      return value === "other_failure";
    default:
      return false;
  }
}

function object15(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "status":
        if (!choice16(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "reason":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "issue":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "owner":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "expires":
        if (found !== "2026-12-31" && (typeof found !== "string" || !PATTERN_1.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  return true;
}

function object7(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_verdict: unknown;
  let f_failure: unknown;
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
      case "level":
        if (found !== "MUST" && found !== "SHOULD") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "title":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "requirement":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "source":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "verdict":
        if (!choice8(found)) {
          if (found === undefined) break;
          return false;
        }
        f_verdict = found;
        break;
      case "runs":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "reason":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "missing_capability":
        if (!choice4(found)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "failure":
        if (!object9(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_failure = found;
        break;
      case "baseline":
        if (!object15(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 63) return false;
  if (f_verdict === undefined) return false;
  if (f_verdict === "fail" && !(f_failure !== undefined)) return false;
  if (f_failure !== undefined && !(f_verdict === "fail")) return false;
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

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_capabilities: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "name":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "version":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "language":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "capabilities":
        if (!list3(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_capabilities = found;
        break;
      case "passed":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "summary":
        if (!object5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "results":
        if (!list6(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  if (f_capabilities === undefined) return false;
  if (!(isUnique(f_capabilities))) return false;
  return true;
}

function list1(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value) || value.length < 1) return false;
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
        if (found !== "rspp.conformance.report.v1") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "kit_version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "profile":
        if (found !== "quick" && found !== "full") {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "seed":
        if (!Number.isSafeInteger(found) || (found as number) < 0 || (found as number) > 4294967295) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "passed":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "subjects":
        if (!list1(found, open)) {
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

/** Fast check: whether the value has the shape of conformance_report, with unknown fields when `open`. */
export const fitsConformanceReport = object0;

/** Whether the value is a valid conformance_report. Never throws. */
export function isConformanceReport(value: unknown, options?: ValidateOptions): value is ConformanceReport {
  return safely(fitsConformanceReport, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid conformance_report. */
export function assertConformanceReport(value: unknown, options?: ValidateOptions): asserts value is ConformanceReport {
  assertFits(value, { kind: "conformance_report", fits: fitsConformanceReport, shape: conformanceReportShape, options });
}

/** Shape of conformance_report, for the diagnosing path. */
export const conformanceReportShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.conformance.report.v1"]},"rule":"CRP-01","need":true},"kit_version":{"shape":{"is":"text"},"rule":"CRP-02","need":true},"profile":{"shape":{"is":"text","of":["quick","full"]},"rule":"CRP-02","need":true},"seed":{"shape":{"is":"integer","min":0,"max":4294967295},"rule":"CRP-03","need":true},"passed":{"shape":{"is":"boolean"},"rule":"CRP-02","need":true},"subjects":{"shape":{"is":"list","item":{"is":"object","fields":{"name":{"shape":{"is":"text"},"rule":"CRP-02","need":true},"version":{"shape":{"is":"text","empty":true},"rule":"CRP-02","need":true},"language":{"shape":{"is":"text"},"rule":"CRP-02"},"capabilities":{"shape":{"is":"list","item":{"is":"text","of":["turns","plans","evidence","cancel","authority","admission","ingress","budgets","providers","playback","edges","merge","sync","connection","migration","recording","validation","replay","operator"]}},"rule":"CRP-05","need":true},"passed":{"shape":{"is":"boolean"},"rule":"CRP-02","need":true},"summary":{"shape":{"is":"object","fields":{"expected":{"shape":{"is":"integer","min":0},"rule":"CRP-03","need":true},"executed":{"shape":{"is":"integer","min":0},"rule":"CRP-03","need":true},"pass":{"shape":{"is":"integer","min":0},"rule":"CRP-03","need":true},"fail":{"shape":{"is":"integer","min":0},"rule":"CRP-03","need":true},"warn":{"shape":{"is":"integer","min":0},"rule":"CRP-03","need":true},"known":{"shape":{"is":"integer","min":0},"rule":"CRP-03","need":true},"not_applicable":{"shape":{"is":"integer","min":0},"rule":"CRP-03","need":true},"could_not_run":{"shape":{"is":"integer","min":0},"rule":"CRP-03","need":true}},"unknown":"CON-03"},"rule":"CRP-02","need":true},"results":{"shape":{"is":"list","item":{"is":"object","fields":{"check_id":{"shape":{"is":"text"},"rule":"CRP-02","need":true},"level":{"shape":{"is":"text","of":["MUST","SHOULD"]},"rule":"CRP-02","need":true},"title":{"shape":{"is":"text"},"rule":"CRP-02","need":true},"requirement":{"shape":{"is":"text"},"rule":"CRP-02","need":true},"source":{"shape":{"is":"text"},"rule":"CRP-02","need":true},"verdict":{"shape":{"is":"text","of":["pass","fail","not_applicable","could_not_run"]},"rule":"CRP-02","need":true},"runs":{"shape":{"is":"integer","min":0},"rule":"CRP-03","need":true},"reason":{"shape":{"is":"text"},"rule":"CRP-02"},"missing_capability":{"shape":{"is":"text","of":["turns","plans","evidence","cancel","authority","admission","ingress","budgets","providers","playback","edges","merge","sync","connection","migration","recording","validation","replay","operator"]},"rule":"CRP-05"},"failure":{"shape":{"is":"object","fields":{"code":{"shape":{"is":"text","like":"^(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)*|[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)$","usual":"late_output_delivered"},"rule":"CRP-04","need":true},"requirement":{"shape":{"is":"text"},"rule":"CRP-02","need":true},"message":{"shape":{"is":"text"},"rule":"CRP-02","need":true},"expected":{"shape":{"is":"text","empty":true},"rule":"CRP-02","need":true},"received":{"shape":{"is":"text","empty":true},"rule":"CRP-02","need":true},"likely_cause":{"shape":{"is":"text"},"rule":"CRP-02"},"seed":{"shape":{"is":"integer","min":0,"max":4294967295},"rule":"CRP-03","need":true},"path":{"shape":{"is":"text"},"rule":"CRP-02"},"replay":{"shape":{"is":"text"},"rule":"CRP-02","need":true},"scenario_id":{"shape":{"is":"text"},"rule":"CRP-02"},"stimuli":{"shape":{"is":"list","item":{"is":"list","item":{"is":"map"}}},"rule":"CRP-02","need":true},"timeline":{"shape":{"is":"list","item":{"is":"object","fields":{"at_ms":{"shape":{"is":"integer","min":0},"rule":"CRP-03","need":true},"from":{"shape":{"is":"text","of":["world","subject"]},"rule":"CRP-02","need":true},"name":{"shape":{"is":"text"},"rule":"CRP-02","need":true},"turn_id":{"shape":{"is":"text","empty":true},"rule":"CRP-02"},"detail":{"shape":{"is":"text","empty":true},"rule":"CRP-02","need":true},"event_id":{"shape":{"is":"text","empty":true},"rule":"CRP-02"},"marked":{"shape":{"is":"boolean"},"rule":"CRP-02"}},"unknown":"CON-03"}},"rule":"CRP-02","need":true}},"unknown":"CON-03"},"rule":"CRP-02"},"baseline":{"shape":{"is":"object","fields":{"status":{"shape":{"is":"text","of":["known","stale","expired","other_failure"]},"rule":"CRP-02","need":true},"reason":{"shape":{"is":"text"},"rule":"CRP-02","need":true},"issue":{"shape":{"is":"text"},"rule":"CRP-02","need":true},"owner":{"shape":{"is":"text"},"rule":"CRP-02","need":true},"expires":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$","usual":"2026-12-31"},"rule":"CRP-07","need":true}},"unknown":"CON-03"},"rule":"CRP-02"}},"unknown":"CON-03","checks":[{"rule":"CRP-06","when":{"at":"verdict","in":["fail"]},"must":{"has":"failure"},"at":"failure","expected":"the failure of a failed check"},{"rule":"CRP-06","when":{"has":"failure"},"must":{"at":"verdict","in":["fail"]},"at":"verdict","expected":"fail, as there is a failure"}]}},"rule":"CRP-02","need":true}},"unknown":"CON-03","checks":[{"rule":"CRP-05","must":{"unique":"capabilities"},"at":"capabilities","expected":"every capability once"}]},"min":1},"rule":"CRP-02","need":true}},"unknown":"CON-03"};
