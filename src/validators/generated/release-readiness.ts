// Generated from the contracts by `npm run generate`. Do not edit.
import type { ReleaseReadiness } from "../../contracts/deploy/release-readiness.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$");
const PATTERN_1 = /* @__PURE__ */ new RegExp("^[0-9a-f]{64}$");

type Fields = Record<string, unknown>;

function choice4(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 16:
      return value === "contracts_report" || value === "slo_gates_report";
    case 20:
      return value === "slo_gates_mvp_report";
    case 24:
      return value === "replay_regression_report" || value === "security_baseline_report";
    case 29:
      return value === "conformance_governance_report";
    default:
      return false;
  }
}

function object3(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!choice4(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "status":
        if (found !== "pass") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "path":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "sha256":
        if (typeof found !== "string" || !PATTERN_1.test(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "generated_at_utc":
        if (found !== "2026-02-16T23:00:00Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "age_ms":
        if (!Number.isSafeInteger(found)) {
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
      case "id":
        if (!choice4(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "status":
        if (found !== "not_required") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "path":
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

function choice7(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 5:
      return value === "stale";
    case 6:
      return value === "failed";
    case 7:
      return value === "missing" || value === "corrupt" || value === "swapped" || value === "foreign" || value === "invalid";
    case 9:
      return value === "truncated";
    case 10:
      return value === "unreadable";
    case 11:
      return value === "undecodable";
    case 12:
      return value === "future_dated";
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
      case "id":
        if (!choice4(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "status":
        if (found !== "fail") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "reason":
        if (!choice7(found)) {
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
        seen |= 16;
        break;
      case "path":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "sha256":
        if (typeof found !== "string" || !PATTERN_1.test(found)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "generated_at_utc":
        if (found !== "2026-02-16T23:00:00Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "age_ms":
        if (!Number.isSafeInteger(found)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 63) return false;
  return true;
}

function variants2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null) return false;
  switch ((value as Fields)["status"]) {
    case "pass":
      return object3(value, open);
    case "not_required":
      return object5(value, open);
    case "fail":
      return object6(value, open);
    default:
      return false;
  }
}

function list1(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value) || value.length < 3) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!variants2(item, open)) return false;
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
        if (found !== "rspp.tooling.release-readiness.v1") {
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
      case "checks":
        if (!list1(found, open)) {
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

/** Fast check: whether the value has the shape of release_readiness, with unknown fields when `open`. */
export const fitsReleaseReadiness = object0;

/** Whether the value is a valid release_readiness. Never throws. */
export function isReleaseReadiness(value: unknown, options?: ValidateOptions): value is ReleaseReadiness {
  return safely(fitsReleaseReadiness, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid release_readiness. */
export function assertReleaseReadiness(value: unknown, options?: ValidateOptions): asserts value is ReleaseReadiness {
  assertFits(value, { kind: "release_readiness", fits: fitsReleaseReadiness, shape: releaseReadinessShape, options });
}

/** Shape of release_readiness, for the diagnosing path. */
export const releaseReadinessShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.tooling.release-readiness.v1"]},"rule":"CON-02","need":true},"generated_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$","usual":"2026-02-16T23:00:00Z"},"rule":"CON-02","need":true},"passed":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"checks":{"shape":{"is":"list","item":{"is":"variants","by":"status","head":{"shape":{"is":"text","of":["pass","not_required","fail"]},"rule":"CON-02","need":true},"of":{"pass":{"is":"object","fields":{"id":{"shape":{"is":"text","of":["contracts_report","replay_regression_report","slo_gates_report","slo_gates_mvp_report","security_baseline_report","conformance_governance_report"]},"rule":"CON-02","need":true},"status":{"shape":{"is":"text","of":["pass"]},"rule":"CON-02","need":true},"path":{"shape":{"is":"text"},"rule":"CON-02","need":true},"sha256":{"shape":{"is":"text","like":"^[0-9a-f]{64}$"},"rule":"CON-02","need":true},"generated_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$","usual":"2026-02-16T23:00:00Z"},"rule":"CON-02","need":true},"age_ms":{"shape":{"is":"integer"},"rule":"CON-02","need":true}},"unknown":"CON-03"},"not_required":{"is":"object","fields":{"id":{"shape":{"is":"text","of":["contracts_report","replay_regression_report","slo_gates_report","slo_gates_mvp_report","security_baseline_report","conformance_governance_report"]},"rule":"CON-02","need":true},"status":{"shape":{"is":"text","of":["not_required"]},"rule":"CON-02","need":true},"path":{"shape":{"is":"text"},"rule":"CON-02","need":true}},"unknown":"CON-03"},"fail":{"is":"object","fields":{"id":{"shape":{"is":"text","of":["contracts_report","replay_regression_report","slo_gates_report","slo_gates_mvp_report","security_baseline_report","conformance_governance_report"]},"rule":"CON-02","need":true},"status":{"shape":{"is":"text","of":["fail"]},"rule":"CON-02","need":true},"reason":{"shape":{"is":"text","of":["missing","unreadable","undecodable","corrupt","truncated","swapped","foreign","invalid","stale","future_dated","failed"]},"rule":"CON-02","need":true},"message":{"shape":{"is":"text"},"rule":"CON-02","need":true},"hint":{"shape":{"is":"text"},"rule":"CON-02","need":true},"path":{"shape":{"is":"text"},"rule":"CON-02","need":true},"sha256":{"shape":{"is":"text","like":"^[0-9a-f]{64}$"},"rule":"CON-02"},"generated_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$","usual":"2026-02-16T23:00:00Z"},"rule":"CON-02"},"age_ms":{"shape":{"is":"integer"},"rule":"CON-02"}},"unknown":"CON-03"}}},"min":3},"rule":"CON-02","need":true}},"unknown":"CON-03"};
