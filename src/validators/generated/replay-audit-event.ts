// Generated from the contracts by `npm run generate`. Do not edit.
import type { ReplayAuditEvent } from "../../contracts/security/replay-audit-event.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";
import { replayAccessDecisionShape, fitsReplayAccessDecision } from "./replay-access-decision.ts";
import { replayAccessRequestShape, fitsReplayAccessRequest } from "./replay-access-request.ts";


type Fields = Record<string, unknown>;

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "timestamp_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "request":
        if (!fitsReplayAccessRequest(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "decision":
        if (!fitsReplayAccessDecision(found, open)) {
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

/** Fast check: whether the value has the shape of replay_audit_event, with unknown fields when `open`. */
export const fitsReplayAuditEvent = object0;

/** Whether the value is a valid replay_audit_event. Never throws. */
export function isReplayAuditEvent(value: unknown, options?: ValidateOptions): value is ReplayAuditEvent {
  return safely(fitsReplayAuditEvent, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid replay_audit_event. */
export function assertReplayAuditEvent(value: unknown, options?: ValidateOptions): asserts value is ReplayAuditEvent {
  assertFits(value, { kind: "replay_audit_event", fits: fitsReplayAuditEvent, shape: replayAuditEventShape, options });
}

/** Shape of replay_audit_event, for the diagnosing path. */
export const replayAuditEventShape: ObjectShape = {"is":"object","fields":{"timestamp_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"request":{"shape":replayAccessRequestShape,"rule":"CON-02","need":true},"decision":{"shape":replayAccessDecisionShape,"rule":"CON-02","need":true}},"unknown":"CON-03"};
