// Generated from the contracts by `npm run generate`. Do not edit.
import type { RolloutConfig } from "../../contracts/deploy/rollout-config.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:[A-Za-z0-9]+[._/:@+-])*[A-Za-z]*[0-9][A-Za-z0-9]*$");

type Fields = Record<string, unknown>;

function choice1(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
    case 6:
      return value === "phased" || value === "canary";
    case 9:
      return value === "immediate";
    default:
      return false;
  }
}

function object2(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "mode":
        if (found !== "automatic" && found !== "manual") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "trigger":
        if (typeof found !== "string" || found.length === 0) {
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

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "pipeline_version":
        if (found !== "pipeline-v1" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "strategy":
        if (!choice1(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "rollback_posture":
        if (!object2(found, open)) {
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

/** Fast check: whether the value has the shape of rollout_config, with unknown fields when `open`. */
export const fitsRolloutConfig = object0;

/** Whether the value is a valid rollout_config. Never throws. */
export function isRolloutConfig(value: unknown, options?: ValidateOptions): value is RolloutConfig {
  return safely(fitsRolloutConfig, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid rollout_config. */
export function assertRolloutConfig(value: unknown, options?: ValidateOptions): asserts value is RolloutConfig {
  assertFits(value, { kind: "rollout_config", fits: fitsRolloutConfig, shape: rolloutConfigShape, options });
}

/** Shape of rollout_config, for the diagnosing path. */
export const rolloutConfigShape: ObjectShape = {"is":"object","fields":{"pipeline_version":{"shape":{"is":"text","like":"^(?:[A-Za-z0-9]+[._/:@+-])*[A-Za-z]*[0-9][A-Za-z0-9]*$","usual":"pipeline-v1"},"rule":"ROL-01","need":true},"strategy":{"shape":{"is":"text","of":["immediate","phased","canary"]},"rule":"CON-02","need":true},"rollback_posture":{"shape":{"is":"object","fields":{"mode":{"shape":{"is":"text","of":["automatic","manual"]},"rule":"CON-02","need":true},"trigger":{"shape":{"is":"text"},"rule":"CON-02","need":true}},"unknown":"CON-03"},"rule":"CON-02","need":true}},"unknown":"CON-03"};
