// Generated from the contracts by `npm run generate`. Do not edit.
import type { SessionRoute } from "../../contracts/control-plane/session-route.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$");

type Fields = Record<string, unknown>;

function choice2(value: unknown): boolean {
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

function object1(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "transport_kind":
        if (!choice2(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "endpoint":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "region":
      case "runtime_id":
        if (typeof found !== "string" || found.length === 0) {
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

function object4(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "token_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "expires_at_utc":
        if (found !== "2026-02-09T22:19:06Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
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

function object3(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "authority_epoch":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "granted":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "valid":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "token_ref":
        if (!object4(found, open)) {
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
      case "pipeline_version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "routing_view_snapshot":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "admission_policy_snapshot":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "endpoint":
        if (!object1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "lease":
        if (!object3(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 127) return false;
  return true;
}

/** Fast check: whether the value has the shape of session_route, with unknown fields when `open`. */
export const fitsSessionRoute = object0;

/** Whether the value is a valid session_route. Never throws. */
export function isSessionRoute(value: unknown, options?: ValidateOptions): value is SessionRoute {
  return safely(fitsSessionRoute, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid session_route. */
export function assertSessionRoute(value: unknown, options?: ValidateOptions): asserts value is SessionRoute {
  assertFits(value, { kind: "session_route", fits: fitsSessionRoute, shape: sessionRouteShape, options });
}

/** Shape of session_route, for the diagnosing path. */
export const sessionRouteShape: ObjectShape = {"is":"object","fields":{"tenant_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"session_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"pipeline_version":{"shape":{"is":"text"},"rule":"CON-02","need":true},"routing_view_snapshot":{"shape":{"is":"text"},"rule":"CON-02","need":true},"admission_policy_snapshot":{"shape":{"is":"text"},"rule":"CON-02","need":true},"endpoint":{"shape":{"is":"object","fields":{"transport_kind":{"shape":{"is":"text","of":["livekit","websocket","telephony"]},"rule":"CON-02","need":true},"endpoint":{"shape":{"is":"text"},"rule":"CON-02","need":true},"region":{"shape":{"is":"text"},"rule":"CON-02"},"runtime_id":{"shape":{"is":"text"},"rule":"CON-02"}},"unknown":"CON-03"},"rule":"CON-02","need":true},"lease":{"shape":{"is":"object","fields":{"authority_epoch":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"granted":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"valid":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"token_ref":{"shape":{"is":"object","fields":{"token_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"expires_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"CON-02","need":true}},"unknown":"CON-03"},"rule":"CON-02","need":true}},"unknown":"CON-03"},"rule":"CON-02","need":true}},"unknown":"CON-03"};
