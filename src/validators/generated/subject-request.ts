// Generated from the contracts by `npm run generate`. Do not edit.
import type { SubjectRequest } from "../../contracts/conformance/subject-request.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { VariantsShape } from "../shape.ts";
import { stimulusShape, fitsStimulus } from "./stimulus.ts";


type Fields = Record<string, unknown>;

function object1(value: unknown, open: boolean): boolean {
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
      case "kit_version":
        if (typeof found !== "string" || found.length === 0) {
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

function object2(value: unknown, open: boolean): boolean {
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
      case "seed":
        if (!Number.isSafeInteger(found) || (found as number) < 0 || (found as number) > 4294967295) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "runtime_timestamp_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "wall_clock_timestamp_ms":
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

function list4(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value) || value.length < 1) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!fitsStimulus(item, open)) return false;
  }
  return true;
}

function object3(value: unknown, open: boolean): boolean {
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
      case "stimuli":
        if (!list4(found, open)) {
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

function variants0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null) return false;
  switch ((value as Fields)["op"]) {
    case "hello":
      return object1(value, open);
    case "reset":
      return object2(value, open);
    case "apply":
      return object3(value, open);
    case "bye":
      return object5(value, open);
    default:
      return false;
  }
}

/** Fast check: whether the value has the shape of subject_request, with unknown fields when `open`. */
export const fitsSubjectRequest = variants0;

/** Whether the value is a valid subject_request. Never throws. */
export function isSubjectRequest(value: unknown, options?: ValidateOptions): value is SubjectRequest {
  return safely(fitsSubjectRequest, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid subject_request. */
export function assertSubjectRequest(value: unknown, options?: ValidateOptions): asserts value is SubjectRequest {
  assertFits(value, { kind: "subject_request", fits: fitsSubjectRequest, shape: subjectRequestShape, options });
}

/** Shape of subject_request, for the diagnosing path. */
export const subjectRequestShape: VariantsShape = {"is":"variants","by":"op","head":{"shape":{"is":"text","of":["hello","reset","apply","bye"]},"rule":"SUB-01","need":true},"of":{"hello":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":0},"rule":"SUB-02","need":true},"op":{"shape":{"is":"text","of":["hello"]},"rule":"SUB-01","need":true},"protocol":{"shape":{"is":"text"},"rule":"SUB-03","need":true},"kit_version":{"shape":{"is":"text"},"rule":"SUB-03","need":true}},"unknown":"CON-03"},"reset":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":0},"rule":"SUB-02","need":true},"op":{"shape":{"is":"text","of":["reset"]},"rule":"SUB-01","need":true},"seed":{"shape":{"is":"integer","min":0,"max":4294967295},"rule":"SUB-04","need":true},"runtime_timestamp_ms":{"shape":{"is":"integer","min":0},"rule":"SUB-04","need":true},"wall_clock_timestamp_ms":{"shape":{"is":"integer","min":0},"rule":"SUB-04","need":true}},"unknown":"CON-03"},"apply":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":0},"rule":"SUB-02","need":true},"op":{"shape":{"is":"text","of":["apply"]},"rule":"SUB-01","need":true},"stimuli":{"shape":{"is":"list","item":stimulusShape,"min":1},"rule":"SUB-05","need":true}},"unknown":"CON-03"},"bye":{"is":"object","fields":{"id":{"shape":{"is":"integer","min":0},"rule":"SUB-02","need":true},"op":{"shape":{"is":"text","of":["bye"]},"rule":"SUB-01","need":true}},"unknown":"CON-03"}}};
