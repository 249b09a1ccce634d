/** A release candidate: what gates are asked about, every part of it by a name that does not move. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { commitField, immutableVersionField } from "./release-fields.ts";

const rule = "CON-02";

/** Schema of a release candidate, closed. */
export const ReleaseCandidateSchema = wireObject({
  spec_ref: textField({ rule, about: "Specification of the pipeline" }),
  pipeline_version: immutableVersionField({ rule: "RCD-01", about: "Version of the pipeline" }),
  execution_profile: textField({ rule, about: "Execution profile that it runs under, such as simple" }),
  rollout_config_ref: textField({ rule, about: "Its rollout configuration" }),
  commit_sha: commitField({ rule: "RCD-02", about: "Commit that it was built from" }),
});

/** What gates are asked about. */
export type ReleaseCandidate = z.infer<typeof ReleaseCandidateSchema>;

const candidateRules = defineRules("gates.md section 4", {
  "RCD-01": ["MUST", "pipeline_version is an immutable version, as ROL-01 says"],
  "RCD-02": ["MUST", "commit_sha is a whole commit id of 40 or 64 hexadecimal characters, no branch or tag"],
});

/** The contract of release candidates. */
export const releaseCandidateContract = defineContract({
  address: "deploy/release-candidate",
  kind: "release_candidate",
  since: "0.1.0",
  title: "Release candidate",
  about: "What gates are asked about, every part of it by a name that does not move.",
  schema: ReleaseCandidateSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...candidateRules],
  example: {
    spec_ref: "pipelines/specs/voice_assistant_spec_v1.json",
    pipeline_version: "pipeline-v1",
    execution_profile: "simple",
    rollout_config_ref: "pipelines/rollout.json",
    commit_sha: "0123456789abcdef0123456789abcdef01234567",
  },
});
