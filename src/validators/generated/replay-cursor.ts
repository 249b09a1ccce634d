// Generated from the contracts by `npm run generate`. Do not edit.
import type { ReplayCursor } from "../../contracts/observability/replay-cursor.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function choice1(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 8:
      return value === "DataLane";
    case 11:
      return value === "ControlLane";
    case 13:
      return value === "TelemetryLane";
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
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
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
        seen |= 2;
        break;
      case "event_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "lane":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "runtime_sequence":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  return true;
}

/** Fast check: whether the value has the shape of replay_cursor, with unknown fields when `open`. */
export const fitsReplayCursor = object0;

/** Whether the value is a valid replay_cursor. Never throws. */
export function isReplayCursor(value: unknown, options?: ValidateOptions): value is ReplayCursor {
  return safely(fitsReplayCursor, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid replay_cursor. */
export function assertReplayCursor(value: unknown, options?: ValidateOptions): asserts value is ReplayCursor {
  assertFits(value, { kind: "replay_cursor", fits: fitsReplayCursor, shape: replayCursorShape, options });
}

/** Shape of replay_cursor, for the diagnosing path. */
export const replayCursorShape: ObjectShape = {"is":"object","fields":{"session_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"event_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"lane":{"shape":{"is":"text","of":["DataLane","ControlLane","TelemetryLane"]},"rule":"CON-02","need":true},"runtime_sequence":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03"};
