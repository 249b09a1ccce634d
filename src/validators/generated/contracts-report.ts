// Generated from the contracts by `npm run generate`. Do not edit.
import { isFilled } from "../../contracts/core/condition.ts";
import type { ContractsReport } from "../../contracts/deploy/contracts-report.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$");
const PATTERN_1 = /* @__PURE__ */ new RegExp("^[a-z][a-z0-9_]*$");

type Fields = Record<string, unknown>;

function object1(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "files":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "valid":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "invalid":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
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

function object5(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "rule":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "severity":
        if (found !== "error" && found !== "warning") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "path":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "message":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "hint":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "line":
      case "column":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
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

function list4(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object5(item, open)) return false;
  }
  return true;
}

function object3(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_valid: unknown;
  let f_diagnostics: unknown;
  let f_kind: unknown;
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
      case "kind":
        if (found !== "event_record" && (typeof found !== "string" || !PATTERN_1.test(found))) {
          if (found === undefined) break;
          return false;
        }
        f_kind = found;
        break;
      case "valid":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        f_valid = found;
        break;
      case "diagnostics":
        if (!list4(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_diagnostics = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  if (f_valid === undefined || f_diagnostics === undefined) return false;
  if (f_valid === false && !(isFilled(f_diagnostics))) return false;
  if (f_valid === true && !(f_kind !== undefined)) return false;
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
      case "schema_version":
        if (found !== "rspp.tooling.contracts-report.v1") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "generated_at_utc":
        if (found !== "2026-02-16T23:00:00Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "passed":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "totals":
        if (!object1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "files":
        if (!list2(found, open)) {
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

/** Fast check: whether the value has the shape of contracts_report, with unknown fields when `open`. */
export const fitsContractsReport = object0;

/** Whether the value is a valid contracts_report. Never throws. */
export function isContractsReport(value: unknown, options?: ValidateOptions): value is ContractsReport {
  return safely(fitsContractsReport, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid contracts_report. */
export function assertContractsReport(value: unknown, options?: ValidateOptions): asserts value is ContractsReport {
  assertFits(value, { kind: "contracts_report", fits: fitsContractsReport, shape: contractsReportShape, options });
}

/** Shape of contracts_report, for the diagnosing path. */
export const contractsReportShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.tooling.contracts-report.v1"]},"rule":"CON-02","need":true},"generated_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$","usual":"2026-02-16T23:00:00Z"},"rule":"CON-02","need":true},"passed":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"totals":{"shape":{"is":"object","fields":{"files":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"valid":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"invalid":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03"},"rule":"CON-02","need":true},"files":{"shape":{"is":"list","item":{"is":"object","fields":{"name":{"shape":{"is":"text"},"rule":"CON-02","need":true},"kind":{"shape":{"is":"text","like":"^[a-z][a-z0-9_]*$","usual":"event_record"},"rule":"CON-02"},"valid":{"shape":{"is":"boolean"},"rule":"CTR-01","need":true},"diagnostics":{"shape":{"is":"list","item":{"is":"object","fields":{"rule":{"shape":{"is":"text"},"rule":"CON-02","need":true},"severity":{"shape":{"is":"text","of":["error","warning"]},"rule":"CON-02","need":true},"path":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true},"message":{"shape":{"is":"text"},"rule":"CON-02","need":true},"hint":{"shape":{"is":"text"},"rule":"CON-02"},"line":{"shape":{"is":"integer","min":1},"rule":"CON-02"},"column":{"shape":{"is":"integer","min":1},"rule":"CON-02"}},"unknown":"CON-03"}},"rule":"CTR-01","need":true}},"unknown":"CON-03","checks":[{"rule":"CTR-01","when":{"at":"valid","in":[false]},"must":{"filled":"diagnostics"},"at":"diagnostics","expected":"at least 1 diagnostic where the file is not valid"},{"rule":"CTR-01","when":{"at":"valid","in":[true]},"must":{"has":"kind"},"at":"kind","expected":"the contract that a valid file keeps"}]}},"rule":"CON-02","need":true}},"unknown":"CON-03"};
