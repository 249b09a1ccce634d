// Generated from the contracts by `npm run generate`. Do not edit.
import type { ReplayRunRequest } from "../../contracts/observability/replay-run-request.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";
import { replayCursorShape, fitsReplayCursor } from "./replay-cursor.ts";


type Fields = Record<string, unknown>;

function choice1(value: unknown): boolean {
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

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "baseline_ref":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "candidate_plan_ref":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "mode":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "cursor":
        if (!fitsReplayCursor(found, open)) {
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

/** Fast check: whether the value has the shape of replay_run_request, with unknown fields when `open`. */
export const fitsReplayRunRequest = object0;

/** Whether the value is a valid replay_run_request. Never throws. */
export function isReplayRunRequest(value: unknown, options?: ValidateOptions): value is ReplayRunRequest {
  return safely(fitsReplayRunRequest, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid replay_run_request. */
export function assertReplayRunRequest(value: unknown, options?: ValidateOptions): asserts value is ReplayRunRequest {
  assertFits(value, { kind: "replay_run_request", fits: fitsReplayRunRequest, shape: replayRunRequestShape, options });
}

/** Shape of replay_run_request, for the diagnosing path. */
export const replayRunRequestShape: ObjectShape = {"is":"object","fields":{"baseline_ref":{"shape":{"is":"text"},"rule":"CON-02","need":true},"candidate_plan_ref":{"shape":{"is":"text"},"rule":"CON-02","need":true},"mode":{"shape":{"is":"text","of":["re_simulate_nodes","playback_recorded_provider_outputs","replay_decisions","recompute_decisions"]},"rule":"CON-02","need":true},"cursor":{"shape":replayCursorShape,"rule":"CON-02"}},"unknown":"CON-03"};
