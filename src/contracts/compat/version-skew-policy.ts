/** A version skew policy: which versions of runtime, control plane and schema may meet, and tests of that. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { booleanField, listField, literalField, textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";

const version = (about: string) => textField({ rule: "VSP-03", about, example: "v1.1.0" });

const cell = {
  runtime_version: version("Version of the runtime"),
  control_plane_version: version("Version of the control plane"),
  schema_version: version("Version of the wire schemas"),
};

const VersionCellSchema = wireObject(cell);

const MatrixTestSchema = wireObject({
  ...cell,
  allowed: booleanField({ rule: "VSP-04", about: "Whether these versions may meet" }),
});

/** Schema of a version skew policy, closed. */
export const VersionSkewPolicySchema = wireObject({
  schema_version: literalField("rspp.version-skew-policy.v1", {
    rule: "VSP-01",
    about: "What the file is, and its version",
  }),
  policy_id: textField({ rule: "VSP-02", about: "Name of the policy, shown in reports" }),
  allowed_cells: listField(VersionCellSchema, { rule: "VSP-03", about: "Versions that may meet" }),
  matrix_tests: listField(MatrixTestSchema, {
    rule: "VSP-04",
    about: "What the cells must say, at least one allowed and one not",
  }),
});

/** Versions that meet. */
export type VersionCell = z.infer<typeof VersionCellSchema>;

/** Which versions may meet, and tests of that. */
export type VersionSkewPolicy = z.infer<typeof VersionSkewPolicySchema>;

const policyRules = defineRules("gates.md section 5", {
  "VSP-01": ["MUST", 'schema_version is "rspp.version-skew-policy.v1"'],
  "VSP-02": ["MUST", "policy_id is there and not empty"],
  "VSP-03": ["MUST", "A cell names a version of the runtime, of the control plane and of the schema"],
  "VSP-04": ["MUST", "A matrix test is a cell that says whether it is allowed"],
});

/** The contract of version skew policies. */
export const versionSkewPolicyContract = defineContract({
  address: "compat/version-skew-policy",
  kind: "version_skew_policy",
  since: "0.1.0",
  title: "Version skew policy",
  about: "Which versions of runtime, control plane and schema may meet, and tests of that.",
  schema: VersionSkewPolicySchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"), ...policyRules],
  example: {
    schema_version: "rspp.version-skew-policy.v1",
    policy_id: "voice-assistant",
    allowed_cells: [{ runtime_version: "v1.1.0", control_plane_version: "v1.0.0", schema_version: "v1.0.0" }],
    matrix_tests: [
      {
        runtime_version: "v1.1.0",
        control_plane_version: "v1.0.0",
        schema_version: "v1.0.0",
        allowed: true,
      },
      {
        runtime_version: "v2.0.0",
        control_plane_version: "v1.0.0",
        schema_version: "v1.0.0",
        allowed: false,
      },
    ],
  },
});
