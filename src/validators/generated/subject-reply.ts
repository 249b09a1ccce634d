// Generated from the contracts by `npm run generate`. Do not edit.
import { isUnique } from "../../contracts/core/condition.ts";
import type { SubjectReply } from "../../contracts/conformance/subject-reply.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { VariantsShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function choice3(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "sync";
    case 5:
      return value === "turns" || value === "plans" || value === "edges" || value === "merge";
    case 6:
      return value === "cancel" || value === "replay";
    case 7:
      return value === "ingress" || value === "budgets";
    case 8:
      return value === "evidence" || value === "playback" || value === "operator";
    case 9:
      return value === "authority" || value === "admission" || value === "providers" || value === "migration" || value === "recording";
    case 10:
      return value === "connection" || value === "validation";
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

function object1(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_capabilities: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
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
      case "protocol":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "name":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "language":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "capabilities":
        if (!list2(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_capabilities = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  if (f_capabilities === undefined) return false;
  if (!(isUnique(f_capabilities))) return false;
  return true;
}

function object4(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "op":
        if (found !== "reset") {
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

function map7(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return true;
}

function list6(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!map7(item, open)) return false;
  }
  return true;
}

function object8(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "accepted":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "reason":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  return true;
}

function object5(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "op":
        if (found !== "apply") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "events":
        if (!list6(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "evidence":
      case "plans":
      case "divergences":
        if (!list6(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "verdict":
        if (!object8(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "report":
        if (!map7(found, open)) {
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

function object9(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
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
      default:
        if (!open) return false;
    }
  }
  if (seen !== 3) return false;
  return true;
}

function choice12(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 8:
      return value === "internal";
    case 11:
      return value === "unsupported" || value === "bad_request";
    default:
      return false;
  }
}

function object11(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "code":
        if (!choice12(found)) {
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

function object10(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "id":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "op":
        if (found !== "error") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "error":
        if (!object11(found, open)) {
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

function variants0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null) return false;
  switch ((value as Fields)["op"]) {
    case "hello":
      return object1(value, open);
    case "reset":
      return object4(value, open);
    case "apply":
      return object5(value, open);
    case "bye":
      return object9(value, open);
    case "error":
      return object10(value, open);
    default:
      return false;
  }
}

/** Fast check: whether the value has the shape of subject_reply, with unknown fields when `open`. */
export const fitsSubjectReply = variants0;

/** Whether the value is a valid subject_reply. Never throws. */
export function isSubjectReply(value: unknown, options?: ValidateOptions): value is SubjectReply {
  return safely(fitsSubjectReply, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid subject_reply. */
export function assertSubjectReply(value: unknown, options?: ValidateOptions): asserts value is SubjectReply {
  assertFits(value, { kind: "subject_reply", fits: fitsSubjectReply, shape: subjectReplyShape, options });
}

/** Shape of subject_reply, for the diagnosing path. */
export const subjectReplyShape: VariantsShape = {"is":"variants","by":"op","head":{"shape":{"is":"text","of":["hello","reset","apply","bye","error"]},"rule":"SUB-01","need":true},"of":{"hello":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":0},"rule":"SUB-02","need":true},"op":{"shape":{"is":"text","of":["hello"]},"rule":"SUB-01","need":true},"protocol":{"shape":{"is":"text"},"rule":"SUB-03","need":true},"name":{"shape":{"is":"text"},"rule":"SUB-03","need":true},"version":{"shape":{"is":"text"},"rule":"SUB-03","need":true},"language":{"shape":{"is":"text"},"rule":"SUB-03"},"capabilities":{"shape":{"is":"list","item":{"is":"text","of":["turns","plans","evidence","cancel","authority","admission","ingress","budgets","providers","playback","edges","merge","sync","connection","migration","recording","validation","replay","operator"]}},"rule":"SUB-06","need":true}},"unknown":"CON-03","checks":[{"rule":"SUB-06","must":{"unique":"capabilities"},"at":"capabilities","expected":"every capability once"}]},"reset":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":0},"rule":"SUB-02","need":true},"op":{"shape":{"is":"text","of":["reset"]},"rule":"SUB-01","need":true}},"unknown":"CON-03"},"apply":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":0},"rule":"SUB-02","need":true},"op":{"shape":{"is":"text","of":["apply"]},"rule":"SUB-01","need":true},"events":{"shape":{"is":"list","item":{"is":"map"}},"rule":"SUB-03","need":true},"evidence":{"shape":{"is":"list","item":{"is":"map"}},"rule":"SUB-03"},"plans":{"shape":{"is":"list","item":{"is":"map"}},"rule":"SUB-03"},"verdict":{"shape":{"is":"object","fields":{"accepted":{"shape":{"is":"boolean"},"rule":"SUB-03","need":true},"reason":{"shape":{"is":"text","empty":true},"rule":"SUB-03"}},"unknown":"CON-03"},"rule":"SUB-03"},"divergences":{"shape":{"is":"list","item":{"is":"map"}},"rule":"SUB-03"},"report":{"shape":{"is":"map"},"rule":"SUB-03"}},"unknown":"CON-03"},"bye":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":0},"rule":"SUB-02","need":true},"op":{"shape":{"is":"text","of":["bye"]},"rule":"SUB-01","need":true}},"unknown":"CON-03"},"error":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":0},"rule":"SUB-02","need":true},"op":{"shape":{"is":"text","of":["error"]},"rule":"SUB-01","need":true},"error":{"shape":{"is":"object","fields":{"code":{"shape":{"is":"text","of":["unsupported","bad_request","internal"]},"rule":"SUB-07","need":true},"message":{"shape":{"is":"text","empty":true},"rule":"SUB-07","need":true}},"unknown":"CON-03"},"rule":"SUB-07","need":true}},"unknown":"CON-03"}}};
