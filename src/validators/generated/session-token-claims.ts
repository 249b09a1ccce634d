// Generated from the contracts by `npm run generate`. Do not edit.
import type { SessionTokenClaims } from "../../contracts/control-plane/session-token-claims.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$");

type Fields = Record<string, unknown>;

function choice1(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 7:
      return value === "livekit";
    case 9:
      return value === "websocket" || value === "telephony";
    default:
      return false;
  }
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_issued_at_utc: unknown;
  let f_expires_at_utc: unknown;
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
      case "pipeline_version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "transport_kind":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "authority_epoch":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "issued_at_utc":
        if (found !== "2026-02-09T22:19:06Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        f_issued_at_utc = found;
        break;
      case "expires_at_utc":
        if (found !== "2026-02-09T22:19:06Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        f_expires_at_utc = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  if (f_issued_at_utc === undefined || f_expires_at_utc === undefined) return false;
  if (!(Date.parse(f_issued_at_utc as string) < Date.parse(f_expires_at_utc as string))) return false;
  return true;
}

/** Fast check: whether the value has the shape of session_token_claims, with unknown fields when `open`. */
export const fitsSessionTokenClaims = object0;

/** Whether the value is a valid session_token_claims. Never throws. */
export function isSessionTokenClaims(value: unknown, options?: ValidateOptions): value is SessionTokenClaims {
  return safely(fitsSessionTokenClaims, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid session_token_claims. */
export function assertSessionTokenClaims(value: unknown, options?: ValidateOptions): asserts value is SessionTokenClaims {
  assertFits(value, { kind: "session_token_claims", fits: fitsSessionTokenClaims, shape: sessionTokenClaimsShape, options });
}

/** Shape of session_token_claims, for the diagnosing path. */
export const sessionTokenClaimsShape: ObjectShape = {"is":"object","fields":{"tenant_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"session_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"pipeline_version":{"shape":{"is":"text"},"rule":"CON-02","need":true},"transport_kind":{"shape":{"is":"text","of":["livekit","websocket","telephony"]},"rule":"CON-02","need":true},"authority_epoch":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"issued_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"CON-02","need":true},"expires_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"CON-02","need":true}},"unknown":"CON-03","checks":[{"rule":"TOK-01","must":{"earlier":["issued_at_utc","expires_at_utc"]},"at":"expires_at_utc","expected":"a time later than issued_at_utc"}]};
