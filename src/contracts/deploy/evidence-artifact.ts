/** An evidence artifact: what the store of evidence knows of a payload, beside its bytes. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { patternField, textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { sha256Field, utcField } from "./release-fields.ts";

const rule = "CON-02";

/** Lower case, because some file systems do not tell case apart; no part is empty, so no id leaves a directory. */
export const ARTIFACT_ID = /^[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*$/;

/** Schema of an evidence artifact, closed. */
export const EvidenceArtifactSchema = wireObject({
  artifact_id: patternField(ARTIFACT_ID, {
    rule: "EAR-01",
    about: "Name of the artifact in its store",
    example: "slo_gates_report",
  }),
  kind: patternField(/^[a-z][a-z0-9_]*$/, {
    rule,
    about: "Kind of the payload, snake_case",
    example: "slo_gates_report",
  }),
  schema_version: textField({ rule, about: "Schema version of the payload" }),
  sha256: sha256Field({ rule: "EAR-02", about: "SHA-256 of the bytes of the payload" }),
  generated_at_utc: utcField({ rule, about: "When the payload was made" }),
  payload_ref: patternField(/^payloads\/[0-9a-f]{64}$/, {
    rule: "EAR-02",
    about: "Where the payload is in the store, by its SHA-256",
  }),
});

/** What the store of evidence knows of a payload, beside its bytes. */
export type EvidenceArtifact = z.infer<typeof EvidenceArtifactSchema>;

const artifactRules = defineRules("gates.md section 3", {
  "EAR-01": ["MUST", "artifact_id is lower case and cannot leave a directory: no slash, no empty part"],
  "EAR-02": ["MUST", "sha256 is 64 lower-case hexadecimal characters, and payload_ref is named by one"],
});

const EXAMPLE_SHA256 = "0123456789abcdef".repeat(4);

/** The contract of evidence artifacts. */
export const evidenceArtifactContract = defineContract({
  address: "deploy/evidence-artifact",
  kind: "evidence_artifact",
  since: "0.1.0",
  title: "Evidence artifact",
  about: "What the store of evidence knows of a payload, beside its bytes.",
  schema: EvidenceArtifactSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...artifactRules],
  example: {
    artifact_id: "slo_gates_report",
    kind: "slo_gates_report",
    schema_version: "rspp.tooling.slo-gates-report.v1",
    sha256: EXAMPLE_SHA256,
    generated_at_utc: "2026-02-16T23:00:00Z",
    payload_ref: `payloads/${EXAMPLE_SHA256}`,
  },
});
