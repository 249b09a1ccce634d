// Generated from the contracts by `npm run generate`. Do not edit.
import type { ReleaseCandidate } from "../../contracts/deploy/release-candidate.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^(?:[A-Za-z0-9]+[._/:@+-])*[A-Za-z]*[0-9][A-Za-z0-9]*$");
const PATTERN_1 = /* @__PURE__ */ new RegExp("^(?:[0-9a-f]{40}|[0-9a-f]{64})$");

type Fields = Record<string, unknown>;

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "spec_ref":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "pipeline_version":
        if (found !== "pipeline-v1" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "execution_profile":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "rollout_config_ref":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "commit_sha":
        if (found !== "0123456789abcdef0123456789abcdef01234567" && (typeof found !== "string" || !PATTERN_1.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 31) return false;
  return true;
}

/** Fast check: whether the value has the shape of release_candidate, with unknown fields when `open`. */
export const fitsReleaseCandidate = object0;

/** Whether the value is a valid release_candidate. Never throws. */
export function isReleaseCandidate(value: unknown, options?: ValidateOptions): value is ReleaseCandidate {
  return safely(fitsReleaseCandidate, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid release_candidate. */
export function assertReleaseCandidate(value: unknown, options?: ValidateOptions): asserts value is ReleaseCandidate {
  assertFits(value, { kind: "release_candidate", fits: fitsReleaseCandidate, shape: releaseCandidateShape, options });
}

/** Shape of release_candidate, for the diagnosing path. */
export const releaseCandidateShape: ObjectShape = {"is":"object","fields":{"spec_ref":{"shape":{"is":"text"},"rule":"CON-02","need":true},"pipeline_version":{"shape":{"is":"text","like":"^(?:[A-Za-z0-9]+[._/:@+-])*[A-Za-z]*[0-9][A-Za-z0-9]*$","usual":"pipeline-v1"},"rule":"RCD-01","need":true},"execution_profile":{"shape":{"is":"text"},"rule":"CON-02","need":true},"rollout_config_ref":{"shape":{"is":"text"},"rule":"CON-02","need":true},"commit_sha":{"shape":{"is":"text","like":"^(?:[0-9a-f]{40}|[0-9a-f]{64})$","usual":"0123456789abcdef0123456789abcdef01234567"},"rule":"RCD-02","need":true}},"unknown":"CON-03"};
