// Generated from the contracts by `npm run generate`. Do not edit.
import type { ReplayAccessDecision } from "../../contracts/security/replay-access-decision.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

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

function choice4(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "mask" || value === "hash" || value === "drop";
    case 5:
      return value === "allow";
    case 8:
      return value === "tokenize";
    default:
      return false;
  }
}

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "payload_class":
        if (!choice3(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "action":
        if (!choice4(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "reason":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function list1(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object2(item, open)) return false;
  }
  return true;
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_allowed: unknown;
  let f_deny_reason: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "allowed":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        f_allowed = found;
        break;
      case "deny_reason":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        f_deny_reason = found;
        break;
      case "redaction_markers":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  if (f_allowed === undefined) return false;
  if (f_allowed === false && !(f_deny_reason !== undefined)) return false;
  if (f_allowed === true && !(!(f_deny_reason !== undefined))) return false;
  return true;
}

/** Fast check: whether the value has the shape of replay_access_decision, with unknown fields when `open`. */
export const fitsReplayAccessDecision = object0;

/** Whether the value is a valid replay_access_decision. Never throws. */
export function isReplayAccessDecision(value: unknown, options?: ValidateOptions): value is ReplayAccessDecision {
  return safely(fitsReplayAccessDecision, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid replay_access_decision. */
export function assertReplayAccessDecision(value: unknown, options?: ValidateOptions): asserts value is ReplayAccessDecision {
  assertFits(value, { kind: "replay_access_decision", fits: fitsReplayAccessDecision, shape: replayAccessDecisionShape, options });
}

/** Shape of replay_access_decision, for the diagnosing path. */
export const replayAccessDecisionShape: ObjectShape = {"is":"object","fields":{"allowed":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"deny_reason":{"shape":{"is":"text"},"rule":"ACC-01"},"redaction_markers":{"shape":{"is":"list","item":{"is":"object","fields":{"payload_class":{"shape":{"is":"text","of":["PII","PHI","audio_raw","text_raw","derived_summary","metadata"]},"rule":"CON-02","need":true},"action":{"shape":{"is":"text","of":["allow","mask","hash","drop","tokenize"]},"rule":"CON-02","need":true},"reason":{"shape":{"is":"text"},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true}},"unknown":"CON-03","checks":[{"rule":"ACC-01","when":{"at":"allowed","in":[false]},"must":{"has":"deny_reason"},"at":"deny_reason","expected":"a deny_reason when allowed is false"},{"rule":"ACC-01","when":{"at":"allowed","in":[true]},"must":{"not":{"has":"deny_reason"}},"at":"deny_reason","expected":"no deny_reason when allowed is true"}]};
