// Generated from the contracts by `npm run generate`. Do not edit.
import type { SessionStatusView } from "../../contracts/control-plane/session-status-view.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$");

type Fields = Record<string, unknown>;

function choice1(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 5:
      return value === "ended";
    case 7:
      return value === "running";
    case 8:
      return value === "degraded";
    case 9:
      return value === "connected";
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
      case "tenant_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "status":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "pipeline_version":
      case "last_reason":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "authority_epoch":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "updated_at_utc":
        if (found !== "2026-02-09T22:19:06Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
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

/** Fast check: whether the value has the shape of session_status_view, with unknown fields when `open`. */
export const fitsSessionStatusView = object0;

/** Whether the value is a valid session_status_view. Never throws. */
export function isSessionStatusView(value: unknown, options?: ValidateOptions): value is SessionStatusView {
  return safely(fitsSessionStatusView, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid session_status_view. */
export function assertSessionStatusView(value: unknown, options?: ValidateOptions): asserts value is SessionStatusView {
  assertFits(value, { kind: "session_status_view", fits: fitsSessionStatusView, shape: sessionStatusViewShape, options });
}

/** Shape of session_status_view, for the diagnosing path. */
export const sessionStatusViewShape: ObjectShape = {"is":"object","fields":{"tenant_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"session_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"status":{"shape":{"is":"text","of":["connected","running","degraded","ended"]},"rule":"CON-02","need":true},"pipeline_version":{"shape":{"is":"text"},"rule":"CON-02"},"authority_epoch":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"updated_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"CON-02","need":true},"last_reason":{"shape":{"is":"text"},"rule":"CON-02"}},"unknown":"CON-03"};
