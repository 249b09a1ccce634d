// Generated from the contracts by `npm run generate`. Do not edit.
import { isUnique } from "../../contracts/core/condition.ts";
import type { GatePluginManifest } from "../../contracts/deploy/gate-plugin-manifest.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^[a-z0-9]+(?:[._-][a-z0-9]+)*$");
const PATTERN_1 = /* @__PURE__ */ new RegExp("^(?:gate|evidence):[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$");

type Fields = Record<string, unknown>;

function list1(value: unknown, _open: boolean): boolean {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (item !== "gate:latency" && (typeof item !== "string" || !PATTERN_1.test(item))) return false;
  }
  return true;
}

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "max_duration_ms":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "max_evidence_bytes":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "max_violations":
        if (!Number.isSafeInteger(found) || (found as number) < 1) {
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

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  let f_capabilities: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "plugin_id":
        if (found !== "acme.latency" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "api_version":
        if (found !== "rspp.gate-plugin.v1") {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "capabilities":
        if (!list1(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_capabilities = found;
        break;
      case "resource_limits":
        if (!object2(found, open)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "signature_ref":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 7) return false;
  if (f_capabilities === undefined) return false;
  if (!(isUnique(f_capabilities))) return false;
  return true;
}

/** Fast check: whether the value has the shape of gate_plugin_manifest, with unknown fields when `open`. */
export const fitsGatePluginManifest = object0;

/** Whether the value is a valid gate_plugin_manifest. Never throws. */
export function isGatePluginManifest(value: unknown, options?: ValidateOptions): value is GatePluginManifest {
  return safely(fitsGatePluginManifest, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid gate_plugin_manifest. */
export function assertGatePluginManifest(value: unknown, options?: ValidateOptions): asserts value is GatePluginManifest {
  assertFits(value, { kind: "gate_plugin_manifest", fits: fitsGatePluginManifest, shape: gatePluginManifestShape, options });
}

/** Shape of gate_plugin_manifest, for the diagnosing path. */
export const gatePluginManifestShape: ObjectShape = {"is":"object","fields":{"plugin_id":{"shape":{"is":"text","like":"^[a-z0-9]+(?:[._-][a-z0-9]+)*$","usual":"acme.latency"},"rule":"CON-02","need":true},"api_version":{"shape":{"is":"text","of":["rspp.gate-plugin.v1"]},"rule":"GPM-01","need":true},"capabilities":{"shape":{"is":"list","item":{"is":"text","like":"^(?:gate|evidence):[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$","usual":"gate:latency"}},"rule":"GPM-02","need":true},"resource_limits":{"shape":{"is":"object","fields":{"max_duration_ms":{"shape":{"is":"integer","min":1},"rule":"GPM-03","need":true},"max_evidence_bytes":{"shape":{"is":"integer","min":1},"rule":"GPM-03","need":true},"max_violations":{"shape":{"is":"integer","min":1},"rule":"GPM-03","need":true}},"unknown":"CON-03"},"rule":"GPM-03","need":true},"signature_ref":{"shape":{"is":"text"},"rule":"CON-02"}},"unknown":"CON-03","checks":[{"rule":"GPM-02","must":{"unique":"capabilities"},"at":"capabilities","expected":"each capability once"}]};
