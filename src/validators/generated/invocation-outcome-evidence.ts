// Generated from the contracts by `npm run generate`. Do not edit.
import type { InvocationOutcomeEvidence } from "../../contracts/provider/invocation-outcome-evidence.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function choice1(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 3:
      return value === "stt" || value === "llm" || value === "tts";
    case 8:
      return value === "external";
    default:
      return false;
  }
}

function choice2(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 7:
      return value === "success" || value === "timeout" || value === "blocked";
    case 8:
      return value === "overload";
    case 9:
      return value === "cancelled";
    case 22:
      return value === "infrastructure_failure";
    default:
      return false;
  }
}

function choice3(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "none";
    case 5:
      return value === "retry";
    case 8:
      return value === "fallback";
    case 15:
      return value === "provider_switch";
    default:
      return false;
  }
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_final_attempt_latency_ms: unknown;
  let f_total_invocation_latency_ms: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "provider_invocation_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "modality":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "provider_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "outcome_class":
        if (!choice2(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "retryable":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "retry_decision":
        if (!choice3(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "attempt_count":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "final_attempt_latency_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        f_final_attempt_latency_ms = found;
        break;
      case "total_invocation_latency_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        f_total_invocation_latency_ms = found;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 127) return false;
  if (f_final_attempt_latency_ms === undefined || f_total_invocation_latency_ms === undefined) return false;
  if (!((f_final_attempt_latency_ms as number) <= (f_total_invocation_latency_ms as number))) return false;
  return true;
}

/** Fast check: whether the value has the shape of invocation_outcome_evidence, with unknown fields when `open`. */
export const fitsInvocationOutcomeEvidence = object0;

/** Whether the value is a valid invocation_outcome_evidence. Never throws. */
export function isInvocationOutcomeEvidence(value: unknown, options?: ValidateOptions): value is InvocationOutcomeEvidence {
  return safely(fitsInvocationOutcomeEvidence, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid invocation_outcome_evidence. */
export function assertInvocationOutcomeEvidence(value: unknown, options?: ValidateOptions): asserts value is InvocationOutcomeEvidence {
  assertFits(value, { kind: "invocation_outcome_evidence", fits: fitsInvocationOutcomeEvidence, shape: invocationOutcomeEvidenceShape, options });
}

/** Shape of invocation_outcome_evidence, for the diagnosing path. */
export const invocationOutcomeEvidenceShape: ObjectShape = {"is":"object","fields":{"provider_invocation_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"modality":{"shape":{"is":"text","of":["stt","llm","tts","external"]},"rule":"CON-02","need":true},"provider_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"outcome_class":{"shape":{"is":"text","of":["success","timeout","overload","blocked","infrastructure_failure","cancelled"]},"rule":"CON-02","need":true},"retryable":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"retry_decision":{"shape":{"is":"text","of":["none","retry","provider_switch","fallback"]},"rule":"CON-02","need":true},"attempt_count":{"shape":{"is":"integer","min":1},"rule":"CON-02","need":true},"final_attempt_latency_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"total_invocation_latency_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03","checks":[{"rule":"PRV-01","must":{"ordered":["final_attempt_latency_ms","total_invocation_latency_ms"]},"at":"total_invocation_latency_ms","expected":"a total latency at or above final_attempt_latency_ms"}]};
