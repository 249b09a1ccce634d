// Generated from the contracts by `npm run generate`. Do not edit.
import type { NodeRequest } from "../../contracts/extension/node-request.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { VariantsShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function object1(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "op":
        if (found !== "hello") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "now_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "wall_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "more":
        if (found !== true) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "protocol":
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
  return true;
}

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "op":
        if (found !== "create") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "now_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "wall_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "more":
        if (found !== true) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "session_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "config":
        if (found === undefined) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "seed":
        if (!Number.isSafeInteger(found) || (found as number) < 0 || (found as number) > 4294967295) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "merge_rule_id":
        if (typeof found !== "string" || found.length === 0) {
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

function choice4(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "init" || value === "stop";
    case 5:
      return value === "start";
    case 7:
      return value === "process";
    case 8:
      return value === "onCancel";
    case 9:
      return value === "onBargeIn";
    case 17:
      return value === "onBudgetExhausted";
    default:
      return false;
  }
}

function list5(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function map7(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return true;
}

function object6(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "turn":
      case "session_hot":
      case "session_durable":
        if (!map7(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  return true;
}

function object8(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "type":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "payload":
        if (found === undefined) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "envelope":
        if (!map7(found, open)) {
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

function choice9(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 7:
      return value === "degrade";
    case 8:
      return value === "continue" || value === "fallback";
    case 9:
      return value === "terminate";
    default:
      return false;
  }
}

function object3(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_hook: unknown;
  let f_event: unknown;
  let f_reason: unknown;
  let f_outcome: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "op":
        if (found !== "call") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "now_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "wall_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "more":
        if (found !== true) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "hook":
        if (!choice4(found)) {
          if (found === undefined) break;
          return false;
        }
        f_hook = found;
        break;
      case "token":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "turn_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "budget_ms":
      case "media_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "ordering_markers":
        if (!list5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "state":
        if (!object6(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "event":
        if (!object8(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_event = found;
        break;
      case "reason":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        f_reason = found;
        break;
      case "outcome":
        if (!choice9(found)) {
          if (found === undefined) break;
          return false;
        }
        f_outcome = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  if (f_hook === undefined) return false;
  if (f_hook === "process" && !(f_event !== undefined)) return false;
  if (f_event !== undefined && !(f_hook === "process")) return false;
  if (f_hook === "onCancel" && !(f_reason !== undefined)) return false;
  if (f_reason !== undefined && !(f_hook === "onCancel")) return false;
  if (f_hook === "onBudgetExhausted" && !(f_outcome !== undefined)) return false;
  if (f_outcome !== undefined && !(f_hook === "onBudgetExhausted")) return false;
  return true;
}

function object10(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "op":
        if (found !== "next") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "now_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "wall_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "more":
        if (found !== true) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "call":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
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
  return true;
}

function object11(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "op":
        if (found !== "leave") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "now_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "wall_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "more":
        if (found !== true) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "call":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
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
  return true;
}

function object12(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "op":
        if (found !== "taken") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "now_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "wall_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "more":
        if (found !== true) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "output":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "error":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  return true;
}

function object14(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "name":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "message":
        if (typeof found !== "string") {
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

function object13(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "op":
        if (found !== "cancel") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "now_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "wall_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "more":
        if (found !== true) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "token":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "reason":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "error":
        if (!object14(found, open)) {
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

function object15(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "op":
        if (found !== "wake") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "now_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "wall_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "more":
        if (found !== true) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "timer":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
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
  return true;
}

function object16(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "op":
        if (found !== "bye") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "now_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "wall_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "more":
        if (found !== true) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 15) return false;
  return true;
}

function variants0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null) return false;
  switch ((value as Fields)["op"]) {
    case "hello":
      return object1(value, open);
    case "create":
      return object2(value, open);
    case "call":
      return object3(value, open);
    case "next":
      return object10(value, open);
    case "leave":
      return object11(value, open);
    case "taken":
      return object12(value, open);
    case "cancel":
      return object13(value, open);
    case "wake":
      return object15(value, open);
    case "bye":
      return object16(value, open);
    default:
      return false;
  }
}

/** Fast check: whether the value has the shape of node_request, with unknown fields when `open`. */
export const fitsNodeRequest = variants0;

/** Whether the value is a valid node_request. Never throws. */
export function isNodeRequest(value: unknown, options?: ValidateOptions): value is NodeRequest {
  return safely(fitsNodeRequest, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid node_request. */
export function assertNodeRequest(value: unknown, options?: ValidateOptions): asserts value is NodeRequest {
  assertFits(value, { kind: "node_request", fits: fitsNodeRequest, shape: nodeRequestShape, options });
}

/** Shape of node_request, for the diagnosing path. */
export const nodeRequestShape: VariantsShape = {"is":"variants","by":"op","head":{"shape":{"is":"text","of":["hello","create","call","next","leave","taken","cancel","wake","bye"]},"rule":"NMS-01","need":true},"of":{"hello":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":1},"rule":"NMS-02","need":true},"op":{"shape":{"is":"text","of":["hello"]},"rule":"NMS-01","need":true},"now_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"wall_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"more":{"shape":{"is":"boolean","only":true},"rule":"NMS-04"},"protocol":{"shape":{"is":"text"},"rule":"NMS-04","need":true}},"unknown":"CON-03"},"create":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":1},"rule":"NMS-02","need":true},"op":{"shape":{"is":"text","of":["create"]},"rule":"NMS-01","need":true},"now_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"wall_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"more":{"shape":{"is":"boolean","only":true},"rule":"NMS-04"},"session_id":{"shape":{"is":"text"},"rule":"NMS-04","need":true},"turn_id":{"shape":{"is":"text"},"rule":"NMS-04"},"config":{"shape":{"is":"any"},"rule":"NMS-04"},"seed":{"shape":{"is":"integer","min":0,"max":4294967295},"rule":"NMS-05","need":true},"merge_rule_id":{"shape":{"is":"text"},"rule":"NMS-04","need":true}},"unknown":"CON-03"},"call":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":1},"rule":"NMS-02","need":true},"op":{"shape":{"is":"text","of":["call"]},"rule":"NMS-01","need":true},"now_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"wall_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"more":{"shape":{"is":"boolean","only":true},"rule":"NMS-04"},"hook":{"shape":{"is":"text","of":["init","start","process","onCancel","onBargeIn","onBudgetExhausted","stop"]},"rule":"NMS-04","need":true},"token":{"shape":{"is":"integer","min":1},"rule":"NMS-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"NMS-04"},"budget_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03"},"media_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03"},"ordering_markers":{"shape":{"is":"list","item":{"is":"text"}},"rule":"NMS-04"},"state":{"shape":{"is":"object","fields":{"turn":{"shape":{"is":"map"},"rule":"NMS-04"},"session_hot":{"shape":{"is":"map"},"rule":"NMS-04"},"session_durable":{"shape":{"is":"map"},"rule":"NMS-04"}},"unknown":"CON-03"},"rule":"NMS-04"},"event":{"shape":{"is":"object","fields":{"type":{"shape":{"is":"text"},"rule":"NMS-04","need":true},"payload":{"shape":{"is":"any"},"rule":"NMS-04"},"envelope":{"shape":{"is":"map"},"rule":"NMS-04","need":true}},"unknown":"CON-03"},"rule":"NMS-04"},"reason":{"shape":{"is":"text","empty":true},"rule":"NMS-04"},"outcome":{"shape":{"is":"text","of":["continue","degrade","fallback","terminate"]},"rule":"NMS-04"}},"unknown":"CON-03","checks":[{"rule":"NMS-06","when":{"at":"hook","in":["process"]},"must":{"has":"event"},"at":"event","expected":"event in a call of process"},{"rule":"NMS-06","when":{"has":"event"},"must":{"at":"hook","in":["process"]},"at":"event","expected":"event in calls of process only"},{"rule":"NMS-06","when":{"at":"hook","in":["onCancel"]},"must":{"has":"reason"},"at":"reason","expected":"reason in a call of onCancel"},{"rule":"NMS-06","when":{"has":"reason"},"must":{"at":"hook","in":["onCancel"]},"at":"reason","expected":"reason in calls of onCancel only"},{"rule":"NMS-06","when":{"at":"hook","in":["onBudgetExhausted"]},"must":{"has":"outcome"},"at":"outcome","expected":"outcome in a call of onBudgetExhausted"},{"rule":"NMS-06","when":{"has":"outcome"},"must":{"at":"hook","in":["onBudgetExhausted"]},"at":"outcome","expected":"outcome in calls of onBudgetExhausted only"}]},"next":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":1},"rule":"NMS-02","need":true},"op":{"shape":{"is":"text","of":["next"]},"rule":"NMS-01","need":true},"now_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"wall_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"more":{"shape":{"is":"boolean","only":true},"rule":"NMS-04"},"call":{"shape":{"is":"integer","min":1},"rule":"NMS-02","need":true}},"unknown":"CON-03"},"leave":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":1},"rule":"NMS-02","need":true},"op":{"shape":{"is":"text","of":["leave"]},"rule":"NMS-01","need":true},"now_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"wall_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"more":{"shape":{"is":"boolean","only":true},"rule":"NMS-04"},"call":{"shape":{"is":"integer","min":1},"rule":"NMS-02","need":true}},"unknown":"CON-03"},"taken":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":1},"rule":"NMS-02","need":true},"op":{"shape":{"is":"text","of":["taken"]},"rule":"NMS-01","need":true},"now_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"wall_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"more":{"shape":{"is":"boolean","only":true},"rule":"NMS-04"},"output":{"shape":{"is":"integer","min":0},"rule":"NMS-02","need":true},"error":{"shape":{"is":"text","empty":true},"rule":"NMS-04"}},"unknown":"CON-03"},"cancel":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":1},"rule":"NMS-02","need":true},"op":{"shape":{"is":"text","of":["cancel"]},"rule":"NMS-01","need":true},"now_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"wall_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"more":{"shape":{"is":"boolean","only":true},"rule":"NMS-04"},"token":{"shape":{"is":"integer","min":1},"rule":"NMS-02","need":true},"reason":{"shape":{"is":"text","empty":true},"rule":"NMS-04","need":true},"error":{"shape":{"is":"object","fields":{"name":{"shape":{"is":"text","empty":true},"rule":"NMS-04","need":true},"message":{"shape":{"is":"text","empty":true},"rule":"NMS-04","need":true}},"unknown":"CON-03"},"rule":"NMS-04"}},"unknown":"CON-03"},"wake":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":1},"rule":"NMS-02","need":true},"op":{"shape":{"is":"text","of":["wake"]},"rule":"NMS-01","need":true},"now_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"wall_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"more":{"shape":{"is":"boolean","only":true},"rule":"NMS-04"},"timer":{"shape":{"is":"integer","min":0},"rule":"NMS-02","need":true}},"unknown":"CON-03"},"bye":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":1},"rule":"NMS-02","need":true},"op":{"shape":{"is":"text","of":["bye"]},"rule":"NMS-01","need":true},"now_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"wall_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true},"more":{"shape":{"is":"boolean","only":true},"rule":"NMS-04"}},"unknown":"CON-03"}}};
