// Generated from the contracts by `npm run generate`. Do not edit.
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function list1(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
  }
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

function object0(value: unknown, open: boolean): boolean {
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
      case "accepted":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "happy_path":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "turn_open_proposed_at_ms":
      case "turn_open_at_ms":
      case "turn_terminal_at_ms":
      case "first_output_at_ms":
      case "cancel_accepted_at_ms":
      case "cancel_fence_applied_at_ms":
      case "audio_ingress_at_ms":
      case "playback_started_at_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "baseline_complete":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "accepted_stale_epoch_output":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "terminal_events":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "tags":
        if (!map2(found, open)) {
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

/** Fast check: whether the value has the shape of turn_metrics, with unknown fields when `open`. */
export const fitsTurnMetrics = object0;

/** Whether the value is a valid turn_metrics. Never throws. */
export function isTurnMetrics(value: unknown, options?: ValidateOptions): value is TurnMetrics {
  return safely(fitsTurnMetrics, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid turn_metrics. */
export function assertTurnMetrics(value: unknown, options?: ValidateOptions): asserts value is TurnMetrics {
  assertFits(value, { kind: "turn_metrics", fits: fitsTurnMetrics, shape: turnMetricsShape, options });
}

/** Shape of turn_metrics, for the diagnosing path. */
export const turnMetricsShape: ObjectShape = {"is":"object","fields":{"turn_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"accepted":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"happy_path":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"turn_open_proposed_at_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"turn_open_at_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"turn_terminal_at_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"first_output_at_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"cancel_accepted_at_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"cancel_fence_applied_at_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"audio_ingress_at_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"playback_started_at_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"baseline_complete":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"accepted_stale_epoch_output":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"terminal_events":{"shape":{"is":"list","item":{"is":"text"}},"rule":"CON-02","need":true},"tags":{"shape":{"is":"map","value":{"is":"text"}},"rule":"CON-02"}},"unknown":"CON-03"};
