// Generated from the contracts by `npm run generate`. Do not edit.
import type { ReplayAccessRequest } from "../../contracts/security/replay-access-request.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function choice1(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 2:
      return value === "L0" || value === "L1" || value === "L2";
    default:
      return false;
  }
}

function choice3(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 3:
      return value === "PII" || value === "PHI";
    case 8:
      return value === "text_raw" || value === "metadata";
    case 9:
      return value === "audio_raw";
    case 15:
      return value === "derived_summary";
    default:
      return false;
  }
}

function list2(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!choice3(item)) return false;
  }
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
      case "principal_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "role":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "purpose":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "requested_scope":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "requested_fidelity":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "requested_classes":
        if (!list2(found, open)) {
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

/** Fast check: whether the value has the shape of replay_access_request, with unknown fields when `open`. */
export const fitsReplayAccessRequest = object0;

/** Whether the value is a valid replay_access_request. Never throws. */
export function isReplayAccessRequest(value: unknown, options?: ValidateOptions): value is ReplayAccessRequest {
  return safely(fitsReplayAccessRequest, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid replay_access_request. */
export function assertReplayAccessRequest(value: unknown, options?: ValidateOptions): asserts value is ReplayAccessRequest {
  assertFits(value, { kind: "replay_access_request", fits: fitsReplayAccessRequest, shape: replayAccessRequestShape, options });
}

/** Shape of replay_access_request, for the diagnosing path. */
export const replayAccessRequestShape: ObjectShape = {"is":"object","fields":{"tenant_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"principal_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"role":{"shape":{"is":"text"},"rule":"CON-02","need":true},"purpose":{"shape":{"is":"text"},"rule":"CON-02","need":true},"requested_scope":{"shape":{"is":"text"},"rule":"CON-02","need":true},"requested_fidelity":{"shape":{"is":"text","of":["L0","L1","L2"]},"rule":"CON-02","need":true},"requested_classes":{"shape":{"is":"list","item":{"is":"text","of":["PII","PHI","audio_raw","text_raw","derived_summary","metadata"]}},"rule":"CON-02"}},"unknown":"CON-03"};
