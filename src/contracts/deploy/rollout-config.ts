/** A rollout configuration: which version of a pipeline goes out, how, and how it comes back. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { enumField, nestedField, textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { immutableVersionField } from "./release-fields.ts";

const rule = "CON-02";

const RollbackPostureSchema = wireObject({
  mode: enumField(["automatic", "manual"], { rule, about: "Who rolls back" }),
  trigger: textField({ rule, about: "What makes them, such as first_output_p95_exceeded" }),
});

/** Schema of a rollout configuration, closed. */
export const RolloutConfigSchema = wireObject({
  pipeline_version: immutableVersionField({ rule: "ROL-01", about: "Version that goes out" }),
  strategy: enumField(["immediate", "phased", "canary"], { rule, about: "How it goes out" }),
  rollback_posture: nestedField(RollbackPostureSchema, { rule, about: "How it comes back" }),
});

/** Which version of a pipeline goes out, how, and how it comes back. */
export type RolloutConfig = z.infer<typeof RolloutConfigSchema>;

/** Rules of rollout configurations, which hold wherever one is nested. */
export const ROLLOUT_REQUIREMENTS = defineRules("gates.md section 3", {
  "ROL-01": [
    "MUST",
    "pipeline_version is an immutable version: parts of letters and digits, the last one with a digit; latest, main, HEAD, ranges and wildcards are none",
  ],
});

/** The contract of rollout configurations. */
export const rolloutConfigContract = defineContract({
  address: "deploy/rollout-config",
  kind: "rollout_config",
  since: "0.1.0",
  title: "Rollout configuration",
  about: "Which version of a pipeline goes out, how, and how it comes back.",
  schema: RolloutConfigSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...ROLLOUT_REQUIREMENTS],
  example: {
    pipeline_version: "pipeline-v1",
    strategy: "canary",
    rollback_posture: { mode: "automatic", trigger: "first_output_p95_exceeded" },
  },
});
