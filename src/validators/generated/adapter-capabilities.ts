// Generated from the contracts by `npm run generate`. Do not edit.
import { isUnique } from "../../contracts/core/condition.ts";
import type { AdapterCapabilities } from "../../contracts/transport/adapter-capabilities.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";


type Fields = Record<string, unknown>;

function choice1(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 7:
      return value === "livekit";
    case 9:
      return value === "websocket" || value === "telephony";
    default:
      return false;
  }
}

function choice3(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 5:
      return value === "ended" || value === "stall";
    case 7:
      return value === "silence";
    case 9:
      return value === "connected";
    case 12:
      return value === "reconnecting" || value === "disconnected";
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
  let f_supported_connection_signals: unknown;
  let f_supports_ingress_audio: unknown;
  let f_supports_ingress_control: unknown;
  let f_supports_egress_audio: unknown;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "transport_kind":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "supported_connection_signals":
        if (!list2(found, open)) {
          if (found === undefined) break;
          return false;
        }
        f_supported_connection_signals = found;
        break;
      case "supports_ingress_audio":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        f_supports_ingress_audio = found;
        break;
      case "supports_ingress_control":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        f_supports_ingress_control = found;
        break;
      case "supports_egress_audio":
        if (typeof found !== "boolean") {
          if (found === undefined) break;
          return false;
        }
        f_supports_egress_audio = found;
        break;
      case "supports_reconnect_semantics":
        if (typeof found !== "boolean") {
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
  if (f_supported_connection_signals === undefined || f_supports_ingress_audio === undefined || f_supports_ingress_control === undefined || f_supports_egress_audio === undefined) return false;
  if (!(isUnique(f_supported_connection_signals))) return false;
  if (!((f_supports_ingress_audio === true || f_supports_ingress_control === true || f_supports_egress_audio === true))) return false;
  return true;
}

/** Fast check: whether the value has the shape of adapter_capabilities, with unknown fields when `open`. */
export const fitsAdapterCapabilities = object0;

/** Whether the value is a valid adapter_capabilities. Never throws. */
export function isAdapterCapabilities(value: unknown, options?: ValidateOptions): value is AdapterCapabilities {
  return safely(fitsAdapterCapabilities, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid adapter_capabilities. */
export function assertAdapterCapabilities(value: unknown, options?: ValidateOptions): asserts value is AdapterCapabilities {
  assertFits(value, { kind: "adapter_capabilities", fits: fitsAdapterCapabilities, shape: adapterCapabilitiesShape, options });
}

/** Shape of adapter_capabilities, for the diagnosing path. */
export const adapterCapabilitiesShape: ObjectShape = {"is":"object","fields":{"transport_kind":{"shape":{"is":"text","of":["livekit","websocket","telephony"]},"rule":"CON-02","need":true},"supported_connection_signals":{"shape":{"is":"list","item":{"is":"text","of":["connected","reconnecting","disconnected","ended","silence","stall"]},"min":1},"rule":"CON-02","need":true},"supports_ingress_audio":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"supports_ingress_control":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"supports_egress_audio":{"shape":{"is":"boolean"},"rule":"CON-02","need":true},"supports_reconnect_semantics":{"shape":{"is":"boolean"},"rule":"CON-02","need":true}},"unknown":"CON-03","checks":[{"rule":"CAP-01","must":{"unique":"supported_connection_signals"},"at":"supported_connection_signals","expected":"every connection signal once"},{"rule":"CAP-02","must":{"any":[{"at":"supports_ingress_audio","in":[true]},{"at":"supports_ingress_control","in":[true]},{"at":"supports_egress_audio","in":[true]}]},"at":"supports_ingress_audio","expected":"at least one of supports_ingress_audio, supports_ingress_control and supports_egress_audio to be true"}]};
