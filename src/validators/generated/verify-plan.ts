// Generated from the contracts by `npm run generate`. Do not edit.
import type { VerifyPlan } from "../../contracts/deploy/verify-plan.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function list1(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value) || value.length < 1) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "baseline":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "candidate":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "metadata":
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

function object3(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "run":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "baseline":
        if (!list1(found, open)) {
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

function object4(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "version_skew":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "deprecation":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "conformance_profile":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "conformance_results":
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

function list7(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function object6(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "max_attempts":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "attempts":
        if (!list7(found, open)) {
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

function object5(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "streaming":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "non_streaming":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "smoke":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "waiver":
        if (!object6(found, open)) {
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

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "rspp.verify-plan.v1") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "spec_ref":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "execution_profile":
      case "gate_profile":
      case "security_baseline":
      case "readiness_policy":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "rollout":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "contracts":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "replay":
        if (!object2(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "evidence":
        if (!object3(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "governance":
        if (!object4(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "live":
        if (!object5(found, open)) {
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

/** Fast check: whether the value has the shape of verify_plan, with unknown fields when `open`. */
export const fitsVerifyPlan = object0;

/** Whether the value is a valid verify_plan. Never throws. */
export function isVerifyPlan(value: unknown, options?: ValidateOptions): value is VerifyPlan {
  return safely(fitsVerifyPlan, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid verify_plan. */
export function assertVerifyPlan(value: unknown, options?: ValidateOptions): asserts value is VerifyPlan {
  assertFits(value, { kind: "verify_plan", fits: fitsVerifyPlan, shape: verifyPlanShape, options });
}

/** Shape of verify_plan, for the diagnosing path. */
export const verifyPlanShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["rspp.verify-plan.v1"]},"rule":"VPL-01","need":true},"spec_ref":{"shape":{"is":"text"},"rule":"CON-02","need":true},"execution_profile":{"shape":{"is":"text"},"rule":"VPL-02"},"rollout":{"shape":{"is":"text"},"rule":"VPL-02","need":true},"contracts":{"shape":{"is":"list","item":{"is":"text"},"min":1},"rule":"VPL-02"},"replay":{"shape":{"is":"object","fields":{"baseline":{"shape":{"is":"text"},"rule":"VPL-02","need":true},"candidate":{"shape":{"is":"text"},"rule":"VPL-02","need":true},"metadata":{"shape":{"is":"text"},"rule":"VPL-02"}},"unknown":"CON-03"},"rule":"VPL-02"},"evidence":{"shape":{"is":"object","fields":{"run":{"shape":{"is":"list","item":{"is":"text"},"min":1},"rule":"VPL-02","need":true},"baseline":{"shape":{"is":"list","item":{"is":"text"},"min":1},"rule":"VPL-02"}},"unknown":"CON-03"},"rule":"VPL-02"},"gate_profile":{"shape":{"is":"text"},"rule":"VPL-02"},"governance":{"shape":{"is":"object","fields":{"version_skew":{"shape":{"is":"text"},"rule":"VPL-02","need":true},"deprecation":{"shape":{"is":"text"},"rule":"VPL-02","need":true},"conformance_profile":{"shape":{"is":"text"},"rule":"VPL-02","need":true},"conformance_results":{"shape":{"is":"text"},"rule":"VPL-02","need":true}},"unknown":"CON-03"},"rule":"VPL-02"},"live":{"shape":{"is":"object","fields":{"streaming":{"shape":{"is":"text"},"rule":"VPL-02","need":true},"non_streaming":{"shape":{"is":"text"},"rule":"VPL-02","need":true},"smoke":{"shape":{"is":"text"},"rule":"VPL-02","need":true},"waiver":{"shape":{"is":"object","fields":{"max_attempts":{"shape":{"is":"integer","min":1},"rule":"VPL-03","need":true},"attempts":{"shape":{"is":"list","item":{"is":"text"}},"rule":"VPL-03","need":true},"reason":{"shape":{"is":"text"},"rule":"VPL-03","need":true}},"unknown":"CON-03"},"rule":"VPL-03"}},"unknown":"CON-03"},"rule":"VPL-02"},"security_baseline":{"shape":{"is":"text"},"rule":"VPL-02"},"readiness_policy":{"shape":{"is":"text"},"rule":"VPL-02"}},"unknown":"CON-03"};
