// Generated from the contracts by `npm run generate`. Do not edit.
import type { SessionBootstrap } from "../../contracts/transport/session-bootstrap.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^v1\\.[0-9]+(\\.[0-9]+)?$");

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
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "v1.0" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "transport_kind":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "tenant_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "pipeline_version":
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
      case "lease_token_ref":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "route_ref":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 128;
        break;
      case "requested_at_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 256;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 511) return false;
  return true;
}

/** Fast check: whether the value has the shape of session_bootstrap, with unknown fields when `open`. */
export const fitsSessionBootstrap = object0;

/** Whether the value is a valid session_bootstrap. Never throws. */
export function isSessionBootstrap(value: unknown, options?: ValidateOptions): value is SessionBootstrap {
  return safely(fitsSessionBootstrap, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid session_bootstrap. */
export function assertSessionBootstrap(value: unknown, options?: ValidateOptions): asserts value is SessionBootstrap {
  assertFits(value, { kind: "session_bootstrap", fits: fitsSessionBootstrap, shape: sessionBootstrapShape, options });
}

/** Shape of session_bootstrap, for the diagnosing path. */
export const sessionBootstrapShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","like":"^v1\\.[0-9]+(\\.[0-9]+)?$","usual":"v1.0"},"rule":"CON-02","need":true},"transport_kind":{"shape":{"is":"text","of":["livekit","websocket","telephony"]},"rule":"CON-02","need":true},"tenant_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"session_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"CON-02"},"pipeline_version":{"shape":{"is":"text"},"rule":"CON-02","need":true},"authority_epoch":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"lease_token_ref":{"shape":{"is":"text"},"rule":"CON-02","need":true},"route_ref":{"shape":{"is":"text"},"rule":"CON-02","need":true},"requested_at_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03"};
