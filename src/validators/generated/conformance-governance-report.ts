// Generated from the contracts by `npm run generate`. Do not edit.
import { valueAt } from "../../contracts/core/condition.ts";
import type { ConformanceGovernanceReport } from "../../contracts/compat/conformance-governance-report.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$");
const PATTERN_1 = /* @__PURE__ */ new RegExp("^[a-z][a-z0-9_]*$");

type Fields = Record<string, unknown>;

function object3(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "code":
        if (typeof found !== "string" || !PATTERN_1.test(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "path":
        if (typeof found !== "string") {
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
      case "received":
        if (found === undefined) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
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

function object1(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "policy_id":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "allowed_test_count":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "disallowed_test_count":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "passed":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "violation_count":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "violations":
        if (!list2(found, open)) {
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

function object4(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "policy_id":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "rule_count":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "check_count":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "passed":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "violation_count":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "violations":
        if (!list2(found, open)) {
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

function object5(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "profile_id":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "mandatory_count":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "conformant_count":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "passed":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "violation_count":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "violations":
        if (!list2(found, open)) {
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

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_passed: unknown;
  let f_version_skew: unknown;
  let f_deprecation: unknown;
  let f_conformance: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "rspp.tooling.conformance-governance-report.v1") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "generated_at_utc":
        if (found !== "2026-02-09T22:19:06Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
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
        f_passed = found;
        break;
      case "version_skew":
        if (!object1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_version_skew = found;
        break;
      case "deprecation":
        if (!object4(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_deprecation = found;
        break;
      case "conformance":
        if (!object5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_conformance = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 3) return false;
  if (f_passed === undefined || f_version_skew === undefined || f_deprecation === undefined || f_conformance === undefined) return false;
  if (f_passed === true && !(valueAt(f_version_skew, "passed") === true)) return false;
  if (f_passed === true && !(valueAt(f_deprecation, "passed") === true)) return false;
  if (f_passed === true && !(valueAt(f_conformance, "passed") === true)) return false;
  return true;
}

/** Fast check: whether the value has the shape of conformance_governance_report, with unknown fields when `open`. */
export const fitsConformanceGovernanceReport = object0;

/** Whether the value is a valid conformance_governance_report. Never throws. */
export function isConformanceGovernanceReport(value: unknown, options?: ValidateOptions): value is ConformanceGovernanceReport {
  return safely(fitsConformanceGovernanceReport, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid conformance_governance_report. */
export function assertConformanceGovernanceReport(value: unknown, options?: ValidateOptions): asserts value is ConformanceGovernanceReport {
  assertFits(value, { kind: "conformance_governance_report", fits: fitsConformanceGovernanceReport, shape: conformanceGovernanceReportShape, options });
}

/** Shape of conformance_governance_report, for the diagnosing path. */
export const conformanceGovernanceReportShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.tooling.conformance-governance-report.v1"]},"rule":"CGR-01","need":true},"generated_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"CGR-02","need":true},"passed":{"shape":{"is":"boolean"},"rule":"CGR-05","need":true},"version_skew":{"shape":{"is":"object","fields":{"policy_id":{"shape":{"is":"text","empty":true},"rule":"CGR-02","need":true},"allowed_test_count":{"shape":{"is":"integer","min":0},"rule":"CGR-03","need":true},"disallowed_test_count":{"shape":{"is":"integer","min":0},"rule":"CGR-03","need":true},"passed":{"shape":{"is":"boolean"},"rule":"CGR-02","need":true},"violation_count":{"shape":{"is":"integer","min":0},"rule":"CGR-03","need":true},"violations":{"shape":{"is":"list","item":{"is":"object","fields":{"code":{"shape":{"is":"text","like":"^[a-z][a-z0-9_]*$"},"rule":"CGR-04","need":true},"path":{"shape":{"is":"text","empty":true},"rule":"CGR-02","need":true},"message":{"shape":{"is":"text"},"rule":"CGR-02","need":true},"expected":{"shape":{"is":"any"},"rule":"CGR-02"},"received":{"shape":{"is":"any"},"rule":"CGR-02"}},"unknown":"CON-03"}},"rule":"CGR-02","need":true}},"unknown":"CON-03"},"rule":"CGR-02","need":true},"deprecation":{"shape":{"is":"object","fields":{"policy_id":{"shape":{"is":"text","empty":true},"rule":"CGR-02","need":true},"rule_count":{"shape":{"is":"integer","min":0},"rule":"CGR-03","need":true},"check_count":{"shape":{"is":"integer","min":0},"rule":"CGR-03","need":true},"passed":{"shape":{"is":"boolean"},"rule":"CGR-02","need":true},"violation_count":{"shape":{"is":"integer","min":0},"rule":"CGR-03","need":true},"violations":{"shape":{"is":"list","item":{"is":"object","fields":{"code":{"shape":{"is":"text","like":"^[a-z][a-z0-9_]*$"},"rule":"CGR-04","need":true},"path":{"shape":{"is":"text","empty":true},"rule":"CGR-02","need":true},"message":{"shape":{"is":"text"},"rule":"CGR-02","need":true},"expected":{"shape":{"is":"any"},"rule":"CGR-02"},"received":{"shape":{"is":"any"},"rule":"CGR-02"}},"unknown":"CON-03"}},"rule":"CGR-02","need":true}},"unknown":"CON-03"},"rule":"CGR-02","need":true},"conformance":{"shape":{"is":"object","fields":{"profile_id":{"shape":{"is":"text","empty":true},"rule":"CGR-02","need":true},"mandatory_count":{"shape":{"is":"integer","min":0},"rule":"CGR-03","need":true},"conformant_count":{"shape":{"is":"integer","min":0},"rule":"CGR-03","need":true},"passed":{"shape":{"is":"boolean"},"rule":"CGR-02","need":true},"violation_count":{"shape":{"is":"integer","min":0},"rule":"CGR-03","need":true},"violations":{"shape":{"is":"list","item":{"is":"object","fields":{"code":{"shape":{"is":"text","like":"^[a-z][a-z0-9_]*$"},"rule":"CGR-04","need":true},"path":{"shape":{"is":"text","empty":true},"rule":"CGR-02","need":true},"message":{"shape":{"is":"text"},"rule":"CGR-02","need":true},"expected":{"shape":{"is":"any"},"rule":"CGR-02"},"received":{"shape":{"is":"any"},"rule":"CGR-02"}},"unknown":"CON-03"}},"rule":"CGR-02","need":true}},"unknown":"CON-03"},"rule":"CGR-02","need":true}},"unknown":"CON-03","checks":[{"rule":"CGR-05","when":{"at":"passed","in":[true]},"must":{"at":"version_skew.passed","in":[true]},"at":"passed","expected":"false while version_skew has not passed"},{"rule":"CGR-05","when":{"at":"passed","in":[true]},"must":{"at":"deprecation.passed","in":[true]},"at":"passed","expected":"false while deprecation has not passed"},{"rule":"CGR-05","when":{"at":"passed","in":[true]},"must":{"at":"conformance.passed","in":[true]},"at":"passed","expected":"false while conformance has not passed"}]};
