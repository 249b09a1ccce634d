// Generated from the contracts by `npm run generate`. Do not edit.
import type { ReplayFixtureMetadata } from "../../contracts/observability/replay-fixture-metadata.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function choice3(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 4:
      return value === "full" || value === "both";
    case 5:
      return value === "quick";
    default:
      return false;
  }
}

function list4(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (typeof item !== "string" || item.length === 0) return false;
  }
  return true;
}

function choice7(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 15:
      return value === "PLAN_DIVERGENCE";
    case 17:
      return value === "TIMING_DIVERGENCE";
    case 18:
      return value === "OUTCOME_DIVERGENCE";
    case 19:
      return value === "ORDERING_DIVERGENCE";
    case 20:
      return value === "AUTHORITY_DIVERGENCE";
    case 26:
      return value === "PROVIDER_CHOICE_DIVERGENCE";
    default:
      return false;
  }
}

function object6(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "class":
        if (!choice7(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "scope":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "approved":
        if (typeof found !== "boolean") {
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

function list5(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!object6(item, open)) return false;
  }
  return true;
}

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "gate":
        if (!choice3(found)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "timing_tolerance_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "final_attempt_latency_threshold_ms":
      case "total_invocation_latency_threshold_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "invocation_latency_scopes":
        if (!list4(found, open)) {
          if (found === undefined) break;
          return false;
        }
        break;
      case "expected_divergences":
        if (!list5(found, open)) {
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

function map1(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  for (const name in value) {
    const item = (value as Fields)[name];
    if (name === "" || !object2(item, open)) return false;
  }
  return true;
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "fixtures":
        if (!map1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 1) return false;
  return true;
}

/** Fast check: whether the value has the shape of replay_fixture_metadata, with unknown fields when `open`. */
export const fitsReplayFixtureMetadata = object0;

/** Whether the value is a valid replay_fixture_metadata. Never throws. */
export function isReplayFixtureMetadata(value: unknown, options?: ValidateOptions): value is ReplayFixtureMetadata {
  return safely(fitsReplayFixtureMetadata, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid replay_fixture_metadata. */
export function assertReplayFixtureMetadata(value: unknown, options?: ValidateOptions): asserts value is ReplayFixtureMetadata {
  assertFits(value, { kind: "replay_fixture_metadata", fits: fitsReplayFixtureMetadata, shape: replayFixtureMetadataShape, options });
}

/** Shape of replay_fixture_metadata, for the diagnosing path. */
export const replayFixtureMetadataShape: ObjectShape = {"is":"object","fields":{"fixtures":{"shape":{"is":"map","value":{"is":"object","fields":{"gate":{"shape":{"is":"text","of":["quick","full","both"]},"rule":"CON-02"},"timing_tolerance_ms":{"shape":{"is":"integer","min":0},"rule":"CON-02"},"final_attempt_latency_threshold_ms":{"shape":{"is":"integer","min":1},"rule":"CON-02"},"total_invocation_latency_threshold_ms":{"shape":{"is":"integer","min":1},"rule":"CON-02"},"invocation_latency_scopes":{"shape":{"is":"list","item":{"is":"text"}},"rule":"CON-02"},"expected_divergences":{"shape":{"is":"list","item":{"is":"object","fields":{"class":{"shape":{"is":"text","of":["PLAN_DIVERGENCE","OUTCOME_DIVERGENCE","ORDERING_DIVERGENCE","TIMING_DIVERGENCE","AUTHORITY_DIVERGENCE","PROVIDER_CHOICE_DIVERGENCE"]},"rule":"CON-02","need":true},"scope":{"shape":{"is":"text"},"rule":"CON-02","need":true},"approved":{"shape":{"is":"boolean"},"rule":"CON-02"}},"unknown":"CON-03"}},"rule":"CON-02"}},"unknown":"CON-03"}},"rule":"CON-02","need":true}},"unknown":"CON-03"};
