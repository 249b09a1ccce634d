/** Conformance results: which categories of a profile were found conformant. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { booleanField, literalField, mapField, textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";

/** Schema of conformance results, closed. */
export const ConformanceResultsSchema = wireObject({
  schema_version: literalField("rspp.conformance-results.v1", {
    rule: "CRS-01",
    about: "What the file is, and its version",
  }),
  profile_id: textField({ rule: "CRS-02", about: "Profile that the results are for" }),
  categories: mapField(booleanField({ rule: "CRS-03", about: "Whether the category is conformant" }), {
    rule: "CRS-03",
    about: "Each category by name",
  }),
});

/** Which categories of a profile were found conformant. */
export type ConformanceResults = z.infer<typeof ConformanceResultsSchema>;

const resultRules = defineRules("gates.md section 5", {
  "CRS-01": ["MUST", 'schema_version is "rspp.conformance-results.v1"'],
  "CRS-02": ["MUST", "profile_id is there and not empty"],
  "CRS-03": ["MUST", "categories maps names to true or false"],
});

/** The contract of conformance results. */
export const conformanceResultsContract = defineContract({
  address: "compat/conformance-results",
  kind: "conformance_results",
  since: "0.1.0",
  title: "Conformance results",
  about: "Which categories of a conformance profile were found conformant.",
  schema: ConformanceResultsSchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"), ...resultRules],
  example: {
    schema_version: "rspp.conformance-results.v1",
    profile_id: "mvp",
    categories: { transport_adapter: true, provider_adapter: true, external_node_boundary: true },
  },
});
