// Generated from the contracts by `npm run generate`. Do not edit.
import { isUnique } from "../../contracts/core/condition.ts";
import type { DeploymentHealth } from "../../contracts/deploy/deployment-health.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function choice1(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 7:
      return value === "healthy" || value === "failing";
    case 8:
      return value === "degraded";
    default:
      return false;
  }
}

function choice3(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 13:
      return value === "healthy_cycle";
    case 15:
      return value === "retry_attempted";
    case 20:
      return value === "wasm_rollout_applied";
    case 21:
      return value === "cloud_rollout_applied";
    case 22:
      return value === "case_processing_failed";
    case 23:
      return value === "duplicate_cases_skipped";
    case 25:
      return value === "malformed_inputs_observed";
    case 26:
      return value === "queue_backpressure_applied";
    case 27:
      return value === "retryable_failures_observed";
    default:
      return false;
  }
}

function list2(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value) || value.length < 1) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!choice3(item)) return false;
  }
  return true;
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_status: unknown;
  let f_rollout_gate: unknown;
  let f_reason_codes: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "status":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        f_status = found;
        break;
      case "failure_streak":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "rollout_gate":
        if (found !== "pass" && found !== "hold") {
          if (found === undefined) break;
          return false;
        }
        f_rollout_gate = found;
        break;
      case "reason_codes":
        if (!list2(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_reason_codes = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  if (f_status === undefined || f_rollout_gate === undefined || f_reason_codes === undefined) return false;
  if (f_status === "healthy" && !(f_rollout_gate === "pass")) return false;
  if ((f_status === "degraded" || f_status === "failing") && !(f_rollout_gate === "hold")) return false;
  if (!(isUnique(f_reason_codes))) return false;
  return true;
}

/** Fast check: whether the value has the shape of deployment_health, with unknown fields when `open`. */
export const fitsDeploymentHealth = object0;

/** Whether the value is a valid deployment_health. Never throws. */
export function isDeploymentHealth(value: unknown, options?: ValidateOptions): value is DeploymentHealth {
  return safely(fitsDeploymentHealth, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid deployment_health. */
export function assertDeploymentHealth(value: unknown, options?: ValidateOptions): asserts value is DeploymentHealth {
  assertFits(value, { kind: "deployment_health", fits: fitsDeploymentHealth, shape: deploymentHealthShape, options });
}

/** Shape of deployment_health, for the diagnosing path. */
export const deploymentHealthShape: ObjectShape = {"is":"object","fields":{"status":{"shape":{"is":"text","of":["healthy","degraded","failing"]},"rule":"DHL-01","need":true},"failure_streak":{"shape":{"is":"integer","min":0},"rule":"DHL-02","need":true},"rollout_gate":{"shape":{"is":"text","of":["pass","hold"]},"rule":"DHL-03","need":true},"reason_codes":{"shape":{"is":"list","item":{"is":"text","of":["healthy_cycle","queue_backpressure_applied","duplicate_cases_skipped","malformed_inputs_observed","retry_attempted","retryable_failures_observed","case_processing_failed","cloud_rollout_applied","wasm_rollout_applied"]},"min":1},"rule":"DHL-04","need":true}},"unknown":"CON-03","checks":[{"rule":"DHL-03","when":{"at":"status","in":["healthy"]},"must":{"at":"rollout_gate","in":["pass"]},"at":"rollout_gate","expected":"pass while healthy"},{"rule":"DHL-03","when":{"at":"status","in":["degraded","failing"]},"must":{"at":"rollout_gate","in":["hold"]},"at":"rollout_gate","expected":"hold unless healthy"},{"rule":"DHL-04","must":{"unique":"reason_codes"},"at":"reason_codes","expected":"each reason once"}]};
