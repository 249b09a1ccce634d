// Generated from the contracts by `npm run generate`. Do not edit.
import { isFilled, isUnique, valueAt } from "../../contracts/core/condition.ts";
import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^[0-9a-fA-F]{64}$");
const PATTERN_1 = /* @__PURE__ */ new RegExp("[^\\s\\u0085]");
const PATTERN_2 = /* @__PURE__ */ new RegExp("^v?[0-9]+\\.[0-9]+(\\.[0-9]+)?$");

type Fields = Record<string, unknown>;

function object1(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "turn_budget_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "node_budget_ms_default":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "path_budget_ms_default":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "edge_budget_ms_default":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
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

function map2(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const item = (value as Fields)[name];
    if (name === "" || typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function choice5(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "drop";
    case 5:
      return value === "block" || value === "merge";
    case 6:
      return value === "sample";
    case 11:
      return value === "latest_only";
    default:
      return false;
  }
}

function object7(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "high":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "low":
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

function object6(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let f_queue_items: unknown;
  let f_queue_ms: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "queue_items":
        if (!object7(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_queue_items = found;
        break;
      case "queue_ms":
        if (!object7(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_queue_ms = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (!((f_queue_items !== undefined || f_queue_ms !== undefined))) return false;
  return true;
}

function choice9(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "drop";
    case 6:
      return value === "sample";
    case 16:
      return value === "best_effort_drop";
    default:
      return false;
  }
}

function object8(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "DataLane":
        if (!choice5(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "ControlLane":
        if (found !== "non_blocking_priority") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "TelemetryLane":
        if (!choice9(found)) {
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

function choice11(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 6:
      return value === "custom";
    case 7:
      return value === "sync_id";
    case 8:
      return value === "event_id";
    default:
      return false;
  }
}

function choice12(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 7:
      return value === "no_sync";
    case 11:
      return value === "atomic_drop";
    case 23:
      return value === "drop_with_discontinuity";
    default:
      return false;
  }
}

function object10(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_policy: unknown;
  let f_group_by: unknown;
  let f_sync_domain: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "group_by":
        if (!choice11(found)) {
          if (found === undefined) break;
          return false;
        }
        f_group_by = found;
        break;
      case "policy":
        if (!choice12(found)) {
          if (found === undefined) break;
          return false;
        }
        f_policy = found;
        break;
      case "scope":
        if (found !== "edge_local" && found !== "plan_wide") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "sync_domain":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        f_sync_domain = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  if (f_policy === undefined) return false;
  if ((f_policy === "atomic_drop" || f_policy === "drop_with_discontinuity") && !(f_group_by !== undefined)) return false;
  if (f_policy === "drop_with_discontinuity" && !(f_sync_domain !== undefined)) return false;
  return true;
}

function object4(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_strategy: unknown;
  let f_max_block_time_ms: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "strategy":
        if (!choice5(found)) {
          if (found === undefined) break;
          return false;
        }
        f_strategy = found;
        break;
      case "max_queue_items":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "max_queue_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "max_queue_bytes":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "max_latency_contribution_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "max_block_time_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        f_max_block_time_ms = found;
        break;
      case "watermarks":
        if (!object6(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "lane_handling":
        if (!object8(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "fairness_key":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "defaulting_source":
        if (found !== "explicit_edge_config" && found !== "execution_profile_default") {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "sync_drop_policy":
        if (!object10(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 127) return false;
  if (f_strategy === undefined) return false;
  if (f_strategy === "block" && !(f_max_block_time_ms !== undefined)) return false;
  return true;
}

function map3(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const item = (value as Fields)[name];
    if (name === "" || !object4(item, open)) return false;
  }
  return true;
}

function object14(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "concurrency_limit":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "fairness_key":
        if (found !== "tenant-1" && (typeof found !== "string" || !PATTERN_1.test(found))) {
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

function map13(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const item = (value as Fields)[name];
    if (name === "" || !object14(item, open)) return false;
  }
  return true;
}

function choice17(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 6:
      return value === "signal" || value === "credit" || value === "hybrid";
    default:
      return false;
  }
}

function object16(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "DataLane":
        if (!choice17(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "ControlLane":
        if (!choice17(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "TelemetryLane":
        if (!choice17(found)) {
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

function object18(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "DataLane":
        if (!object7(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "ControlLane":
        if (!object7(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "TelemetryLane":
        if (!object7(found, open)) {
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

function choice20(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "drop";
    case 5:
      return value === "merge";
    case 7:
      return value === "degrade";
    case 8:
      return value === "fallback";
    case 11:
      return value === "latest_only";
    default:
      return false;
  }
}

function object19(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "DataLane":
        if (!choice20(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "ControlLane":
        if (found !== "none") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "TelemetryLane":
        if (found !== "drop" && found !== "sample") {
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
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "mode_by_lane":
        if (!object16(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "watermarks":
        if (!object18(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "shedding_strategy_by_lane":
        if (!object19(found, open)) {
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

function choice22(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 5:
      return value === "retry";
    case 7:
      return value === "degrade";
    case 8:
      return value === "fallback";
    case 15:
      return value === "provider_switch";
    default:
      return false;
  }
}

function list21(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!choice22(item)) return false;
  }
  return true;
}

function object23(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "routing_view_snapshot":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "admission_policy_snapshot":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "abi_compatibility_snapshot":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "version_resolution_snapshot":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "policy_resolution_snapshot":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "provider_health_snapshot":
        if (typeof found !== "string" || found.length === 0) {
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

function choice25(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 2:
      return value === "L0" || value === "L1" || value === "L2";
    default:
      return false;
  }
}

function choice27(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 16:
      return value === "replay_decisions";
    case 17:
      return value === "re_simulate_nodes";
    case 19:
      return value === "recompute_decisions";
    case 34:
      return value === "playback_recorded_provider_outputs";
    default:
      return false;
  }
}

function list26(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value) || value.length < 1) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!choice27(item)) return false;
  }
  return true;
}

function object24(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_allowed_replay_modes: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "recording_level":
        if (!choice25(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "allowed_replay_modes":
        if (!list26(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_allowed_replay_modes = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  if (f_allowed_replay_modes === undefined) return false;
  if (!(isUnique(f_allowed_replay_modes))) return false;
  return true;
}

function list29(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value) || value.length < 1) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function choice32(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 5:
      return value === "other";
    case 6:
      return value === "random";
    case 11:
      return value === "system_time";
    case 13:
      return value === "external_call";
    case 17:
      return value === "operator_override";
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
      case "input_key":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "source":
        if (!choice32(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "evidence_ref":
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

function list30(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object31(item, open)) return false;
  }
  return true;
}

function object28(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_ordering_markers: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "seed":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "ordering_marker":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "ordering_markers":
        if (!list29(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_ordering_markers = found;
        break;
      case "merge_rule_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "merge_rule_version":
        if (found !== "v1.0" && (typeof found !== "string" || !PATTERN_2.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "nondeterministic_inputs":
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
  if (f_ordering_markers === undefined) return false;
  if (!(isUnique(f_ordering_markers))) return false;
  return true;
}

function object34(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let f_enabled: unknown;
  let f_min_partial_chars: unknown;
  let f_max_partial_age_ms: unknown;
  let f_max_pending_revisions: unknown;
  let f_max_pending_segments: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "enabled":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        f_enabled = found;
        break;
      case "min_partial_chars":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        f_min_partial_chars = found;
        break;
      case "trigger_on_punctuation":
      case "coalesce_latest_only":
      case "emit_flow_control_signals":
      case "degrade_on_threshold_breach":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        break;
      case "max_partial_age_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        f_max_partial_age_ms = found;
        break;
      case "max_pending_revisions":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        f_max_pending_revisions = found;
        break;
      case "max_pending_segments":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        f_max_pending_segments = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (f_enabled === true && !(f_min_partial_chars !== undefined)) return false;
  if (f_enabled === true && !(f_max_partial_age_ms !== undefined)) return false;
  if (f_enabled === true && !(f_max_pending_revisions !== undefined)) return false;
  if (f_enabled === true && !(f_max_pending_segments !== undefined)) return false;
  return true;
}

function object33(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let f_enabled: unknown;
  let f_stt_to_llm: unknown;
  let f_llm_to_tts: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "enabled":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        f_enabled = found;
        break;
      case "stt_to_llm":
        if (!object34(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_stt_to_llm = found;
        break;
      case "llm_to_tts":
        if (!object34(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_llm_to_tts = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (f_enabled === true && !(f_stt_to_llm !== undefined)) return false;
  if (f_enabled === true && !(f_llm_to_tts !== undefined)) return false;
  if (f_enabled === true && !((valueAt(f_stt_to_llm, "enabled") === true || valueAt(f_llm_to_tts, "enabled") === true))) return false;
  return true;
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_provider_bindings: unknown;
  let f_edge_buffer_policies: unknown;
  let f_allowed_adaptive_actions: unknown;
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
      case "pipeline_version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "plan_hash":
        if (typeof found !== "string" || !PATTERN_0.test(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "graph_definition_ref":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "execution_profile":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "authority_epoch":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "budgets":
        if (!object1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "provider_bindings":
        if (!map2(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_provider_bindings = found;
        break;
      case "edge_buffer_policies":
        if (!map3(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_edge_buffer_policies = found;
        break;
      case "node_execution_policies":
        if (!map13(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "flow_control":
        if (!object15(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 128;
        break;
      case "allowed_adaptive_actions":
        if (!list21(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_allowed_adaptive_actions = found;
        break;
      case "snapshot_provenance":
        if (!object23(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 256;
        break;
      case "recording_policy":
        if (!object24(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 512;
        break;
      case "determinism":
        if (!object28(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1024;
        break;
      case "streaming_handoff":
        if (!object33(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 2047) return false;
  if (f_provider_bindings === undefined || f_edge_buffer_policies === undefined || f_allowed_adaptive_actions === undefined) return false;
  if (!(isFilled(f_provider_bindings))) return false;
  if (!(isFilled(f_edge_buffer_policies))) return false;
  if (!(isUnique(f_allowed_adaptive_actions))) return false;
  return true;
}

/** Fast check: whether the value has the shape of resolved_turn_plan, with unknown fields when `open`. */
export const fitsResolvedTurnPlan = object0;

/** Whether the value is a valid resolved_turn_plan. Never throws. */
export function isResolvedTurnPlan(value: unknown, options?: ValidateOptions): value is ResolvedTurnPlan {
  return safely(fitsResolvedTurnPlan, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid resolved_turn_plan. */
export function assertResolvedTurnPlan(value: unknown, options?: ValidateOptions): asserts value is ResolvedTurnPlan {
  assertFits(value, { kind: "resolved_turn_plan", fits: fitsResolvedTurnPlan, shape: resolvedTurnPlanShape, options });
}

/** Shape of resolved_turn_plan, for the diagnosing path. */
export const resolvedTurnPlanShape: ObjectShape = {"is":"object","fields":{"turn_id":{"shape":{"is":"text"},"rule":"PLN-01","need":true},"pipeline_version":{"shape":{"is":"text"},"rule":"PLN-01","need":true},"plan_hash":{"shape":{"is":"text","like":"^[0-9a-fA-F]{64}$"},"rule":"PLN-01","need":true},"graph_definition_ref":{"shape":{"is":"text"},"rule":"PLN-01","need":true},"execution_profile":{"shape":{"is":"text"},"rule":"PLN-01","need":true},"authority_epoch":{"shape":{"is":"integer","min":0},"rule":"PLN-01","need":true},"budgets":{"shape":{"is":"object","fields":{"turn_budget_ms":{"shape":{"is":"integer","min":1},"rule":"PLN-02","need":true},"node_budget_ms_default":{"shape":{"is":"integer","min":1},"rule":"PLN-02","need":true},"path_budget_ms_default":{"shape":{"is":"integer","min":1},"rule":"PLN-02","need":true},"edge_budget_ms_default":{"shape":{"is":"integer","min":1},"rule":"PLN-02","need":true}},"unknown":"CON-03"},"rule":"PLN-02","need":true},"provider_bindings":{"shape":{"is":"map","value":{"is":"text"}},"rule":"PLN-03","need":true},"edge_buffer_policies":{"shape":{"is":"map","value":{"is":"object","fields":{"strategy":{"shape":{"is":"text","of":["block","drop","merge","sample","latest_only"]},"rule":"PLN-04","need":true},"max_queue_items":{"shape":{"is":"integer","min":1},"rule":"PLN-04","need":true},"max_queue_ms":{"shape":{"is":"integer","min":1},"rule":"PLN-04","need":true},"max_queue_bytes":{"shape":{"is":"integer","min":1},"rule":"PLN-04","need":true},"max_latency_contribution_ms":{"shape":{"is":"integer","min":1},"rule":"PLN-04","need":true},"max_block_time_ms":{"shape":{"is":"integer","min":1},"rule":"PLN-04"},"watermarks":{"shape":{"is":"object","fields":{"queue_items":{"shape":{"is":"object","fields":{"high":{"shape":{"is":"integer","min":1},"rule":"PLN-05","need":true},"low":{"shape":{"is":"integer","min":0},"rule":"PLN-05","need":true}},"unknown":"CON-03","checks":[{"rule":"PLN-14","level":"SHOULD","must":{"ordered":["low","high"]},"at":"low","expected":"a low watermark not above high"}]},"rule":"PLN-05"},"queue_ms":{"shape":{"is":"object","fields":{"high":{"shape":{"is":"integer","min":1},"rule":"PLN-05","need":true},"low":{"shape":{"is":"integer","min":0},"rule":"PLN-05","need":true}},"unknown":"CON-03","checks":[{"rule":"PLN-14","level":"SHOULD","must":{"ordered":["low","high"]},"at":"low","expected":"a low watermark not above high"}]},"rule":"PLN-05"}},"unknown":"CON-03","checks":[{"rule":"PLN-05","must":{"any":[{"has":"queue_items"},{"has":"queue_ms"}]},"at":"queue_items","expected":"queue_items or queue_ms watermarks"}]},"rule":"PLN-05","need":true},"lane_handling":{"shape":{"is":"object","fields":{"DataLane":{"shape":{"is":"text","of":["block","drop","merge","sample","latest_only"]},"rule":"PLN-04","need":true},"ControlLane":{"shape":{"is":"text","of":["non_blocking_priority"]},"rule":"PLN-06","need":true},"TelemetryLane":{"shape":{"is":"text","of":["drop","sample","best_effort_drop"]},"rule":"PLN-04","need":true}},"unknown":"CON-03"},"rule":"PLN-04","need":true},"fairness_key":{"shape":{"is":"text"},"rule":"PLN-04"},"defaulting_source":{"shape":{"is":"text","of":["explicit_edge_config","execution_profile_default"]},"rule":"PLN-04","need":true},"sync_drop_policy":{"shape":{"is":"object","fields":{"group_by":{"shape":{"is":"text","of":["sync_id","event_id","custom"]},"rule":"PLN-07"},"policy":{"shape":{"is":"text","of":["atomic_drop","drop_with_discontinuity","no_sync"]},"rule":"PLN-07","need":true},"scope":{"shape":{"is":"text","of":["edge_local","plan_wide"]},"rule":"PLN-07","need":true},"sync_domain":{"shape":{"is":"text"},"rule":"PLN-07"}},"unknown":"CON-03","checks":[{"rule":"PLN-07","when":{"at":"policy","in":["atomic_drop","drop_with_discontinuity"]},"must":{"has":"group_by"},"at":"group_by","expected":"a group_by for atomic_drop and drop_with_discontinuity"},{"rule":"PLN-07","when":{"at":"policy","in":["drop_with_discontinuity"]},"must":{"has":"sync_domain"},"at":"sync_domain","expected":"a sync_domain for drop_with_discontinuity"}]},"rule":"PLN-07"}},"unknown":"CON-03","checks":[{"rule":"PLN-04","when":{"at":"strategy","in":["block"]},"must":{"has":"max_block_time_ms"},"at":"max_block_time_ms","expected":"a max_block_time_ms for strategy \"block\""}]}},"rule":"PLN-04","need":true},"node_execution_policies":{"shape":{"is":"map","value":{"is":"object","fields":{"concurrency_limit":{"shape":{"is":"integer","min":0},"rule":"PLN-01"},"fairness_key":{"shape":{"is":"text","like":"[^\\s\\u0085]","usual":"tenant-1"},"rule":"PLN-01"}},"unknown":"CON-03"}},"rule":"PLN-01"},"flow_control":{"shape":{"is":"object","fields":{"mode_by_lane":{"shape":{"is":"object","fields":{"DataLane":{"shape":{"is":"text","of":["signal","credit","hybrid"]},"rule":"PLN-08","need":true},"ControlLane":{"shape":{"is":"text","of":["signal","credit","hybrid"]},"rule":"PLN-08","need":true},"TelemetryLane":{"shape":{"is":"text","of":["signal","credit","hybrid"]},"rule":"PLN-08","need":true}},"unknown":"CON-03"},"rule":"PLN-08","need":true},"watermarks":{"shape":{"is":"object","fields":{"DataLane":{"shape":{"is":"object","fields":{"high":{"shape":{"is":"integer","min":1},"rule":"PLN-05","need":true},"low":{"shape":{"is":"integer","min":0},"rule":"PLN-05","need":true}},"unknown":"CON-03","checks":[{"rule":"PLN-14","level":"SHOULD","must":{"ordered":["low","high"]},"at":"low","expected":"a low watermark not above high"}]},"rule":"PLN-08","need":true},"ControlLane":{"shape":{"is":"object","fields":{"high":{"shape":{"is":"integer","min":1},"rule":"PLN-05","need":true},"low":{"shape":{"is":"integer","min":0},"rule":"PLN-05","need":true}},"unknown":"CON-03","checks":[{"rule":"PLN-14","level":"SHOULD","must":{"ordered":["low","high"]},"at":"low","expected":"a low watermark not above high"}]},"rule":"PLN-08","need":true},"TelemetryLane":{"shape":{"is":"object","fields":{"high":{"shape":{"is":"integer","min":1},"rule":"PLN-05","need":true},"low":{"shape":{"is":"integer","min":0},"rule":"PLN-05","need":true}},"unknown":"CON-03","checks":[{"rule":"PLN-14","level":"SHOULD","must":{"ordered":["low","high"]},"at":"low","expected":"a low watermark not above high"}]},"rule":"PLN-08","need":true}},"unknown":"CON-03"},"rule":"PLN-08","need":true},"shedding_strategy_by_lane":{"shape":{"is":"object","fields":{"DataLane":{"shape":{"is":"text","of":["drop","merge","latest_only","degrade","fallback"]},"rule":"PLN-08","need":true},"ControlLane":{"shape":{"is":"text","of":["none"]},"rule":"PLN-06","need":true},"TelemetryLane":{"shape":{"is":"text","of":["drop","sample"]},"rule":"PLN-08","need":true}},"unknown":"CON-03"},"rule":"PLN-08","need":true}},"unknown":"CON-03"},"rule":"PLN-08","need":true},"allowed_adaptive_actions":{"shape":{"is":"list","item":{"is":"text","of":["retry","provider_switch","degrade","fallback"]}},"rule":"PLN-09","need":true},"snapshot_provenance":{"shape":{"is":"object","fields":{"routing_view_snapshot":{"shape":{"is":"text"},"rule":"PLN-10","need":true},"admission_policy_snapshot":{"shape":{"is":"text"},"rule":"PLN-10","need":true},"abi_compatibility_snapshot":{"shape":{"is":"text"},"rule":"PLN-10","need":true},"version_resolution_snapshot":{"shape":{"is":"text"},"rule":"PLN-10","need":true},"policy_resolution_snapshot":{"shape":{"is":"text"},"rule":"PLN-10","need":true},"provider_health_snapshot":{"shape":{"is":"text"},"rule":"PLN-10","need":true}},"unknown":"CON-03"},"rule":"PLN-10","need":true},"recording_policy":{"shape":{"is":"object","fields":{"recording_level":{"shape":{"is":"text","of":["L0","L1","L2"]},"rule":"PLN-11","need":true},"allowed_replay_modes":{"shape":{"is":"list","item":{"is":"text","of":["re_simulate_nodes","playback_recorded_provider_outputs","replay_decisions","recompute_decisions"]},"min":1},"rule":"PLN-11","need":true}},"unknown":"CON-03","checks":[{"rule":"PLN-11","must":{"unique":"allowed_replay_modes"},"at":"allowed_replay_modes","expected":"every replay mode once"}]},"rule":"PLN-11","need":true},"determinism":{"shape":{"is":"object","fields":{"seed":{"shape":{"is":"integer","min":0},"rule":"PLN-12","need":true},"ordering_marker":{"shape":{"is":"text"},"rule":"PLN-12"},"ordering_markers":{"shape":{"is":"list","item":{"is":"text"},"min":1},"rule":"PLN-12","need":true},"merge_rule_id":{"shape":{"is":"text"},"rule":"PLN-12","need":true},"merge_rule_version":{"shape":{"is":"text","like":"^v?[0-9]+\\.[0-9]+(\\.[0-9]+)?$","usual":"v1.0"},"rule":"PLN-12","need":true},"nondeterministic_inputs":{"shape":{"is":"list","item":{"is":"object","fields":{"input_key":{"shape":{"is":"text"},"rule":"PLN-12","need":true},"source":{"shape":{"is":"text","of":["external_call","system_time","random","operator_override","other"]},"rule":"PLN-12","need":true},"evidence_ref":{"shape":{"is":"text"},"rule":"PLN-12","need":true}},"unknown":"CON-03"}},"rule":"PLN-12","need":true}},"unknown":"CON-03","checks":[{"rule":"PLN-12","must":{"unique":"ordering_markers"},"at":"ordering_markers","expected":"every ordering marker once"}]},"rule":"PLN-12","need":true},"streaming_handoff":{"shape":{"is":"object","fields":{"enabled":{"shape":{"is":"boolean"},"rule":"PLN-13"},"stt_to_llm":{"shape":{"is":"object","fields":{"enabled":{"shape":{"is":"boolean"},"rule":"PLN-13"},"min_partial_chars":{"shape":{"is":"integer","min":1},"rule":"PLN-13"},"trigger_on_punctuation":{"shape":{"is":"boolean"},"rule":"PLN-13"},"max_partial_age_ms":{"shape":{"is":"integer","min":1},"rule":"PLN-13"},"max_pending_revisions":{"shape":{"is":"integer","min":1},"rule":"PLN-13"},"max_pending_segments":{"shape":{"is":"integer","min":1},"rule":"PLN-13"},"coalesce_latest_only":{"shape":{"is":"boolean"},"rule":"PLN-13"},"emit_flow_control_signals":{"shape":{"is":"boolean"},"rule":"PLN-13"},"degrade_on_threshold_breach":{"shape":{"is":"boolean"},"rule":"PLN-13"}},"unknown":"CON-03","checks":[{"rule":"PLN-13","when":{"at":"enabled","in":[true]},"must":{"has":"min_partial_chars"},"at":"min_partial_chars","expected":"min_partial_chars when the edge is enabled"},{"rule":"PLN-13","when":{"at":"enabled","in":[true]},"must":{"has":"max_partial_age_ms"},"at":"max_partial_age_ms","expected":"max_partial_age_ms when the edge is enabled"},{"rule":"PLN-13","when":{"at":"enabled","in":[true]},"must":{"has":"max_pending_revisions"},"at":"max_pending_revisions","expected":"max_pending_revisions when the edge is enabled"},{"rule":"PLN-13","when":{"at":"enabled","in":[true]},"must":{"has":"max_pending_segments"},"at":"max_pending_segments","expected":"max_pending_segments when the edge is enabled"}]},"rule":"PLN-13"},"llm_to_tts":{"shape":{"is":"object","fields":{"enabled":{"shape":{"is":"boolean"},"rule":"PLN-13"},"min_partial_chars":{"shape":{"is":"integer","min":1},"rule":"PLN-13"},"trigger_on_punctuation":{"shape":{"is":"boolean"},"rule":"PLN-13"},"max_partial_age_ms":{"shape":{"is":"integer","min":1},"rule":"PLN-13"},"max_pending_revisions":{"shape":{"is":"integer","min":1},"rule":"PLN-13"},"max_pending_segments":{"shape":{"is":"integer","min":1},"rule":"PLN-13"},"coalesce_latest_only":{"shape":{"is":"boolean"},"rule":"PLN-13"},"emit_flow_control_signals":{"shape":{"is":"boolean"},"rule":"PLN-13"},"degrade_on_threshold_breach":{"shape":{"is":"boolean"},"rule":"PLN-13"}},"unknown":"CON-03","checks":[{"rule":"PLN-13","when":{"at":"enabled","in":[true]},"must":{"has":"min_partial_chars"},"at":"min_partial_chars","expected":"min_partial_chars when the edge is enabled"},{"rule":"PLN-13","when":{"at":"enabled","in":[true]},"must":{"has":"max_partial_age_ms"},"at":"max_partial_age_ms","expected":"max_partial_age_ms when the edge is enabled"},{"rule":"PLN-13","when":{"at":"enabled","in":[true]},"must":{"has":"max_pending_revisions"},"at":"max_pending_revisions","expected":"max_pending_revisions when the edge is enabled"},{"rule":"PLN-13","when":{"at":"enabled","in":[true]},"must":{"has":"max_pending_segments"},"at":"max_pending_segments","expected":"max_pending_segments when the edge is enabled"}]},"rule":"PLN-13"}},"unknown":"CON-03","checks":[{"rule":"PLN-13","when":{"at":"enabled","in":[true]},"must":{"has":"stt_to_llm"},"at":"stt_to_llm","expected":"an stt_to_llm edge when handoff is enabled"},{"rule":"PLN-13","when":{"at":"enabled","in":[true]},"must":{"has":"llm_to_tts"},"at":"llm_to_tts","expected":"an llm_to_tts edge when handoff is enabled"},{"rule":"PLN-13","when":{"at":"enabled","in":[true]},"must":{"any":[{"at":"stt_to_llm.enabled","in":[true]},{"at":"llm_to_tts.enabled","in":[true]}]},"at":"enabled","expected":"at least one enabled edge when handoff is enabled"}]},"rule":"PLN-13"}},"unknown":"CON-03","checks":[{"rule":"PLN-03","must":{"filled":"provider_bindings"},"at":"provider_bindings","expected":"at least one provider binding"},{"rule":"PLN-04","must":{"filled":"edge_buffer_policies"},"at":"edge_buffer_policies","expected":"at least one edge policy"},{"rule":"PLN-09","must":{"unique":"allowed_adaptive_actions"},"at":"allowed_adaptive_actions","expected":"every adaptive action once"}]};
