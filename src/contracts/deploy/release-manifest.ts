/** A release manifest: what goes out, and the evidence that let it. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { literalField, mapField, nestedField, patternField, textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { sha256Field, utcField } from "./release-fields.ts";
import { ReadyReleaseSchema } from "./release-readiness.ts";
import { ROLLOUT_REQUIREMENTS, RolloutConfigSchema } from "./rollout-config.ts";

const rule = "CON-02";

const SourceArtifactSchema = wireObject({
  path: textField({ rule, about: "Where it was read from" }),
  sha256: sha256Field({ rule, about: "SHA-256 of its bytes" }),
  generated_at_utc: utcField({ rule, about: "When it was made" }),
});

/** Schema of a release manifest, closed. */
export const ReleaseManifestSchema = wireObject({
  schema_version: literalField("rspp.tooling.release-manifest.v1", {
    rule,
    about: "What the file is, and its version",
  }),
  release_id: patternField(/^rel-[0-9]{14}-[0-9a-f]{10}$/, {
    rule: "RMF-01",
    about: "When the release was made, and a digest of what goes out",
    example: "rel-20260216230000-0123456789",
  }),
  generated_at_utc: utcField({ rule, about: "When the release was made" }),
  spec_ref: textField({ rule, about: "Specification of the pipeline" }),
  rollout_config: nestedField(RolloutConfigSchema, { rule, about: "How it goes out" }),
  readiness: nestedField(ReadyReleaseSchema, { rule: "RMF-02", about: "Why it may" }),
  source_artifacts: mapField(SourceArtifactSchema, { rule, about: "The evidence, by name" }),
});

/** What goes out, and the evidence that let it. */
export type ReleaseManifest = z.infer<typeof ReleaseManifestSchema>;

/** A piece of evidence that a release rests on. */
export type SourceArtifact = z.infer<typeof SourceArtifactSchema>;

const manifestRules = defineRules("gates.md section 3", {
  "RMF-01": ["MUST", "release_id is rel-, 14 digits of UTC time, a hyphen and 10 hexadecimal characters"],
  "RMF-02": ["MUST", "A manifest has the readiness of its release"],
});

const EXAMPLE_SHA256 = "0123456789abcdef".repeat(4);
const passed = (id: "contracts_report" | "replay_regression_report" | "slo_gates_report") => ({
  id,
  status: "pass" as const,
  path: `evidence/${id}.json`,
  sha256: EXAMPLE_SHA256,
  generated_at_utc: "2026-02-16T22:00:00Z",
  age_ms: 3_600_000,
});

/** The contract of release manifests. */
export const releaseManifestContract = defineContract({
  address: "deploy/release-manifest",
  kind: "release_manifest",
  since: "0.1.0",
  title: "Release manifest",
  about: "What goes out, and the evidence that let it.",
  schema: ReleaseManifestSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...ROLLOUT_REQUIREMENTS, ...manifestRules],
  example: {
    schema_version: "rspp.tooling.release-manifest.v1",
    release_id: "rel-20260216230000-ba3bdd1407",
    generated_at_utc: "2026-02-16T23:00:00Z",
    spec_ref: "pipelines/specs/voice_assistant_spec_v1.json",
    rollout_config: {
      pipeline_version: "pipeline-v1",
      strategy: "canary",
      rollback_posture: { mode: "automatic", trigger: "first_output_p95_exceeded" },
    },
    readiness: {
      schema_version: "rspp.tooling.release-readiness.v1",
      generated_at_utc: "2026-02-16T23:00:00Z",
      passed: true,
      checks: [passed("contracts_report"), passed("replay_regression_report"), passed("slo_gates_report")],
    },
    source_artifacts: {
      contracts_report: {
        path: "evidence/contracts_report.json",
        sha256: EXAMPLE_SHA256,
        generated_at_utc: "2026-02-16T22:00:00Z",
      },
    },
  },
});
