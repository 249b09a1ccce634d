// Generated from the contracts by `npm run generate`. Do not edit.
import { valueAt } from "../../contracts/core/condition.ts";
import type { SignedSessionToken } from "../../contracts/control-plane/signed-session-token.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";
import { sessionTokenClaimsShape, fitsSessionTokenClaims } from "./session-token-claims.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$");

type Fields = Record<string, unknown>;

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_expires_at_utc: unknown;
  let f_claims: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "token":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "token_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "expires_at_utc":
        if (found !== "2026-02-09T22:19:06Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        f_expires_at_utc = found;
        break;
      case "claims":
        if (!fitsSessionTokenClaims(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_claims = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 3) return false;
  if (f_expires_at_utc === undefined || f_claims === undefined) return false;
  if (!(f_expires_at_utc === valueAt(f_claims, "expires_at_utc"))) return false;
  return true;
}

/** Fast check: whether the value has the shape of signed_session_token, with unknown fields when `open`. */
export const fitsSignedSessionToken = object0;

/** Whether the value is a valid signed_session_token. Never throws. */
export function isSignedSessionToken(value: unknown, options?: ValidateOptions): value is SignedSessionToken {
  return safely(fitsSignedSessionToken, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid signed_session_token. */
export function assertSignedSessionToken(value: unknown, options?: ValidateOptions): asserts value is SignedSessionToken {
  assertFits(value, { kind: "signed_session_token", fits: fitsSignedSessionToken, shape: signedSessionTokenShape, options });
}

/** Shape of signed_session_token, for the diagnosing path. */
export const signedSessionTokenShape: ObjectShape = {"is":"object","fields":{"token":{"shape":{"is":"text"},"rule":"CON-02","need":true},"token_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"expires_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"CON-02","need":true},"claims":{"shape":sessionTokenClaimsShape,"rule":"CON-02","need":true}},"unknown":"CON-03","checks":[{"rule":"TOK-02","must":{"same":["expires_at_utc","claims.expires_at_utc"]},"at":"expires_at_utc","expected":"the same text as claims.expires_at_utc"}]};
