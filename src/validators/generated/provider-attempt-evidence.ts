// Generated from the contracts by `npm run generate`. Do not edit.
import type { ProviderAttemptEvidence } from "../../contracts/provider/provider-attempt-evidence.ts";
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
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
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
        break;
      case "pipeline_version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "event_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "provider_invocation_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "modality":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "provider_id":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "outcome_class":
        if (!choice2(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "retryable":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 128;
        break;
      case "retry_decision":
        if (!choice3(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 256;
        break;
      case "attempt":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 512;
        break;
      case "attempt_latency_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1024;
        break;
      case "transport_sequence":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2048;
        break;
      case "runtime_sequence":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4096;
        break;
      case "authority_epoch":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8192;
        break;
      case "runtime_timestamp_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16384;
        break;
      case "wall_clock_timestamp_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32768;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 65535) return false;
  return true;
}

/** Fast check: whether the value has the shape of provider_attempt_evidence, with unknown fields when `open`. */
export const fitsProviderAttemptEvidence = object0;

/** Whether the value is a valid provider_attempt_evidence. Never throws. */
export function isProviderAttemptEvidence(value: unknown, options?: ValidateOptions): value is ProviderAttemptEvidence {
  return safely(fitsProviderAttemptEvidence, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid provider_attempt_evidence. */
export function assertProviderAttemptEvidence(value: unknown, options?: ValidateOptions): asserts value is ProviderAttemptEvidence {
  assertFits(value, { kind: "provider_attempt_evidence", fits: fitsProviderAttemptEvidence, shape: providerAttemptEvidenceShape, options });
}

/** Shape of provider_attempt_evidence, for the diagnosing path. */
export const providerAttemptEvidenceShape: ObjectShape = {"is":"object","fields":{"session_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"turn_id":{"shape":{"is":"text"},"rule":"CON-02"},"pipeline_version":{"shape":{"is":"text"},"rule":"CON-02","need":true},"event_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"provider_invocation_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"modality":{"shape":{"is":"text","of":["stt","llm","tts","external"]},"rule":"CON-02","need":true},"provider_id":{"shape":{"is":"text"},"rule":"CON-02","need":true},"outcome_class":{"shape":{"is":"text","of":["success","timeout","overload","blocked","infrastructure_failure","cancelled"]},"rule":"CON-02","need":true},"retryable":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"retry_decision":{"shape":{"is":"text","of":["none","retry","provider_switch","fallback"]},"rule":"CON-02","need":true},"attempt":{"shape":{"is":"integer","min":1},"rule":"CON-02","need":true},"attempt_latency_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"transport_sequence":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"runtime_sequence":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"authority_epoch":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"runtime_timestamp_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true},"wall_clock_timestamp_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02","need":true}},"unknown":"CON-03"};
