// Generated from the contracts by `npm run generate`. Do not edit.
import type { LiveProviderChainReport } from "../../contracts/observability/live-provider-chain-report.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$");

type Fields = Record<string, unknown>;

function list2(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function object1(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "stt":
        if (!list2(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "llm":
        if (!list2(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "tts":
        if (!list2(found, open)) {
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

function object4(value: unknown, open: boolean): boolean {
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

function object8(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "handoff_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
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

function object13(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "streaming_used":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
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

function object11(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "attempts":
        if (!list12(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  return true;
}

function object10(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "step":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "output":
        if (!object11(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  return true;
}

function list9(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object10(item, open)) return false;
  }
  return true;
}

function object14(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "first_assistant_audio_e2e_latency_ms":
      case "turn_completion_e2e_latency_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  return true;
}

function object6(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "combo_index":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "combo_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "stt_provider_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "llm_provider_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "tts_provider_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "status":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "handoffs":
        if (!list7(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "steps":
        if (!list9(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "latency":
        if (!object14(found, open)) {
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

function list5(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object6(item, open)) return false;
  }
  return true;
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "generated_at_utc":
        if (found !== "2026-02-09T22:19:06Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "status":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "execution_mode":
        if (found !== "streaming" && found !== "non_streaming") {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "comparison_identity":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "semantic_parity":
      case "parity_comparison_valid":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        break;
      case "parity_invalid_reason":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        break;
      case "enabled_providers":
        if (!object1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "selected_combinations":
        if (!list3(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "combinations":
        if (!list5(found, open)) {
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

/** Fast check: whether the value has the shape of live_provider_chain_report, with unknown fields when `open`. */
export const fitsLiveProviderChainReport = object0;

/** Whether the value is a valid live_provider_chain_report. Never throws. */
export function isLiveProviderChainReport(value: unknown, options?: ValidateOptions): value is LiveProviderChainReport {
  return safely(fitsLiveProviderChainReport, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid live_provider_chain_report. */
export function assertLiveProviderChainReport(value: unknown, options?: ValidateOptions): asserts value is LiveProviderChainReport {
  assertFits(value, { kind: "live_provider_chain_report", fits: fitsLiveProviderChainReport, shape: liveProviderChainReportShape, options });
}

/** Shape of live_provider_chain_report, for the diagnosing path. */
export const liveProviderChainReportShape: ObjectShape = {"is":"object","fields":{"generated_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"LCR-01","need":true},"status":{"shape":{"is":"text"},"rule":"LCR-01","need":true},"execution_mode":{"shape":{"is":"text","of":["streaming","non_streaming"]},"rule":"LCR-02","need":true},"comparison_identity":{"shape":{"is":"text"},"rule":"LCR-01","need":true},"semantic_parity":{"shape":{"is":"boolean"},"rule":"LCR-01"},"parity_comparison_valid":{"shape":{"is":"boolean"},"rule":"LCR-01"},"parity_invalid_reason":{"shape":{"is":"text","empty":true},"rule":"LCR-01"},"enabled_providers":{"shape":{"is":"object","fields":{"stt":{"shape":{"is":"list","item":{"is":"text"}},"rule":"LCR-04","need":true},"llm":{"shape":{"is":"list","item":{"is":"text"}},"rule":"LCR-04","need":true},"tts":{"shape":{"is":"list","item":{"is":"text"}},"rule":"LCR-04","need":true}},"unknown":"CON-03"},"rule":"LCR-04","need":true},"selected_combinations":{"shape":{"is":"list","item":{"is":"object","fields":{"stt_provider_id":{"shape":{"is":"text"},"rule":"LCR-04","need":true},"llm_provider_id":{"shape":{"is":"text"},"rule":"LCR-04","need":true},"tts_provider_id":{"shape":{"is":"text"},"rule":"LCR-04","need":true}},"unknown":"CON-03"}},"rule":"LCR-04","need":true},"combinations":{"shape":{"is":"list","item":{"is":"object","fields":{"combo_index":{"shape":{"is":"integer","min":0},"rule":"LCR-01","need":true},"combo_id":{"shape":{"is":"text"},"rule":"LCR-01","need":true},"stt_provider_id":{"shape":{"is":"text"},"rule":"LCR-04","need":true},"llm_provider_id":{"shape":{"is":"text"},"rule":"LCR-04","need":true},"tts_provider_id":{"shape":{"is":"text"},"rule":"LCR-04","need":true},"status":{"shape":{"is":"text"},"rule":"LCR-01","need":true},"handoffs":{"shape":{"is":"list","item":{"is":"object","fields":{"handoff_id":{"shape":{"is":"text"},"rule":"LCR-05","need":true}},"unknown":"CON-03"}},"rule":"LCR-05"},"steps":{"shape":{"is":"list","item":{"is":"object","fields":{"step":{"shape":{"is":"text"},"rule":"LCR-05","need":true},"output":{"shape":{"is":"object","fields":{"attempts":{"shape":{"is":"list","item":{"is":"object","fields":{"streaming_used":{"shape":{"is":"boolean"},"rule":"LCR-05"}},"unknown":"CON-03"}},"rule":"LCR-05"}},"unknown":"CON-03"},"rule":"LCR-05"}},"unknown":"CON-03"}},"rule":"LCR-05"},"latency":{"shape":{"is":"object","fields":{"first_assistant_audio_e2e_latency_ms":{"shape":{"is":"integer","min":0},"rule":"LCR-03"},"turn_completion_e2e_latency_ms":{"shape":{"is":"integer","min":0},"rule":"LCR-03"}},"unknown":"CON-03"},"rule":"LCR-03"}},"unknown":"CON-03"}},"rule":"LCR-01","need":true}},"unknown":"CON-03"};
