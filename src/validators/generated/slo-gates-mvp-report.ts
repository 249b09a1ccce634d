// Generated from the contracts by `npm run generate`. Do not edit.
import { isFilled, valueAt } from "../../contracts/core/condition.ts";
import type { SloGatesMvpReport } from "../../contracts/observability/slo-gates-mvp-report.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$");
const PATTERN_1 = /* @__PURE__ */ new RegExp("^[a-z][a-z0-9_]*$");

type Fields = Record<string, unknown>;

function choice1(value: unknown): boolean {
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

function choice5(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 2:
      return value === "G1" || value === "G2" || value === "G3" || value === "G4" || value === "G5" || value === "G6" || value === "G7";
    default:
      return false;
  }
}

function choice6(value: unknown): boolean {
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

function object4(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "gate_id":
        if (!choice5(found)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "code":
        if (!choice6(found)) {
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

function list3(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object4(item, open)) return false;
  }
  return true;
}

function choice9(value: unknown): boolean {
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

function choice12(value: unknown): boolean {
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

function object11(value: unknown, open: boolean): boolean {
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
        if (!choice12(found)) {
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

function list10(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object11(item, open)) return false;
  }
  return true;
}

function object14(value: unknown, open: boolean): boolean {
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

function list13(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object14(item, open)) return false;
  }
  return true;
}

function object8(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "gate_id":
        if (!choice5(found)) {
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
        if (!choice9(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "values":
        if (!list10(found, open)) {
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
        if (!list13(found, open)) {
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

function list7(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object8(item, open)) return false;
  }
  return true;
}

function object2(value: unknown, open: boolean): boolean {
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
        if (!list3(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 256;
        break;
      case "gates":
        if (!list7(found, open)) {
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

function object16(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "p50_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "p95_ms":
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

function object18(value: unknown, open: boolean): boolean {
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
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function list17(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object18(item, open)) return false;
  }
  return true;
}

function list20(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function object19(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "max_attempts":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "attempts":
        if (!list20(found, open)) {
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
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function object15(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_waived: unknown;
  let f_waiver: unknown;
  let f_violations: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "passed":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "waived":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        f_waived = found;
        break;
      case "samples":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "p50_ms":
      case "p95_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "limits":
        if (!object16(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "violations":
        if (!list17(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_violations = found;
        break;
      case "waiver":
        if (!object19(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_waiver = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  if (f_waived === undefined || f_violations === undefined) return false;
  if (f_waived === true && !((f_waiver !== undefined && isFilled(f_violations)))) return false;
  return true;
}

function choice24(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 13:
      return value === "mode_evidence";
    case 14:
      return value === "simple_profile" || value === "parity_markers";
    case 15:
      return value === "provider_policy" || value === "transport_smoke";
    default:
      return false;
  }
}

function object23(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "decision":
        if (!choice24(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "passed":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "violations":
        if (!list17(found, open)) {
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

function list22(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object23(item, open)) return false;
  }
  return true;
}

function object21(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "passed":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "decisions":
        if (!list22(found, open)) {
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

function object28(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "p50_ms":
        if (!Number.isSafeInteger(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "p95_ms":
        if (!Number.isSafeInteger(found)) {
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

function choice29(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 3:
      return value === "tie";
    case 9:
      return value === "streaming" || value === "undecided";
    case 13:
      return value === "non_streaming";
    default:
      return false;
  }
}

function object31(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "stt_provider_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "llm_provider_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "tts_provider_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "streaming_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "non_streaming_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "delta_ms":
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

function list30(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object31(item, open)) return false;
  }
  return true;
}

function object27(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "figure":
        if (found !== "first_assistant_audio_e2e" && found !== "turn_completion_e2e") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "samples":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "streaming":
      case "non_streaming":
        if (!object16(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "delta":
        if (!object28(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "winner":
        if (!choice29(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "pairs":
        if (!list30(found, open)) {
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

function list26(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object27(item, open)) return false;
  }
  return true;
}

function object25(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "diagnostic_only":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "reasons":
        if (!list17(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "comparison_identity":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "figures":
        if (!list26(found, open)) {
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

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_verdict: unknown;
  let f_passed: unknown;
  let f_live_end_to_end: unknown;
  let f_fixed_decisions: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "rspp.tooling.slo-gates-mvp-report.v1") {
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
      case "verdict":
        if (!choice1(found)) {
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
      case "gates":
        if (!object2(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "live_end_to_end":
        if (!object15(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_live_end_to_end = found;
        break;
      case "fixed_decisions":
        if (!object21(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_fixed_decisions = found;
        break;
      case "latency_comparison":
        if (!object25(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  if (f_verdict === undefined || f_passed === undefined || f_live_end_to_end === undefined || f_fixed_decisions === undefined) return false;
  if (f_verdict === "pass" && !((f_passed === true && valueAt(f_live_end_to_end, "passed") === true && valueAt(f_fixed_decisions, "passed") === true))) return false;
  if ((f_verdict === "fail" || f_verdict === "inconclusive") && !(f_passed === false)) return false;
  return true;
}

/** Fast check: whether the value has the shape of slo_gates_mvp_report, with unknown fields when `open`. */
export const fitsSloGatesMvpReport = object0;

/** Whether the value is a valid slo_gates_mvp_report. Never throws. */
export function isSloGatesMvpReport(value: unknown, options?: ValidateOptions): value is SloGatesMvpReport {
  return safely(fitsSloGatesMvpReport, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid slo_gates_mvp_report. */
export function assertSloGatesMvpReport(value: unknown, options?: ValidateOptions): asserts value is SloGatesMvpReport {
  assertFits(value, { kind: "slo_gates_mvp_report", fits: fitsSloGatesMvpReport, shape: sloGatesMvpReportShape, options });
}

/** Shape of slo_gates_mvp_report, for the diagnosing path. */
export const sloGatesMvpReportShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.tooling.slo-gates-mvp-report.v1"]},"rule":"SGM-01","need":true},"generated_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"SGM-02","need":true},"verdict":{"shape":{"is":"text","of":["pass","fail","inconclusive"]},"rule":"SGM-02","need":true},"passed":{"shape":{"is":"boolean"},"rule":"SGM-03","need":true},"gates":{"shape":{"is":"object","fields":{"samples":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"accepted_turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"happy_path_turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"cancel_observed_turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"turn_open_decision_p95_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"first_output_p95_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"cancel_fence_p95_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"end_to_end_p50_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"end_to_end_p95_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"baseline_completeness_ratio":{"shape":{"is":"number","min":0,"max":1},"rule":"CON-02","need":true},"stale_epoch_accepted_outputs":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"terminal_correctness_ratio":{"shape":{"is":"number","min":0,"max":1},"rule":"CON-02","need":true},"passed":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"end_to_end_anchor":{"shape":{"is":"text","of":["playback","terminal"]},"rule":"CON-02"},"violations":{"shape":{"is":"list","item":{"is":"object","fields":{"gate_id":{"shape":{"is":"text","of":["G1","G2","G3","G4","G5","G6","G7"]},"rule":"CON-02"},"code":{"shape":{"is":"text","of":["missing_open_markers","negative_open_latency","missing_first_output_markers","negative_first_output_latency","missing_cancel_fence_marker","negative_cancel_fence_latency","missing_end_to_end_markers","negative_end_to_end_latency","open_p95_exceeded","first_output_p95_exceeded","cancel_fence_p95_exceeded","stale_outputs_exceeded","completeness_below_required","terminal_correctness_below_required","end_to_end_p50_exceeded","end_to_end_p95_exceeded","end_to_end_not_evaluated","no_accepted_turns"]},"rule":"CON-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"CON-02"},"observed":{"shape":{"is":"number"},"rule":"CON-02"},"limit":{"shape":{"is":"number"},"rule":"CON-02"},"message":{"shape":{"is":"text"},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"omitted_violations":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"gates":{"shape":{"is":"list","item":{"is":"object","fields":{"gate_id":{"shape":{"is":"text","of":["G1","G2","G3","G4","G5","G6","G7"]},"rule":"CON-02","need":true},"title":{"shape":{"is":"text"},"rule":"CON-02","need":true},"status":{"shape":{"is":"text","of":["pass","fail","not_observed","not_evaluated"]},"rule":"CON-02","need":true},"values":{"shape":{"is":"list","item":{"is":"object","fields":{"name":{"shape":{"is":"text"},"rule":"CON-02","need":true},"unit":{"shape":{"is":"text","of":["ms","turns","ratio"]},"rule":"CON-02","need":true},"observed":{"shape":{"is":"number","min":0},"rule":"CON-02"},"bound":{"shape":{"is":"text","of":["max","min"]},"rule":"CON-02","need":true},"limit":{"shape":{"is":"number","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"covered_turns":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"violations":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"worst":{"shape":{"is":"list","item":{"is":"object","fields":{"turn_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"observed":{"shape":{"is":"number","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true}},"unknown":"CON-03"},"rule":"SGM-02","need":true},"live_end_to_end":{"shape":{"is":"object","fields":{"passed":{"shape":{"is":"boolean"},"rule":"SGM-06","need":true},"waived":{"shape":{"is":"boolean"},"rule":"SGM-06","need":true},"samples":{"shape":{"is":"integer","min":0},"rule":"SGM-04","need":true},"p50_ms":{"shape":{"is":"integer","min":0},"rule":"SGM-04"},"p95_ms":{"shape":{"is":"integer","min":0},"rule":"SGM-04"},"limits":{"shape":{"is":"object","fields":{"p50_ms":{"shape":{"is":"integer","min":0},"rule":"SGM-04","need":true},"p95_ms":{"shape":{"is":"integer","min":0},"rule":"SGM-04","need":true}},"unknown":"CON-03"},"rule":"SGM-02","need":true},"violations":{"shape":{"is":"list","item":{"is":"object","fields":{"code":{"shape":{"is":"text","like":"^[a-z][a-z0-9_]*$"},"rule":"SGM-05","need":true},"path":{"shape":{"is":"text","empty":true},"rule":"SGM-02","need":true},"message":{"shape":{"is":"text"},"rule":"SGM-02","need":true}},"unknown":"CON-03"}},"rule":"SGM-02","need":true},"waiver":{"shape":{"is":"object","fields":{"max_attempts":{"shape":{"is":"integer","min":1},"rule":"SGM-04","need":true},"attempts":{"shape":{"is":"list","item":{"is":"text"}},"rule":"SGM-02","need":true},"reason":{"shape":{"is":"text"},"rule":"SGM-02","need":true}},"unknown":"CON-03"},"rule":"SGM-06"}},"unknown":"CON-03","checks":[{"rule":"SGM-06","when":{"at":"waived","in":[true]},"must":{"all":[{"has":"waiver"},{"filled":"violations"}]},"at":"waived","expected":"a waiver and what it waives"}]},"rule":"SGM-02","need":true},"fixed_decisions":{"shape":{"is":"object","fields":{"passed":{"shape":{"is":"boolean"},"rule":"SGM-02","need":true},"decisions":{"shape":{"is":"list","item":{"is":"object","fields":{"decision":{"shape":{"is":"text","of":["simple_profile","provider_policy","mode_evidence","parity_markers","transport_smoke"]},"rule":"SGM-02","need":true},"passed":{"shape":{"is":"boolean"},"rule":"SGM-02","need":true},"violations":{"shape":{"is":"list","item":{"is":"object","fields":{"code":{"shape":{"is":"text","like":"^[a-z][a-z0-9_]*$"},"rule":"SGM-05","need":true},"path":{"shape":{"is":"text","empty":true},"rule":"SGM-02","need":true},"message":{"shape":{"is":"text"},"rule":"SGM-02","need":true}},"unknown":"CON-03"}},"rule":"SGM-02","need":true}},"unknown":"CON-03"}},"rule":"SGM-02","need":true}},"unknown":"CON-03"},"rule":"SGM-02","need":true},"latency_comparison":{"shape":{"is":"object","fields":{"diagnostic_only":{"shape":{"is":"boolean"},"rule":"SGM-07","need":true},"reasons":{"shape":{"is":"list","item":{"is":"object","fields":{"code":{"shape":{"is":"text","like":"^[a-z][a-z0-9_]*$"},"rule":"SGM-05","need":true},"path":{"shape":{"is":"text","empty":true},"rule":"SGM-02","need":true},"message":{"shape":{"is":"text"},"rule":"SGM-02","need":true}},"unknown":"CON-03"}},"rule":"SGM-02","need":true},"comparison_identity":{"shape":{"is":"text"},"rule":"SGM-02"},"figures":{"shape":{"is":"list","item":{"is":"object","fields":{"figure":{"shape":{"is":"text","of":["first_assistant_audio_e2e","turn_completion_e2e"]},"rule":"SGM-02","need":true},"samples":{"shape":{"is":"integer","min":0},"rule":"SGM-04","need":true},"streaming":{"shape":{"is":"object","fields":{"p50_ms":{"shape":{"is":"integer","min":0},"rule":"SGM-04","need":true},"p95_ms":{"shape":{"is":"integer","min":0},"rule":"SGM-04","need":true}},"unknown":"CON-03"},"rule":"SGM-02"},"non_streaming":{"shape":{"is":"object","fields":{"p50_ms":{"shape":{"is":"integer","min":0},"rule":"SGM-04","need":true},"p95_ms":{"shape":{"is":"integer","min":0},"rule":"SGM-04","need":true}},"unknown":"CON-03"},"rule":"SGM-02"},"delta":{"shape":{"is":"object","fields":{"p50_ms":{"shape":{"is":"integer"},"rule":"SGM-04","need":true},"p95_ms":{"shape":{"is":"integer"},"rule":"SGM-04","need":true}},"unknown":"CON-03"},"rule":"SGM-02"},"winner":{"shape":{"is":"text","of":["streaming","non_streaming","tie","undecided"]},"rule":"SGM-07","need":true},"pairs":{"shape":{"is":"list","item":{"is":"object","fields":{"stt_provider_id":{"shape":{"is":"text"},"rule":"SGM-02","need":true},"llm_provider_id":{"shape":{"is":"text"},"rule":"SGM-02","need":true},"tts_provider_id":{"shape":{"is":"text"},"rule":"SGM-02","need":true},"streaming_ms":{"shape":{"is":"integer","min":0},"rule":"SGM-04","need":true},"non_streaming_ms":{"shape":{"is":"integer","min":0},"rule":"SGM-04","need":true},"delta_ms":{"shape":{"is":"integer"},"rule":"SGM-04","need":true}},"unknown":"CON-03"}},"rule":"SGM-02","need":true}},"unknown":"CON-03"}},"rule":"SGM-02","need":true}},"unknown":"CON-03"},"rule":"SGM-02"}},"unknown":"CON-03","checks":[{"rule":"SGM-03","when":{"at":"verdict","in":["pass"]},"must":{"all":[{"at":"passed","in":[true]},{"at":"live_end_to_end.passed","in":[true]},{"at":"fixed_decisions.passed","in":[true]}]},"at":"passed","expected":"true, and all parts passed, where the verdict is pass"},{"rule":"SGM-03","when":{"at":"verdict","in":["fail","inconclusive"]},"must":{"at":"passed","in":[false]},"at":"passed","expected":"false unless the verdict is pass"}]};
