// Generated from the contracts by `npm run generate`. Do not edit.
import type { ReplayDivergence } from "../../contracts/observability/replay-divergence.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function choice1(value: unknown): boolean {
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

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_class: unknown;
  let f_diff_ms: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "class":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        f_class = found;
        break;
      case "scope":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "message":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "diff_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        f_diff_ms = found;
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
  if (f_class === undefined) return false;
  if (f_class === "TIMING_DIVERGENCE" && !(f_diff_ms !== undefined)) return false;
  return true;
}

/** Fast check: whether the value has the shape of replay_divergence, with unknown fields when `open`. */
export const fitsReplayDivergence = object0;

/** Whether the value is a valid replay_divergence. Never throws. */
export function isReplayDivergence(value: unknown, options?: ValidateOptions): value is ReplayDivergence {
  return safely(fitsReplayDivergence, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid replay_divergence. */
export function assertReplayDivergence(value: unknown, options?: ValidateOptions): asserts value is ReplayDivergence {
  assertFits(value, { kind: "replay_divergence", fits: fitsReplayDivergence, shape: replayDivergenceShape, options });
}

/** Shape of replay_divergence, for the diagnosing path. */
export const replayDivergenceShape: ObjectShape = {"is":"object","fields":{"class":{"shape":{"is":"text","of":["PLAN_DIVERGENCE","OUTCOME_DIVERGENCE","ORDERING_DIVERGENCE","TIMING_DIVERGENCE","AUTHORITY_DIVERGENCE","PROVIDER_CHOICE_DIVERGENCE"]},"rule":"CON-02","need":true},"scope":{"shape":{"is":"text"},"rule":"CON-02","need":true},"message":{"shape":{"is":"text"},"rule":"CON-02","need":true},"diff_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"expected":{"shape":{"is":"boolean"},"rule":"CON-02"}},"unknown":"CON-03","checks":[{"rule":"RPL-01","when":{"at":"class","in":["TIMING_DIVERGENCE"]},"must":{"has":"diff_ms"},"at":"diff_ms","expected":"a diff_ms for TIMING_DIVERGENCE"}]};
