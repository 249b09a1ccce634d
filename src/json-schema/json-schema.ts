/** The subset of JSON Schema 2020-12 that the contracts are written in. */
import type { Check } from "../contracts/core/rule.ts";

/** A JSON Schema node. Keywords that start with `x-rspp-` are annotations of this contract. */
export interface JsonSchema {
  $schema?: string;
  $id?: string;
  $ref?: string;
  $comment?: string;
  title?: string;
  description?: string;
  type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  const?: string | boolean;
  enum?: (string | boolean)[];
  pattern?: string;
  minLength?: number;
  minimum?: number;
  maximum?: number;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  minProperties?: number;
  allOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  not?: JsonSchema;
  if?: JsonSchema;
  then?: JsonSchema;
  examples?: unknown[];
  "x-rspp-rule"?: string;
  "x-rspp-unit"?: string;
  "x-rspp-clock"?: string;
  "x-rspp-wider"?: { pattern: string; rule: string };
  "x-rspp-unknown-rule"?: string;
  "x-rspp-unsafe-rule"?: string;
  "x-rspp-checks"?: Check[];
  "x-rspp-discriminator"?: string;
  /** Field whose value says which of the whole objects in `oneOf` it is. */
  "x-rspp-variants"?: string;
  "x-rspp-branch-rules"?: Record<string, string>;
  "x-rspp-rules"?: RuleAnnotation[];
  "x-rspp-kind"?: string;
  "x-rspp-since"?: string;
}

/** A rule as it stands in `x-rspp-rules`. */
export interface RuleAnnotation {
  id: string;
  level: "MUST" | "SHOULD";
  text: string;
  source: string;
  /** Whether the schema itself enforces the rule: completely, or not at all where JSON Schema cannot. */
  enforced_by_schema: boolean;
  /** Checks of the rule that JSON Schema cannot say, as data. */
  checks?: Check[];
}
