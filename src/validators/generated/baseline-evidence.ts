// Generated from the contracts by `npm run generate`. Do not edit.
import type { BaselineEvidence } from "../../contracts/observability/baseline-evidence.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function list1(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string") return false;
  }
  return true;
}

function object3(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "payload_class":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "action":
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

function list2(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object3(item, open)) return false;
  }
  return true;
}

function object4(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "routing_view_snapshot":
      case "admission_policy_snapshot":
      case "abi_compatibility_snapshot":
      case "version_resolution_snapshot":
      case "policy_resolution_snapshot":
      case "provider_health_snapshot":
        if (typeof found !== "string") {
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

function map6(value: unknown, _open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return true;
}

function list5(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!map6(item, open)) return false;
  }
  return true;
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "session_id":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "turn_id":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "pipeline_version":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "event_id":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "envelope_snapshot":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "payload_tags":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      case "redaction_decisions":
        if (!list2(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 64;
        break;
      case "plan_hash":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 128;
        break;
      case "snapshot_provenance":
        if (!object4(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 256;
        break;
      case "decision_outcomes":
        if (!list5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 512;
        break;
      case "invocation_outcomes":
        if (!list5(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1024;
        break;
      case "determinism_seed":
        if (!Number.isSafeInteger(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2048;
        break;
      case "ordering_markers":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4096;
        break;
      case "merge_rule_id":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 8192;
        break;
      case "merge_rule_version":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 16384;
        break;
      case "authority_epoch":
        if (!Number.isSafeInteger(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32768;
        break;
      case "migration_markers":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 65536;
        break;
      case "terminal_outcome":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 131072;
        break;
      case "terminal_reason":
        if (typeof found !== "string") {
          if (found === undefined) break;
          return false;
        }
        seen |= 262144;
        break;
      case "close_emitted":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 524288;
        break;
      case "turn_open_proposed_at_ms":
      case "turn_open_at_ms":
      case "turn_terminal_at_ms":
      case "first_output_at_ms":
      case "cancel_accepted_at_ms":
      case "cancel_fence_applied_at_ms":
      case "cancel_sent_at_ms":
      case "cancel_ack_at_ms":
      case "audio_ingress_at_ms":
      case "playback_started_at_ms":
        if (!Number.isSafeInteger(found)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "accepted_stale_epoch_output":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1048576;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 2097151) return false;
  return true;
}

/** Fast check: whether the value has the shape of baseline_evidence, with unknown fields when `open`. */
export const fitsBaselineEvidence = object0;

/** Whether the value is a valid baseline_evidence. Never throws. */
export function isBaselineEvidence(value: unknown, options?: ValidateOptions): value is BaselineEvidence {
  return safely(fitsBaselineEvidence, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid baseline_evidence. */
export function assertBaselineEvidence(value: unknown, options?: ValidateOptions): asserts value is BaselineEvidence {
  assertFits(value, { kind: "baseline_evidence", fits: fitsBaselineEvidence, shape: baselineEvidenceShape, options });
}

/** Shape of baseline_evidence, for the diagnosing path. */
export const baselineEvidenceShape: ObjectShape = {"is":"object","fields":{"session_id":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true},"turn_id":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true},"pipeline_version":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true},"event_id":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true},"envelope_snapshot":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true},"payload_tags":{"shape":{"is":"list","item":{"is":"text","empty":true}},"rule":"CON-02","need":true},"redaction_decisions":{"shape":{"is":"list","item":{"is":"object","fields":{"payload_class":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true},"action":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true}},"unknown":"CON-03"}},"rule":"CON-02","need":true},"plan_hash":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true},"snapshot_provenance":{"shape":{"is":"object","fields":{"routing_view_snapshot":{"shape":{"is":"text","empty":true},"rule":"CON-02"},"admission_policy_snapshot":{"shape":{"is":"text","empty":true},"rule":"CON-02"},"abi_compatibility_snapshot":{"shape":{"is":"text","empty":true},"rule":"CON-02"},"version_resolution_snapshot":{"shape":{"is":"text","empty":true},"rule":"CON-02"},"policy_resolution_snapshot":{"shape":{"is":"text","empty":true},"rule":"CON-02"},"provider_health_snapshot":{"shape":{"is":"text","empty":true},"rule":"CON-02"}},"unknown":"CON-03"},"rule":"CON-02","need":true},"decision_outcomes":{"shape":{"is":"list","item":{"is":"map"}},"rule":"CON-02","need":true},"invocation_outcomes":{"shape":{"is":"list","item":{"is":"map"}},"rule":"CON-02","need":true},"determinism_seed":{"shape":{"is":"integer"},"rule":"CON-02","need":true},"ordering_markers":{"shape":{"is":"list","item":{"is":"text","empty":true}},"rule":"CON-02","need":true},"merge_rule_id":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true},"merge_rule_version":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true},"authority_epoch":{"shape":{"is":"integer"},"rule":"CON-02","need":true},"migration_markers":{"shape":{"is":"list","item":{"is":"text","empty":true}},"rule":"CON-02","need":true},"terminal_outcome":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true},"terminal_reason":{"shape":{"is":"text","empty":true},"rule":"CON-02","need":true},"close_emitted":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"turn_open_proposed_at_ms":{"shape":{"is":"integer"},"rule":"CON-02"},"turn_open_at_ms":{"shape":{"is":"integer"},"rule":"CON-02"},"turn_terminal_at_ms":{"shape":{"is":"integer"},"rule":"CON-02"},"first_output_at_ms":{"shape":{"is":"integer"},"rule":"CON-02"},"cancel_accepted_at_ms":{"shape":{"is":"integer"},"rule":"CON-02"},"cancel_fence_applied_at_ms":{"shape":{"is":"integer"},"rule":"CON-02"},"cancel_sent_at_ms":{"shape":{"is":"integer"},"rule":"CON-02"},"cancel_ack_at_ms":{"shape":{"is":"integer"},"rule":"CON-02"},"accepted_stale_epoch_output":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"audio_ingress_at_ms":{"shape":{"is":"integer"},"rule":"CON-02"},"playback_started_at_ms":{"shape":{"is":"integer"},"rule":"CON-02"}},"unknown":"CON-03"};
