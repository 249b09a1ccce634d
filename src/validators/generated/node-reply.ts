// Generated from the contracts by `npm run generate`. Do not edit.
import type { NodeReply } from "../../contracts/extension/node-reply.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { VariantsShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "node_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "execution_scope":
      case "execution_mode":
      case "inputs":
      case "outputs":
      case "streaming":
      case "cancel":
      case "state":
      case "resources":
      case "max_buffered":
      case "merge":
        if (found === undefined) {
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

function object1(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "op":
        if (found !== "hello") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "protocol":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "node":
        if (!object2(found, open)) {
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

function map4(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return true;
}

function object5(value: unknown, open: boolean): boolean {
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
        if (!map4(found, open)) {
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
  let f_call: unknown;
  let f_output: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "op":
        if (found !== "output") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "call":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        f_call = found;
        break;
      case "output":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        f_output = found;
        break;
      case "token":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "type":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "payload":
        if (found === undefined) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "envelope":
        if (!map4(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "cause":
        if (((!Number.isSafeInteger(found) || (found as number) < 0) && (!object5(found, open)))) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 3) return false;
  if (!(((f_call !== undefined && !(f_output !== undefined)) || (f_output !== undefined && !(f_call !== undefined))))) return false;
  return true;
}

function map7(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const item = (value as Fields)[name];
    if (name === "" || (((typeof item !== "string") && (!Number.isFinite(item)) && (typeof item !== "boolean")))) return false;
  }
  return true;
}

function object6(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "op":
        if (found !== "telemetry") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "name":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "fields":
        if (!map7(found, open)) {
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

function object8(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "op":
        if (found !== "wake_me") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "timer":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "delay_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
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

function object9(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "op":
        if (found !== "forget") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "timer":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
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

function choice11(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "turn";
    case 11:
      return value === "session_hot";
    case 15:
      return value === "session_durable";
    default:
      return false;
  }
}

function object10(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "op":
        if (found !== "state") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "store":
        if (!choice11(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "name":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "value":
        if (found === undefined) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  return true;
}

function choice13(value: unknown): boolean {
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

function object12(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "op":
        if (found !== "done") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "call":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "outcome":
        if (!choice13(found)) {
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

function object14(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "op":
        if (found !== "refused") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "call":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "message":
        if (typeof found !== "string") {
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

function object15(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "op":
        if (found !== "error") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "call":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "name":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
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

function object16(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "op":
        if (found !== "settled") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "memory_mb":
        if (!Number.isFinite(found) || (found as number) < 0) {
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

function variants0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null) return false;
  switch ((value as Fields)["op"]) {
    case "hello":
      return object1(value, open);
    case "output":
      return object3(value, open);
    case "telemetry":
      return object6(value, open);
    case "wake_me":
      return object8(value, open);
    case "forget":
      return object9(value, open);
    case "state":
      return object10(value, open);
    case "done":
      return object12(value, open);
    case "refused":
      return object14(value, open);
    case "error":
      return object15(value, open);
    case "settled":
      return object16(value, open);
    default:
      return false;
  }
}

/** Fast check: whether the value has the shape of node_reply, with unknown fields when `open`. */
export const fitsNodeReply = variants0;

/** Whether the value is a valid node_reply. Never throws. */
export function isNodeReply(value: unknown, options?: ValidateOptions): value is NodeReply {
  return safely(fitsNodeReply, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid node_reply. */
export function assertNodeReply(value: unknown, options?: ValidateOptions): asserts value is NodeReply {
  assertFits(value, { kind: "node_reply", fits: fitsNodeReply, shape: nodeReplyShape, options });
}

/** Shape of node_reply, for the diagnosing path. */
export const nodeReplyShape: VariantsShape = {"is":"variants","by":"op","head":{"shape":{"is":"text","of":["hello","output","telemetry","wake_me","forget","state","done","refused","error","settled"]},"rule":"NMS-01","need":true},"of":{"hello":{"is":"object","fields":{"op":{"shape":{"is":"text","of":["hello"]},"rule":"NMS-01","need":true},"protocol":{"shape":{"is":"text"},"rule":"NMS-04","need":true},"node":{"shape":{"is":"object","fields":{"node_id":{"shape":{"is":"text"},"rule":"NMS-07","need":true},"version":{"shape":{"is":"text"},"rule":"NMS-07","need":true},"execution_scope":{"shape":{"is":"any"},"rule":"NMS-04"},"execution_mode":{"shape":{"is":"any"},"rule":"NMS-04"},"inputs":{"shape":{"is":"any"},"rule":"NMS-04"},"outputs":{"shape":{"is":"any"},"rule":"NMS-04"},"streaming":{"shape":{"is":"any"},"rule":"NMS-04"},"cancel":{"shape":{"is":"any"},"rule":"NMS-04"},"state":{"shape":{"is":"any"},"rule":"NMS-04"},"resources":{"shape":{"is":"any"},"rule":"NMS-04"},"max_buffered":{"shape":{"is":"any"},"rule":"NMS-04"},"merge":{"shape":{"is":"any"},"rule":"NMS-04"}},"unknown":"NMS-07"},"rule":"NMS-07","need":true}},"unknown":"CON-03"},"output":{"is":"object","fields":{"op":{"shape":{"is":"text","of":["output"]},"rule":"NMS-01","need":true},"call":{"shape":{"is":"integer","min":0},"rule":"NMS-02"},"output":{"shape":{"is":"integer","min":0},"rule":"NMS-02"},"token":{"shape":{"is":"integer","min":0},"rule":"NMS-02"},"type":{"shape":{"is":"text","empty":true},"rule":"NMS-04","need":true},"payload":{"shape":{"is":"any"},"rule":"NMS-04"},"envelope":{"shape":{"is":"map"},"rule":"NMS-04"},"cause":{"shape":{"is":"either","of":[{"is":"integer","min":0},{"is":"object","fields":{"type":{"shape":{"is":"text"},"rule":"NMS-04","need":true},"payload":{"shape":{"is":"any"},"rule":"NMS-04"},"envelope":{"shape":{"is":"map"},"rule":"NMS-04","need":true}},"unknown":"CON-03"}]},"rule":"NMS-04"}},"unknown":"CON-03","checks":[{"rule":"NMS-08","must":{"any":[{"all":[{"has":"call"},{"not":{"has":"output"}}]},{"all":[{"has":"output"},{"not":{"has":"call"}}]}]},"at":"","expected":"either call or output"}]},"telemetry":{"is":"object","fields":{"op":{"shape":{"is":"text","of":["telemetry"]},"rule":"NMS-01","need":true},"name":{"shape":{"is":"text","empty":true},"rule":"NMS-04","need":true},"fields":{"shape":{"is":"map","value":{"is":"either","of":[{"is":"text","empty":true},{"is":"number"},{"is":"boolean"}]}},"rule":"NMS-04"}},"unknown":"CON-03"},"wake_me":{"is":"object","fields":{"op":{"shape":{"is":"text","of":["wake_me"]},"rule":"NMS-01","need":true},"timer":{"shape":{"is":"integer","min":0},"rule":"NMS-02","need":true},"delay_ms":{"shape":{"is":"integer","min":0},"rule":"NMS-03","need":true}},"unknown":"CON-03"},"forget":{"is":"object","fields":{"op":{"shape":{"is":"text","of":["forget"]},"rule":"NMS-01","need":true},"timer":{"shape":{"is":"integer","min":0},"rule":"NMS-02","need":true}},"unknown":"CON-03"},"state":{"is":"object","fields":{"op":{"shape":{"is":"text","of":["state"]},"rule":"NMS-01","need":true},"store":{"shape":{"is":"text","of":["turn","session_hot","session_durable"]},"rule":"NMS-04","need":true},"name":{"shape":{"is":"text","empty":true},"rule":"NMS-04","need":true},"value":{"shape":{"is":"any"},"rule":"NMS-04"}},"unknown":"CON-03"},"done":{"is":"object","fields":{"op":{"shape":{"is":"text","of":["done"]},"rule":"NMS-01","need":true},"call":{"shape":{"is":"integer","min":0},"rule":"NMS-02","need":true},"outcome":{"shape":{"is":"text","of":["continue","degrade","fallback","terminate"]},"rule":"NMS-04"}},"unknown":"CON-03"},"refused":{"is":"object","fields":{"op":{"shape":{"is":"text","of":["refused"]},"rule":"NMS-01","need":true},"call":{"shape":{"is":"integer","min":0},"rule":"NMS-02","need":true},"message":{"shape":{"is":"text","empty":true},"rule":"NMS-04","need":true}},"unknown":"CON-03"},"error":{"is":"object","fields":{"op":{"shape":{"is":"text","of":["error"]},"rule":"NMS-01","need":true},"call":{"shape":{"is":"integer","min":0},"rule":"NMS-02"},"name":{"shape":{"is":"text"},"rule":"NMS-04"},"message":{"shape":{"is":"text","empty":true},"rule":"NMS-04","need":true}},"unknown":"CON-03"},"settled":{"is":"object","fields":{"op":{"shape":{"is":"text","of":["settled"]},"rule":"NMS-01","need":true},"id":{"shape":{"is":"integer","min":0},"rule":"NMS-02","need":true},"memory_mb":{"shape":{"is":"number","min":0},"rule":"NMS-04"}},"unknown":"CON-03"}}};
