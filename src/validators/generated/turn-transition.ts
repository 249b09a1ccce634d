// Generated from the contracts by `npm run generate`. Do not edit.
import type { TurnTransition } from "../../contracts/turn/turn-transition.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_trigger: unknown;
  let f_from_state: unknown;
  let f_to_state: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "from_state":
        f_from_state = found;
        break;
      case "trigger":
        f_trigger = found;
        break;
      case "to_state":
        f_to_state = found;
        break;
      case "deterministic":
        if (found !== true) {
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
  if (f_from_state === undefined || f_trigger === undefined || f_to_state === undefined) return false;
  switch (f_trigger) {
    case "turn_open_proposed":
      if (f_from_state !== "Idle" || f_to_state !== "Opening") return false;
      break;
    case "turn_open":
      if (f_from_state !== "Opening" || f_to_state !== "Active") return false;
      break;
    case "reject":
    case "defer":
    case "stale_epoch_reject":
    case "deauthorized_drain":
      if (f_from_state !== "Opening" || f_to_state !== "Idle") return false;
      break;
    case "commit":
    case "abort":
      if (f_from_state !== "Active" || f_to_state !== "Terminal") return false;
      break;
    case "close":
      if (f_from_state !== "Terminal" || f_to_state !== "Closed") return false;
      break;
    default:
      return false;
  }
  return true;
}

/** Fast check: whether the value has the shape of turn_transition, with unknown fields when `open`. */
export const fitsTurnTransition = object0;

/** Whether the value is a valid turn_transition. Never throws. */
export function isTurnTransition(value: unknown, options?: ValidateOptions): value is TurnTransition {
  return safely(fitsTurnTransition, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid turn_transition. */
export function assertTurnTransition(value: unknown, options?: ValidateOptions): asserts value is TurnTransition {
  assertFits(value, { kind: "turn_transition", fits: fitsTurnTransition, shape: turnTransitionShape, options });
}

/** Shape of turn_transition, for the diagnosing path. */
export const turnTransitionShape: ObjectShape = {"is":"object","fields":{"from_state":{"shape":{"is":"text","of":["Idle","Opening","Active","Terminal"]},"rule":"TRN-02","need":true,"wider":{"pattern":"^(Idle|Opening|Active|Terminal|Closed)$","rule":"TRN-01"}},"trigger":{"shape":{"is":"text","of":["turn_open_proposed","turn_open","reject","defer","stale_epoch_reject","deauthorized_drain","commit","abort","close"]},"rule":"TRN-01","need":true,"wider":{"pattern":"^(turn_open_proposed|turn_open|reject|defer|stale_epoch_reject|deauthorized_drain|commit|abort|close)$","rule":"TRN-01"}},"to_state":{"shape":{"is":"text","of":["Opening","Active","Idle","Terminal","Closed"]},"rule":"TRN-02","need":true,"wider":{"pattern":"^(Idle|Opening|Active|Terminal|Closed)$","rule":"TRN-01"}},"deterministic":{"shape":{"is":"boolean","only":true},"rule":"TRN-03","need":true}},"unknown":"CON-03","by":{"field":"trigger","cases":[{"values":["turn_open_proposed"],"demands":[{"field":"from_state","of":["Idle"],"rule":"TRN-02"},{"field":"to_state","of":["Opening"],"rule":"TRN-02"}]},{"values":["turn_open"],"demands":[{"field":"from_state","of":["Opening"],"rule":"TRN-02"},{"field":"to_state","of":["Active"],"rule":"TRN-02"}]},{"values":["reject","defer","stale_epoch_reject","deauthorized_drain"],"demands":[{"field":"from_state","of":["Opening"],"rule":"TRN-02"},{"field":"to_state","of":["Idle"],"rule":"TRN-02"}]},{"values":["commit","abort"],"demands":[{"field":"from_state","of":["Active"],"rule":"TRN-02"},{"field":"to_state","of":["Terminal"],"rule":"TRN-02"}]},{"values":["close"],"demands":[{"field":"from_state","of":["Terminal"],"rule":"TRN-02"},{"field":"to_state","of":["Closed"],"rule":"TRN-02"}]}]}};
