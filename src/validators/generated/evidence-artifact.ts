// Generated from the contracts by `npm run generate`. Do not edit.
import type { EvidenceArtifact } from "../../contracts/deploy/evidence-artifact.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { ObjectShape } from "../shape.ts";

const PATTERN_0 = /* @__PURE__ */ new RegExp("^[a-z0-9][a-z0-9_-]*(?:\\.[a-z0-9_-]+)*$");
const PATTERN_1 = /* @__PURE__ */ new RegExp("^[a-z][a-z0-9_]*$");
const PATTERN_2 = /* @__PURE__ */ new RegExp("^[0-9a-f]{64}$");
const PATTERN_3 = /* @__PURE__ */ new RegExp("^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$");
const PATTERN_4 = /* @__PURE__ */ new RegExp("^payloads\\/[0-9a-f]{64}$");

type Fields = Record<string, unknown>;

function object0(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let seen = 0;
  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
      case "artifact_id":
        if (found !== "slo_gates_report" && (typeof found !== "string" || !PATTERN_0.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 1;
        break;
      case "kind":
        if (found !== "slo_gates_report" && (typeof found !== "string" || !PATTERN_1.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 2;
        break;
      case "schema_version":
        if (typeof found !== "string" || found.length === 0) {
          if (found === undefined) break;
          return false;
        }
        seen |= 4;
        break;
      case "sha256":
        if (typeof found !== "string" || !PATTERN_2.test(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 8;
        break;
      case "generated_at_utc":
        if (found !== "2026-02-16T23:00:00Z" && (typeof found !== "string" || !PATTERN_3.test(found))) {
          if (found === undefined) break;
          return false;
        }
        seen |= 16;
        break;
      case "payload_ref":
        if (typeof found !== "string" || !PATTERN_4.test(found)) {
          if (found === undefined) break;
          return false;
        }
        seen |= 32;
        break;
      default:
        if (!open) return false;
    }
  }
  if (seen !== 63) return false;
  return true;
}

/** Fast check: whether the value has the shape of evidence_artifact, with unknown fields when `open`. */
export const fitsEvidenceArtifact = object0;

/** Whether the value is a valid evidence_artifact. Never throws. */
export function isEvidenceArtifact(value: unknown, options?: ValidateOptions): value is EvidenceArtifact {
  return safely(fitsEvidenceArtifact, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid evidence_artifact. */
export function assertEvidenceArtifact(value: unknown, options?: ValidateOptions): asserts value is EvidenceArtifact {
  assertFits(value, { kind: "evidence_artifact", fits: fitsEvidenceArtifact, shape: evidenceArtifactShape, options });
}

/** Shape of evidence_artifact, for the diagnosing path. */
export const evidenceArtifactShape: ObjectShape = {"is":"object","fields":{"artifact_id":{"shape":{"is":"text","like":"^[a-z0-9][a-z0-9_-]*(?:\\.[a-z0-9_-]+)*$","usual":"slo_gates_report"},"rule":"EAR-01","need":true},"kind":{"shape":{"is":"text","like":"^[a-z][a-z0-9_]*$","usual":"slo_gates_report"},"rule":"CON-02","need":true},"schema_version":{"shape":{"is":"text"},"rule":"CON-02","need":true},"sha256":{"shape":{"is":"text","like":"^[0-9a-f]{64}$"},"rule":"EAR-02","need":true},"generated_at_utc":{"shape":{"is":"text","like":"^(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$","usual":"2026-02-16T23:00:00Z"},"rule":"CON-02","need":true},"payload_ref":{"shape":{"is":"text","like":"^payloads\\/[0-9a-f]{64}$"},"rule":"EAR-02","need":true}},"unknown":"CON-03"};
