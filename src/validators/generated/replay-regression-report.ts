// Generated from the contracts by `npm run generate`. Do not edit.
import type { ReplayRegressionReport } from "../../contracts/observability/replay-regression-report.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";
import { replayDivergenceShape, fitsReplayDivergence } from "./replay-divergence.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$");

type Fields = Record<string, unknown>;

function choice3(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "full" || value === "both";
    case 5:
      return value === "quick";
    default:
      return false;
  }
}

function list4(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!fitsReplayDivergence(item, open)) return false;
  }
  return true;
}

function choice7(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 15:
      return value === "PLAN_DIVERGENCE";
    case 17:
      return value === "TIMING_DIVERGENCE";
    case 18:
      return value === "OUTCOME_DIVERGENCE";
    case 19:
      return value === "ORDERING_DIVERGENCE";
    case 20:
      return value === "AUTHORITY_DIVERGENCE";
    case 26:
      return value === "PROVIDER_CHOICE_DIVERGENCE";
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
      case "class":
        if (!choice7(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "scope":
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
        break;
      case "diff_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "expected":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
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

function object9(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "class":
        if (!choice7(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "scope":
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

function list8(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object9(item, open)) return false;
  }
  return true;
}

function list10(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "fixture_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "gate":
        if (!choice3(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "timing_tolerance_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "divergences":
        if (!list4(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "failing":
        if (!list5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "unexplained":
        if (!list4(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "missing_expected":
        if (!list8(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "missing_evidence":
        if (!list10(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 128;
        break;
      case "passed":
        if (typeof found !== "boolean") {
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

function list1(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object2(item, open)) return false;
  }
  return true;
}

function object11(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "fixtures":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "failed_fixtures":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "divergences":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "failing":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "unexplained":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "missing_expected":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "missing_evidence":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
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

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "rspp.tooling.replay-regression-report.v1") {
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
        seen |= 4;
        break;
      case "gate":
        if (found !== "quick" && found !== "full") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "fixtures":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "not_selected":
        if (!list10(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "counts":
        if (!object11(found, open)) {
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

/** Fast check: whether the value has the shape of replay_regression_report, with unknown fields when `open`. */
export const fitsReplayRegressionReport = object0;

/** Whether the value is a valid replay_regression_report. Never throws. */
export function isReplayRegressionReport(value: unknown, options?: ValidateOptions): value is ReplayRegressionReport {
  return safely(fitsReplayRegressionReport, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid replay_regression_report. */
export function assertReplayRegressionReport(value: unknown, options?: ValidateOptions): asserts value is ReplayRegressionReport {
  assertFits(value, { kind: "replay_regression_report", fits: fitsReplayRegressionReport, shape: replayRegressionReportShape, options });
}

/** Shape of replay_regression_report, for the diagnosing path. */
export const replayRegressionReportShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.tooling.replay-regression-report.v1"]},"rule":"CON-02","need":true},"generated_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"CON-02","need":true},"passed":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"gate":{"shape":{"is":"text","of":["quick","full"]},"rule":"CON-02","need":true},"fixtures":{"shape":{"is":"list","item":{"is":"object","fields":{"fixture_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"gate":{"shape":{"is":"text","of":["quick","full","both"]},"rule":"CON-02","need":true},"timing_tolerance_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"divergences":{"shape":{"is":"list","item":replayDivergenceShape},"rule":"CON-02","need":true},"failing":{"shape":{"is":"list","item":{"is":"object","fields":{"class":{"shape":{"is":"text","of":["PLAN_DIVERGENCE","OUTCOME_DIVERGENCE","ORDERING_DIVERGENCE","TIMING_DIVERGENCE","AUTHORITY_DIVERGENCE","PROVIDER_CHOICE_DIVERGENCE"]},"rule":"CON-02","need":true},"scope":{"shape":{"is":"text"},"rule":"CON-02","need":true},"message":{"shape":{"is":"text"},"rule":"CON-02"},"diff_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"expected":{"shape":{"is":"boolean"},"rule":"CON-02"}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"unexplained":{"shape":{"is":"list","item":replayDivergenceShape},"rule":"CON-02","need":true},"missing_expected":{"shape":{"is":"list","item":{"is":"object","fields":{"class":{"shape":{"is":"text","of":["PLAN_DIVERGENCE","OUTCOME_DIVERGENCE","ORDERING_DIVERGENCE","TIMING_DIVERGENCE","AUTHORITY_DIVERGENCE","PROVIDER_CHOICE_DIVERGENCE"]},"rule":"CON-02","need":true},"scope":{"shape":{"is":"text"},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"missing_evidence":{"shape":{"is":"list","item":{"is":"text"}},"rule":"CON-02","need":true},"passed":{"shape":{"is":"boolean"},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"not_selected":{"shape":{"is":"list","item":{"is":"text"}},"rule":"CON-02","need":true},"counts":{"shape":{"is":"object","fields":{"fixtures":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"failed_fixtures":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"divergences":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"failing":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"unexplained":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"missing_expected":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"missing_evidence":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03"},"rule":"CON-02","need":true}},"unknown":"CON-03"};
