// Generated from the contracts by `npm run generate`. Do not edit.
import type { DecisionOutcome } from "../../contracts/control-plane/decision-outcome.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function choice1(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "shed";
    case 5:
      return value === "admit" || value === "defer";
    case 6:
      return value === "reject";
    case 18:
      return value === "stale_epoch_reject" || value === "deauthorized_drain";
    default:
      return false;
  }
}

function choice2(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 8:
      return value === "pre_turn";
    case 11:
      return value === "active_turn";
    case 16:
      return value === "scheduling_point";
    default:
      return false;
  }
}

function choice3(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "turn";
    case 6:
      return value === "tenant";
    case 7:
      return value === "session";
    case 12:
      return value === "edge_enqueue" || value === "edge_dequeue";
    case 13:
      return value === "node_dispatch";
    default:
      return false;
  }
}

function choice4(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 5:
      return value === "RK-24" || value === "RK-25" || value === "CP-05";
    default:
      return false;
  }
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_outcome_kind: unknown;
  let f_emitted_by: unknown;
  let f_phase: unknown;
  let f_authority_epoch: unknown;
  let f_scope: unknown;
  let f_turn_id: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "outcome_kind":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        f_outcome_kind = found;
        break;
      case "phase":
        if (!choice2(found)) {
          if (found === undefined) break;
          return false;
        }
        f_phase = found;
        break;
      case "scope":
        if (!choice3(found)) {
          if (found === undefined) break;
          return false;
        }
        f_scope = found;
        break;
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
        f_turn_id = found;
        break;
      case "event_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "runtime_timestamp_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "wall_clock_timestamp_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "timestamp_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "emitted_by":
        if (!choice4(found)) {
          if (found === undefined) break;
          return false;
        }
        f_emitted_by = found;
        break;
      case "authority_epoch":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        f_authority_epoch = found;
        break;
      case "reason":
        if (typeof found !== "string" || found.length === 0) {
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
  if (f_outcome_kind === undefined || f_phase === undefined || f_scope === undefined || f_emitted_by === undefined) return false;
  if ((f_outcome_kind === "admit" || f_outcome_kind === "reject" || f_outcome_kind === "defer") && !((f_emitted_by === "RK-25" || f_emitted_by === "CP-05"))) return false;
  if (f_outcome_kind === "shed" && !(f_emitted_by === "RK-25")) return false;
  if (f_outcome_kind === "shed" && !(f_phase === "scheduling_point")) return false;
  if ((f_outcome_kind === "stale_epoch_reject" || f_outcome_kind === "deauthorized_drain") && !(f_emitted_by === "RK-24")) return false;
  if ((f_outcome_kind === "stale_epoch_reject" || f_outcome_kind === "deauthorized_drain") && !(f_authority_epoch !== undefined)) return false;
  if (f_emitted_by === "CP-05" && !(f_phase === "pre_turn")) return false;
  if (f_emitted_by === "CP-05" && !((f_scope === "tenant" || f_scope === "session"))) return false;
  if (f_phase === "scheduling_point" && !((f_scope === "edge_enqueue" || f_scope === "edge_dequeue" || f_scope === "node_dispatch"))) return false;
  if (f_phase === "active_turn" && !((f_scope === "turn" || f_scope === "edge_enqueue" || f_scope === "edge_dequeue" || f_scope === "node_dispatch"))) return false;
  if (f_phase === "active_turn" && !(f_turn_id !== undefined)) return false;
  if (f_phase === "pre_turn" && !((f_scope === "tenant" || f_scope === "session" || f_scope === "turn"))) return false;
  if (f_scope === "turn" && !(f_turn_id !== undefined)) return false;
  if (f_outcome_kind === "deauthorized_drain" && !(((f_phase === "pre_turn" && (f_scope === "session" || f_scope === "turn")) || (f_phase === "active_turn" && f_scope === "turn")))) return false;
  if (f_outcome_kind === "stale_epoch_reject" && !(((f_phase === "pre_turn" && (f_scope === "session" || f_scope === "turn")) || f_phase === "scheduling_point"))) return false;
  return true;
}

/** Fast check: whether the value has the shape of decision_outcome, with unknown fields when `open`. */
export const fitsDecisionOutcome = object0;

/** Whether the value is a valid decision_outcome. Never throws. */
export function isDecisionOutcome(value: unknown, options?: ValidateOptions): value is DecisionOutcome {
  return safely(fitsDecisionOutcome, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid decision_outcome. */
export function assertDecisionOutcome(value: unknown, options?: ValidateOptions): asserts value is DecisionOutcome {
  assertFits(value, { kind: "decision_outcome", fits: fitsDecisionOutcome, shape: decisionOutcomeShape, options });
}

/** Shape of decision_outcome, for the diagnosing path. */
export const decisionOutcomeShape: ObjectShape = {"is":"object","fields":{"outcome_kind":{"shape":{"is":"text","of":["admit","reject","defer","shed","stale_epoch_reject","deauthorized_drain"]},"rule":"DEC-01","need":true},"phase":{"shape":{"is":"text","of":["pre_turn","scheduling_point","active_turn"]},"rule":"DEC-01","need":true},"scope":{"shape":{"is":"text","of":["tenant","session","turn","edge_enqueue","edge_dequeue","node_dispatch"]},"rule":"DEC-01","need":true},"session_id":{"shape":{"is":"text"},"rule":"DEC-01","need":true},"turn_id":{"shape":{"is":"text"},"rule":"DEC-01"},"event_id":{"shape":{"is":"text"},"rule":"DEC-01","need":true},"runtime_timestamp_ms":{"shape":{"is":"integer","min":0},"rule":"DEC-01","need":true},"wall_clock_timestamp_ms":{"shape":{"is":"integer","min":0},"rule":"DEC-01","need":true},"timestamp_ms":{"shape":{"is":"integer","min":0},"rule":"DEC-01"},"emitted_by":{"shape":{"is":"text","of":["RK-24","RK-25","CP-05"]},"rule":"DEC-01","need":true},"authority_epoch":{"shape":{"is":"integer","min":0},"rule":"DEC-01"},"reason":{"shape":{"is":"text"},"rule":"DEC-01","need":true}},"unknown":"CON-03","checks":[{"rule":"DEC-02","when":{"at":"outcome_kind","in":["admit","reject","defer"]},"must":{"at":"emitted_by","in":["RK-25","CP-05"]},"at":"emitted_by","expected":"\"RK-25\" or \"CP-05\" for admit, reject and defer"},{"rule":"DEC-03","when":{"at":"outcome_kind","in":["shed"]},"must":{"at":"emitted_by","in":["RK-25"]},"at":"emitted_by","expected":"\"RK-25\" for shed"},{"rule":"DEC-03","when":{"at":"outcome_kind","in":["shed"]},"must":{"at":"phase","in":["scheduling_point"]},"at":"phase","expected":"\"scheduling_point\" for shed"},{"rule":"DEC-04","when":{"at":"outcome_kind","in":["stale_epoch_reject","deauthorized_drain"]},"must":{"at":"emitted_by","in":["RK-24"]},"at":"emitted_by","expected":"\"RK-24\" for authority outcomes"},{"rule":"DEC-04","when":{"at":"outcome_kind","in":["stale_epoch_reject","deauthorized_drain"]},"must":{"has":"authority_epoch"},"at":"authority_epoch","expected":"an authority_epoch for authority outcomes"},{"rule":"DEC-05","when":{"at":"emitted_by","in":["CP-05"]},"must":{"at":"phase","in":["pre_turn"]},"at":"phase","expected":"\"pre_turn\" from CP-05"},{"rule":"DEC-05","when":{"at":"emitted_by","in":["CP-05"]},"must":{"at":"scope","in":["tenant","session"]},"at":"scope","expected":"\"tenant\" or \"session\" from CP-05"},{"rule":"DEC-06","when":{"at":"phase","in":["scheduling_point"]},"must":{"at":"scope","in":["edge_enqueue","edge_dequeue","node_dispatch"]},"at":"scope","expected":"edge_enqueue, edge_dequeue or node_dispatch at a scheduling_point"},{"rule":"DEC-07","when":{"at":"phase","in":["active_turn"]},"must":{"at":"scope","in":["turn","edge_enqueue","edge_dequeue","node_dispatch"]},"at":"scope","expected":"turn or a scheduling scope in an active_turn"},{"rule":"DEC-07","when":{"at":"phase","in":["active_turn"]},"must":{"has":"turn_id"},"at":"turn_id","expected":"a turn_id in an active_turn"},{"rule":"DEC-08","when":{"at":"phase","in":["pre_turn"]},"must":{"at":"scope","in":["tenant","session","turn"]},"at":"scope","expected":"tenant, session or turn when pre_turn"},{"rule":"DEC-09","when":{"at":"scope","in":["turn"]},"must":{"has":"turn_id"},"at":"turn_id","expected":"a turn_id when scope is \"turn\""},{"rule":"DEC-10","when":{"at":"outcome_kind","in":["deauthorized_drain"]},"must":{"any":[{"all":[{"at":"phase","in":["pre_turn"]},{"at":"scope","in":["session","turn"]}]},{"all":[{"at":"phase","in":["active_turn"]},{"at":"scope","in":["turn"]}]}]},"at":"phase","expected":"pre_turn with session or turn, or active_turn with turn, for deauthorized_drain"},{"rule":"DEC-11","when":{"at":"outcome_kind","in":["stale_epoch_reject"]},"must":{"any":[{"all":[{"at":"phase","in":["pre_turn"]},{"at":"scope","in":["session","turn"]}]},{"at":"phase","in":["scheduling_point"]}]},"at":"phase","expected":"pre_turn with session or turn, or scheduling_point, for stale_epoch_reject"}]};
