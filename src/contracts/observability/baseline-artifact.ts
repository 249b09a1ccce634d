/** A baseline artifact: the OR-02 evidence of a run, as one file. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { listField, literalField, timeField } from "../core/fields.ts";
import { BASELINE_EXAMPLE, BaselineEvidenceSchema } from "./baseline-evidence.ts";

const rule = "CON-02";

/** Schema of a baseline artifact, closed. */
export const BaselineArtifactSchema = wireObject({
  schema_version: literalField("v1", { rule, about: "Version of the artifact" }),
  generated_at_utc: timeField({ rule, about: "When the artifact was written" }),
  entries: listField(BaselineEvidenceSchema, { rule, about: "Evidence of each turn, at least one", min: 1 }),
});

/** The OR-02 evidence of a run. */
export type BaselineArtifact = z.infer<typeof BaselineArtifactSchema>;

/** The contract of baseline artifacts. */
export const baselineArtifactContract = defineContract({
  address: "observability/baseline-artifact",
  kind: "baseline_artifact",
  since: "0.1.0",
  title: "Baseline artifact",
  about: "The OR-02 evidence of a run, as one file.",
  schema: BaselineArtifactSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: { schema_version: "v1", generated_at_utc: "2026-02-09T22:19:06Z", entries: [BASELINE_EXAMPLE] },
});
