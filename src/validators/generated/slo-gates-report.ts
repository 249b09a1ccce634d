// Generated from the contracts by `npm run generate`. Do not edit.
import type { SloGatesReport } from "../../contracts/observability/slo-gates-report.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";
import { regressionReportShape, fitsRegressionReport } from "./regression-report.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$");
const PATTERN_1 = /* @__PURE__ */ new RegExp("^[0-9a-f]{64}$");

type Fields = Record<string, unknown>;

function choice3(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 2:
      return value === "G1" || value === "G2" || value === "G3" || value === "G4" || value === "G5" || value === "G6" || value === "G7";
    default:
      return false;
  }
}

function choice4(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 17:
      return value === "open_p95_exceeded" || value === "no_accepted_turns";
    case 20:
      return value === "missing_open_markers";
    case 21:
      return value === "negative_open_latency";
    case 22:
      return value === "stale_outputs_exceeded";
    case 23:
      return value === "end_to_end_p50_exceeded" || value === "end_to_end_p95_exceeded";
    case 24:
      return value === "end_to_end_not_evaluated";
    case 25:
      return value === "first_output_p95_exceeded" || value === "cancel_fence_p95_exceeded";
    case 26:
      return value === "missing_end_to_end_markers";
    case 27:
      return value === "missing_cancel_fence_marker" || value === "negative_end_to_end_latency" || value === "completeness_below_required";
    case 28:
      return value === "missing_first_output_markers";
    case 29:
      return value === "negative_first_output_latency" || value === "negative_cancel_fence_latency";
    case 35:
      return value === "terminal_correctness_below_required";
    default:
      return false;
  }
}

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "gate_id":
        if (!choice3(found)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "code":
        if (!choice4(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "observed":
      case "limit":
        if (!Number.isFinite(found)) {
          if (found === undefined) break;
          return false;
        }
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

function list1(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object2(item, open)) return false;
  }
  return true;
}

function choice7(value: unknown): boolean {
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

function choice10(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 2:
      return value === "ms";
    case 5:
      return value === "turns" || value === "ratio";
    default:
      return false;
  }
}

function object9(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
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
      case "unit":
        if (!choice10(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "observed":
        if (!Number.isFinite(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "bound":
        if (found !== "max" && found !== "min") {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "limit":
        if (!Number.isFinite(found) || (found as number) < 0) {
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

function list8(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object9(item, open)) return false;
  }
  return true;
}

function object12(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "observed":
        if (!Number.isFinite(found) || (found as number) < 0) {
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

function list11(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object12(item, open)) return false;
  }
  return true;
}

function object6(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "gate_id":
        if (!choice3(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "title":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "status":
        if (!choice7(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "values":
        if (!list8(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "covered_turns":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "violations":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "worst":
        if (!list11(found, open)) {
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

function list5(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object6(item, open)) return false;
  }
  return true;
}

function object14(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
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
      case "sha256":
        if (typeof found !== "string" || !PATTERN_1.test(found)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "turns":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
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

function list13(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object14(item, open)) return false;
  }
  return true;
}

function object17(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "source":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "line":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
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
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function list16(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object17(item, open)) return false;
  }
  return true;
}

function object15(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "count":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "allowed":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "first":
        if (!list16(found, open)) {
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

function choice18(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "pass" || value === "fail";
    case 12:
      return value === "inconclusive";
    default:
      return false;
  }
}

function choice21(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 17:
      return value === "end_to_end_p50_ms" || value === "end_to_end_p95_ms";
    case 19:
      return value === "first_output_p95_ms" || value === "cancel_fence_p95_ms";
    case 25:
      return value === "turn_open_decision_p95_ms";
    default:
      return false;
  }
}

function choice22(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "pass" || value === "fail";
    case 12:
      return value === "inconclusive" || value === "not_observed";
    default:
      return false;
  }
}

function object20(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "gate_id":
        if (!choice3(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "figure":
        if (!choice21(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "name":
        if (found !== "p50" && found !== "p95") {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "n":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "needed":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "confidence":
        if (!Number.isFinite(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "limit_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "observed_ms":
      case "lower_ms":
      case "upper_ms":
      case "samples_to_decide":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "verdict":
        if (!choice22(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 128;
        break;
      case "message":
        if (typeof found !== "string" || found.length === 0) {
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

function list19(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object20(item, open)) return false;
  }
  return true;
}

function choice24(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 3:
      return value === "off";
    case 4:
      return value === "warn";
    case 5:
      return value === "error";
    default:
      return false;
  }
}

function map23(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const item = (value as Fields)[name];
    if (name === "" || !choice24(item)) return false;
  }
  return true;
}

function map27(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const item = (value as Fields)[name];
    if (name === "" || typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function object28(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "samples":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "accepted_turns":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "happy_path_turns":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "cancel_observed_turns":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "turn_open_decision_p95_ms":
      case "first_output_p95_ms":
      case "cancel_fence_p95_ms":
      case "end_to_end_p50_ms":
      case "end_to_end_p95_ms":
      case "omitted_violations":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "baseline_completeness_ratio":
        if (!Number.isFinite(found) || (found as number) < 0 || (found as number) > 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "stale_epoch_accepted_outputs":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "terminal_correctness_ratio":
        if (!Number.isFinite(found) || (found as number) < 0 || (found as number) > 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "passed":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 128;
        break;
      case "end_to_end_anchor":
        if (found !== "playback" && found !== "terminal") {
          if (found === undefined) break;
          return false;
        }
        break;
      case "violations":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 256;
        break;
      case "gates":
        if (!list5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 512;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1023) return false;
  return true;
}

function object26(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "by":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "tags":
        if (!map27(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "report":
        if (!object28(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "verdict":
        if (!choice18(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "strength":
        if (!list19(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "levels":
        if (!map23(found, open)) {
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

function list25(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object26(item, open)) return false;
  }
  return true;
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_verdict: unknown;
  let f_passed: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "rspp.tooling.slo-gates-report.v1") {
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
        break;
      case "samples":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "accepted_turns":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "happy_path_turns":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "cancel_observed_turns":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "turn_open_decision_p95_ms":
      case "first_output_p95_ms":
      case "cancel_fence_p95_ms":
      case "end_to_end_p50_ms":
      case "end_to_end_p95_ms":
      case "omitted_violations":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "baseline_completeness_ratio":
        if (!Number.isFinite(found) || (found as number) < 0 || (found as number) > 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "stale_epoch_accepted_outputs":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "terminal_correctness_ratio":
        if (!Number.isFinite(found) || (found as number) < 0 || (found as number) > 1) {
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
        f_passed = found;
        break;
      case "end_to_end_anchor":
        if (found !== "playback" && found !== "terminal") {
          if (found === undefined) break;
          return false;
        }
        break;
      case "violations":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 256;
        break;
      case "gates":
        if (!list5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 512;
        break;
      case "mode":
        if (found !== "compat" && found !== "strict") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1024;
        break;
      case "confidence":
        if (!Number.isFinite(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2048;
        break;
      case "profile_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "sources":
        if (!list13(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4096;
        break;
      case "malformed_lines":
        if (!object15(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "verdict":
        if (!choice18(found)) {
          if (found === undefined) break;
          return false;
        }
        f_verdict = found;
        break;
      case "strength":
        if (!list19(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8192;
        break;
      case "levels":
        if (!map23(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "segments":
        if (!list25(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "regression":
        if (!fitsRegressionReport(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 16383) return false;
  if (f_passed === undefined || f_verdict === undefined) return false;
  if (!(((f_verdict === "pass" && f_passed === true) || ((f_verdict === "fail" || f_verdict === "inconclusive") && f_passed === false)))) return false;
  return true;
}

/** Fast check: whether the value has the shape of slo_gates_report, with unknown fields when `open`. */
export const fitsSloGatesReport = object0;

/** Whether the value is a valid slo_gates_report. Never throws. */
export function isSloGatesReport(value: unknown, options?: ValidateOptions): value is SloGatesReport {
  return safely(fitsSloGatesReport, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid slo_gates_report. */
export function assertSloGatesReport(value: unknown, options?: ValidateOptions): asserts value is SloGatesReport {
  assertFits(value, { kind: "slo_gates_report", fits: fitsSloGatesReport, shape: sloGatesReportShape, options });
}

/** Shape of slo_gates_report, for the diagnosing path. */
export const sloGatesReportShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.tooling.slo-gates-report.v1"]},"rule":"CON-02","need":true},"generated_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"CON-02"},"samples":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"accepted_turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"happy_path_turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"cancel_observed_turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"turn_open_decision_p95_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"first_output_p95_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"cancel_fence_p95_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"end_to_end_p50_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"end_to_end_p95_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"baseline_completeness_ratio":{"shape":{"is":"number","min":0,"max":1},"rule":"CON-02","need":true},"stale_epoch_accepted_outputs":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"terminal_correctness_ratio":{"shape":{"is":"number","min":0,"max":1},"rule":"CON-02","need":true},"passed":{"shape":{"is":"boolean"},"rule":"SGR-01","need":true},"end_to_end_anchor":{"shape":{"is":"text","of":["playback","terminal"]},"rule":"CON-02"},"violations":{"shape":{"is":"list","item":{"is":"object","fields":{"gate_id":{"shape":{"is":"text","of":["G1","G2","G3","G4","G5","G6","G7"]},"rule":"CON-02"},"code":{"shape":{"is":"text","of":["missing_open_markers","negative_open_latency","missing_first_output_markers","negative_first_output_latency","missing_cancel_fence_marker","negative_cancel_fence_latency","missing_end_to_end_markers","negative_end_to_end_latency","open_p95_exceeded","first_output_p95_exceeded","cancel_fence_p95_exceeded","stale_outputs_exceeded","completeness_below_required","terminal_correctness_below_required","end_to_end_p50_exceeded","end_to_end_p95_exceeded","end_to_end_not_evaluated","no_accepted_turns"]},"rule":"CON-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"CON-02"},"observed":{"shape":{"is":"number"},"rule":"CON-02"},"limit":{"shape":{"is":"number"},"rule":"CON-02"},"message":{"shape":{"is":"text"},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"omitted_violations":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"gates":{"shape":{"is":"list","item":{"is":"object","fields":{"gate_id":{"shape":{"is":"text","of":["G1","G2","G3","G4","G5","G6","G7"]},"rule":"CON-02","need":true},"title":{"shape":{"is":"text"},"rule":"CON-02","need":true},"status":{"shape":{"is":"text","of":["pass","fail","not_observed","not_evaluated"]},"rule":"CON-02","need":true},"values":{"shape":{"is":"list","item":{"is":"object","fields":{"name":{"shape":{"is":"text"},"rule":"CON-02","need":true},"unit":{"shape":{"is":"text","of":["ms","turns","ratio"]},"rule":"CON-02","need":true},"observed":{"shape":{"is":"number","min":0},"rule":"CON-02"},"bound":{"shape":{"is":"text","of":["max","min"]},"rule":"CON-02","need":true},"limit":{"shape":{"is":"number","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"covered_turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"violations":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"worst":{"shape":{"is":"list","item":{"is":"object","fields":{"turn_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"observed":{"shape":{"is":"number","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"mode":{"shape":{"is":"text","of":["compat","strict"]},"rule":"CON-02","need":true},"confidence":{"shape":{"is":"number","min":0},"rule":"CON-02","need":true},"profile_id":{"shape":{"is":"text"},"rule":"CON-02"},"sources":{"shape":{"is":"list","item":{"is":"object","fields":{"name":{"shape":{"is":"text"},"rule":"CON-02","need":true},"sha256":{"shape":{"is":"text","like":"^[0-9a-f]{64}$"},"rule":"CON-02"},"turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"malformed_lines":{"shape":{"is":"object","fields":{"count":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"allowed":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"first":{"shape":{"is":"list","item":{"is":"object","fields":{"source":{"shape":{"is":"text"},"rule":"CON-02","need":true},"line":{"shape":{"is":"integer","min":1},"rule":"CON-02","need":true},"message":{"shape":{"is":"text"},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true}},"unknown":"CON-03"},"rule":"CON-02"},"verdict":{"shape":{"is":"text","of":["pass","fail","inconclusive"]},"rule":"CON-02","need":true},"strength":{"shape":{"is":"list","item":{"is":"object","fields":{"gate_id":{"shape":{"is":"text","of":["G1","G2","G3","G4","G5","G6","G7"]},"rule":"CON-02","need":true},"figure":{"shape":{"is":"text","of":["turn_open_decision_p95_ms","first_output_p95_ms","cancel_fence_p95_ms","end_to_end_p50_ms","end_to_end_p95_ms"]},"rule":"CON-02","need":true},"name":{"shape":{"is":"text","of":["p50","p95"]},"rule":"CON-02","need":true},"n":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"needed":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"confidence":{"shape":{"is":"number","min":0},"rule":"CON-02","need":true},"limit_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"observed_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"lower_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"upper_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"verdict":{"shape":{"is":"text","of":["pass","fail","inconclusive","not_observed"]},"rule":"CON-02","need":true},"samples_to_decide":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"message":{"shape":{"is":"text"},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"levels":{"shape":{"is":"map","value":{"is":"text","of":["error","warn","off"]}},"rule":"CON-02"},"segments":{"shape":{"is":"list","item":{"is":"object","fields":{"by":{"shape":{"is":"text"},"rule":"CON-02"},"tags":{"shape":{"is":"map","value":{"is":"text"}},"rule":"CON-02","need":true},"report":{"shape":{"is":"object","fields":{"samples":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"accepted_turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"happy_path_turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"cancel_observed_turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"turn_open_decision_p95_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"first_output_p95_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"cancel_fence_p95_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"end_to_end_p50_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"end_to_end_p95_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"baseline_completeness_ratio":{"shape":{"is":"number","min":0,"max":1},"rule":"CON-02","need":true},"stale_epoch_accepted_outputs":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"terminal_correctness_ratio":{"shape":{"is":"number","min":0,"max":1},"rule":"CON-02","need":true},"passed":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"end_to_end_anchor":{"shape":{"is":"text","of":["playback","terminal"]},"rule":"CON-02"},"violations":{"shape":{"is":"list","item":{"is":"object","fields":{"gate_id":{"shape":{"is":"text","of":["G1","G2","G3","G4","G5","G6","G7"]},"rule":"CON-02"},"code":{"shape":{"is":"text","of":["missing_open_markers","negative_open_latency","missing_first_output_markers","negative_first_output_latency","missing_cancel_fence_marker","negative_cancel_fence_latency","missing_end_to_end_markers","negative_end_to_end_latency","open_p95_exceeded","first_output_p95_exceeded","cancel_fence_p95_exceeded","stale_outputs_exceeded","completeness_below_required","terminal_correctness_below_required","end_to_end_p50_exceeded","end_to_end_p95_exceeded","end_to_end_not_evaluated","no_accepted_turns"]},"rule":"CON-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"CON-02"},"observed":{"shape":{"is":"number"},"rule":"CON-02"},"limit":{"shape":{"is":"number"},"rule":"CON-02"},"message":{"shape":{"is":"text"},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"omitted_violations":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"gates":{"shape":{"is":"list","item":{"is":"object","fields":{"gate_id":{"shape":{"is":"text","of":["G1","G2","G3","G4","G5","G6","G7"]},"rule":"CON-02","need":true},"title":{"shape":{"is":"text"},"rule":"CON-02","need":true},"status":{"shape":{"is":"text","of":["pass","fail","not_observed","not_evaluated"]},"rule":"CON-02","need":true},"values":{"shape":{"is":"list","item":{"is":"object","fields":{"name":{"shape":{"is":"text"},"rule":"CON-02","need":true},"unit":{"shape":{"is":"text","of":["ms","turns","ratio"]},"rule":"CON-02","need":true},"observed":{"shape":{"is":"number","min":0},"rule":"CON-02"},"bound":{"shape":{"is":"text","of":["max","min"]},"rule":"CON-02","need":true},"limit":{"shape":{"is":"number","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"covered_turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"violations":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"worst":{"shape":{"is":"list","item":{"is":"object","fields":{"turn_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"observed":{"shape":{"is":"number","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true}},"unknown":"CON-03"},"rule":"CON-02","need":true},"verdict":{"shape":{"is":"text","of":["pass","fail","inconclusive"]},"rule":"CON-02","need":true},"strength":{"shape":{"is":"list","item":{"is":"object","fields":{"gate_id":{"shape":{"is":"text","of":["G1","G2","G3","G4","G5","G6","G7"]},"rule":"CON-02","need":true},"figure":{"shape":{"is":"text","of":["turn_open_decision_p95_ms","first_output_p95_ms","cancel_fence_p95_ms","end_to_end_p50_ms","end_to_end_p95_ms"]},"rule":"CON-02","need":true},"name":{"shape":{"is":"text","of":["p50","p95"]},"rule":"CON-02","need":true},"n":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"needed":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"confidence":{"shape":{"is":"number","min":0},"rule":"CON-02","need":true},"limit_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"observed_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"lower_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"upper_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"verdict":{"shape":{"is":"text","of":["pass","fail","inconclusive","not_observed"]},"rule":"CON-02","need":true},"samples_to_decide":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"message":{"shape":{"is":"text"},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"levels":{"shape":{"is":"map","value":{"is":"text","of":["error","warn","off"]}},"rule":"CON-02"}},"unknown":"CON-03"}},"rule":"CON-02"},"regression":{"shape":regressionReportShape,"rule":"CON-02"}},"unknown":"CON-03","checks":[{"rule":"SGR-01","must":{"any":[{"all":[{"at":"verdict","in":["pass"]},{"at":"passed","in":[true]}]},{"all":[{"at":"verdict","in":["fail","inconclusive"]},{"at":"passed","in":[false]}]}]},"at":"passed","expected":"true exactly if the verdict is pass"}]};
