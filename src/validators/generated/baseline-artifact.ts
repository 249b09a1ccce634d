// Generated from the contracts by `npm run generate`. Do not edit.
import type { BaselineArtifact } from "../../contracts/observability/baseline-artifact.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";
import { baselineEvidenceShape, fitsBaselineEvidence } from "./baseline-evidence.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$");

type Fields = Record<string, unknown>;

function list1(value: unknown, open: boolean): boolean {
  if (!Array.isArray(value) || value.length < 1) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (!fitsBaselineEvidence(item, open)) return false;
  }
  return true;
}

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "schema_version":
        if (found !== "v1") {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "generated_at_utc":
        if (found !== "2026-02-09T22:19:06Z" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "entries":
        if (!list1(found, open)) {
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

/** Fast check: whether the value has the shape of baseline_artifact, with unknown fields when `open`. */
export const fitsBaselineArtifact = object0;

/** Whether the value is a valid baseline_artifact. Never throws. */
export function isBaselineArtifact(value: unknown, options?: ValidateOptions): value is BaselineArtifact {
  return safely(fitsBaselineArtifact, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid baseline_artifact. */
export function assertBaselineArtifact(value: unknown, options?: ValidateOptions): asserts value is BaselineArtifact {
  assertFits(value, { kind: "baseline_artifact", fits: fitsBaselineArtifact, shape: baselineArtifactShape, options });
}

/** Shape of baseline_artifact, for the diagnosing path. */
export const baselineArtifactShape: ObjectShape = {"is":"object","fields":{"schema_version":{"shape":{"is":"text","of":["v1"]},"rule":"CON-02","need":true},"generated_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$","usual":"2026-02-09T22:19:06Z"},"rule":"CON-02","need":true},"entries":{"shape":{"is":"list","item":baselineEvidenceShape,"min":1},"rule":"CON-02","need":true}},"unknown":"CON-03"};
