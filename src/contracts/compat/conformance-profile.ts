/** A conformance profile: the categories of conformance that a release must have. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { listField, literalField, textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";

/** Schema of a conformance profile, closed. */
export const ConformanceProfileSchema = wireObject({
  schema_version: literalField("rspp.conformance-profile.v1", {
    rule: "CPF-01",
    about: "What the file is, and its version",
  }),
  profile_id: textField({ rule: "CPF-02", about: "Name of the profile, to which results refer" }),
  mandatory_categories: listField(textField({ rule: "CPF-03", about: "Category that must be conformant" }), {
    rule: "CPF-03",
    about: "Categories of which each must be conformant",
    min: 1,
  }),
});

/** The categories of conformance that a release must have. */
export type ConformanceProfile = z.infer<typeof ConformanceProfileSchema>;

const profileRules = defineRules("gates.md section 5", {
  "CPF-01": ["MUST", 'schema_version is "rspp.conformance-profile.v1"'],
  "CPF-02": ["MUST", "profile_id is there and not empty"],
  "CPF-03": ["MUST", "At least one category is mandatory; categories are not empty"],
});

/** The contract of conformance profiles. */
export const conformanceProfileContract = defineContract({
  address: "compat/conformance-profile",
  kind: "conformance_profile",
  since: "0.1.0",
  title: "Conformance profile",
  about: "The categories of conformance that a release must have.",
  schema: ConformanceProfileSchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"), ...profileRules],
  example: {
    schema_version: "rspp.conformance-profile.v1",
    profile_id: "mvp",
    mandatory_categories: ["transport_adapter", "provider_adapter", "external_node_boundary"],
  },
});
