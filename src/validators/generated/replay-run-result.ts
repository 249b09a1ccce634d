// Generated from the contracts by `npm run generate`. Do not edit.
import type { ReplayRunResult } from "../../contracts/observability/replay-run-result.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";
import { replayCursorShape, fitsReplayCursor } from "./replay-cursor.ts";
import { replayDivergenceShape, fitsReplayDivergence } from "./replay-divergence.ts";


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

function list2(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!fitsReplayDivergence(item, open)) return false;
  }
  return true;
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "run_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "mode":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "divergences":
        if (!list2(found, open)) {
          if (found === undefined) break;
          return false;
        }
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
  if (seen !== 3) return false;
  return true;
}

/** Fast check: whether the value has the shape of replay_run_result, with unknown fields when `open`. */
export const fitsReplayRunResult = object0;

/** Whether the value is a valid replay_run_result. Never throws. */
export function isReplayRunResult(value: unknown, options?: ValidateOptions): value is ReplayRunResult {
  return safely(fitsReplayRunResult, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid replay_run_result. */
export function assertReplayRunResult(value: unknown, options?: ValidateOptions): asserts value is ReplayRunResult {
  assertFits(value, { kind: "replay_run_result", fits: fitsReplayRunResult, shape: replayRunResultShape, options });
}

/** Shape of replay_run_result, for the diagnosing path. */
export const replayRunResultShape: ObjectShape = {"is":"object","fields":{"run_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"mode":{"shape":{"is":"text","of":["re_simulate_nodes","playback_recorded_provider_outputs","replay_decisions","recompute_decisions"]},"rule":"CON-02","need":true},"divergences":{"shape":{"is":"list","item":replayDivergenceShape},"rule":"CON-02"},"cursor":{"shape":replayCursorShape,"rule":"CON-02"}},"unknown":"CON-03"};
