// Generated from the contracts by `npm run generate`. Do not edit.
import type { RegressionReport } from "../../contracts/observability/regression-report.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$");
const PATTERN_1 = /* @__PURE__ */ new RegExp("^[0-9a-f]{64}$");

type Fields = Record<string, unknown>;

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "side":
        if (found !== "baseline" && found !== "candidate") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "name":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
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
        seen |= 4;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
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

function choice3(value: unknown): boolean {
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

function object4(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "relative":
        if (!Number.isFinite(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "absolute_ms":
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

function choice7(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "open";
    case 8:
      return value === "playback" || value === "terminal";
    case 12:
      return value === "first_output" || value === "cancel_fence";
    default:
      return false;
  }
}

function choice8(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 3:
      return value === "p50" || value === "p95";
    case 5:
      return value === "shift";
    default:
      return false;
  }
}

function map10(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const item = (value as Fields)[name];
    if (name === "" || typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function object9(value: unknown, open: boolean): boolean {
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
        seen |= 1;
        break;
      case "tags":
        if (!map10(found, open)) {
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

function choice11(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "same";
    case 5:
      return value === "worse";
    case 6:
      return value === "better";
    case 12:
      return value === "inconclusive";
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
      case "series":
        if (!choice7(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "figure":
        if (!choice8(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "segment":
        if (!object9(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "baseline_n":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "candidate_n":
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
      case "baseline_ms":
      case "candidate_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "delta_ms":
      case "delta_percent":
      case "lower_ms":
      case "upper_ms":
      case "family_lower_ms":
      case "family_upper_ms":
        if (!Number.isFinite(found)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "margin_ms":
        if (!Number.isFinite(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "verdict":
        if (!choice11(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "message":
        if (typeof found !== "string" || found.length === 0) {
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

function object15(value: unknown, open: boolean): boolean {
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
      case "candidate_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "baseline_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "delta_ms":
        if (!Number.isFinite(found)) {
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

function list14(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object15(item, open)) return false;
  }
  return true;
}

function object13(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "series":
        if (!choice7(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "segment":
        if (!object9(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "turns":
        if (!list14(found, open)) {
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

function list12(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object13(item, open)) return false;
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
        if (found !== "rspp.tooling.regression-report.v1") {
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
      case "sources":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "verdict":
        if (!choice3(found)) {
          if (found === undefined) break;
          return false;
        }
        f_verdict = found;
        break;
      case "passed":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        f_passed = found;
        break;
      case "method":
        if (found !== "paired" && found !== "unpaired") {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "confidence":
        if (!Number.isFinite(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "correction":
        if (found !== "bonferroni") {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "family_size":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "margin":
        if (!object4(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "baseline_turns":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 128;
        break;
      case "candidate_turns":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 256;
        break;
      case "pairs":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "comparisons":
        if (!list5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 512;
        break;
      case "worst":
        if (!list12(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1024;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 2047) return false;
  if (f_verdict === undefined || f_passed === undefined) return false;
  if (!(((f_verdict === "pass" && f_passed === true) || ((f_verdict === "fail" || f_verdict === "inconclusive") && f_passed === false)))) return false;
  return true;
}

/** Fast check: whether the value has the shape of regression_report, with unknown fields when `open`. */
export const fitsRegressionReport = object0;

/** Whether the value is a valid regression_report. Never throws. */
export function isRegressionReport(value: unknown, options?: ValidateOptions): value is RegressionReport {
  return safely(fitsRegressionReport, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid regression_report. */
export function assertRegressionReport(value: unknown, options?: ValidateOptions): asserts value is RegressionReport {
  assertFits(value, { kind: "regression_report", fits: fitsRegressionReport, shape: regressionReportShape, options });
}

/** Shape of regression_report, for the diagnosing path. */
export const regressionReportShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.tooling.regression-report.v1"]},"rule":"CON-02","need":true},"generated_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"CON-02"},"sources":{"shape":{"is":"list","item":{"is":"object","fields":{"side":{"shape":{"is":"text","of":["baseline","candidate"]},"rule":"CON-02","need":true},"name":{"shape":{"is":"text"},"rule":"CON-02","need":true},"sha256":{"shape":{"is":"text","like":"^[0-9a-f]{64}$"},"rule":"CON-02"},"turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"verdict":{"shape":{"is":"text","of":["pass","fail","inconclusive"]},"rule":"CON-02","need":true},"passed":{"shape":{"is":"boolean"},"rule":"RGR-01","need":true},"method":{"shape":{"is":"text","of":["paired","unpaired"]},"rule":"CON-02","need":true},"confidence":{"shape":{"is":"number","min":0},"rule":"CON-02","need":true},"correction":{"shape":{"is":"text","of":["bonferroni"]},"rule":"CON-02","need":true},"family_size":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"margin":{"shape":{"is":"object","fields":{"relative":{"shape":{"is":"number","min":0},"rule":"CON-02","need":true},"absolute_ms":{"shape":{"is":"number","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03"},"rule":"CON-02","need":true},"baseline_turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"candidate_turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"pairs":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"comparisons":{"shape":{"is":"list","item":{"is":"object","fields":{"series":{"shape":{"is":"text","of":["open","first_output","cancel_fence","playback","terminal"]},"rule":"CON-02","need":true},"figure":{"shape":{"is":"text","of":["p50","p95","shift"]},"rule":"CON-02","need":true},"segment":{"shape":{"is":"object","fields":{"by":{"shape":{"is":"text"},"rule":"CON-02","need":true},"tags":{"shape":{"is":"map","value":{"is":"text"}},"rule":"CON-02","need":true}},"unknown":"CON-03"},"rule":"CON-02"},"baseline_n":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"candidate_n":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"needed":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"baseline_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"candidate_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"delta_ms":{"shape":{"is":"number"},"rule":"CON-02"},"delta_percent":{"shape":{"is":"number"},"rule":"CON-02"},"lower_ms":{"shape":{"is":"number"},"rule":"CON-02"},"upper_ms":{"shape":{"is":"number"},"rule":"CON-02"},"family_lower_ms":{"shape":{"is":"number"},"rule":"CON-02"},"family_upper_ms":{"shape":{"is":"number"},"rule":"CON-02"},"margin_ms":{"shape":{"is":"number","min":0},"rule":"CON-02"},"verdict":{"shape":{"is":"text","of":["better","worse","same","inconclusive"]},"rule":"CON-02","need":true},"message":{"shape":{"is":"text"},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"worst":{"shape":{"is":"list","item":{"is":"object","fields":{"series":{"shape":{"is":"text","of":["open","first_output","cancel_fence","playback","terminal"]},"rule":"CON-02","need":true},"segment":{"shape":{"is":"object","fields":{"by":{"shape":{"is":"text"},"rule":"CON-02","need":true},"tags":{"shape":{"is":"map","value":{"is":"text"}},"rule":"CON-02","need":true}},"unknown":"CON-03"},"rule":"CON-02"},"turns":{"shape":{"is":"list","item":{"is":"object","fields":{"turn_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"candidate_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"baseline_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"delta_ms":{"shape":{"is":"number"},"rule":"CON-02"}},"unknown":"CON-03"}},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true}},"unknown":"CON-03","checks":[{"rule":"RGR-01","must":{"any":[{"all":[{"at":"verdict","in":["pass"]},{"at":"passed","in":[true]}]},{"all":[{"at":"verdict","in":["fail","inconclusive"]},{"at":"passed","in":[false]}]}]},"at":"passed","expected":"true exactly if the verdict is pass"}]};
