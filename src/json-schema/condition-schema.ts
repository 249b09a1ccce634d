/** Conditions as JSON Schema, as far as JSON Schema can say them. */
import type { Condition, FieldPath } from "../contracts/core/condition.ts";
import type { Check } from "../contracts/core/rule.ts";
import type { JsonSchema } from "./json-schema.ts";

/** The schema that a value satisfies exactly when the condition holds, or undefined where there is none. */
export function conditionSchema(condition: Condition): JsonSchema | undefined {
  if ("at" in condition) return atPath(condition.at, oneOfValues(condition.in), true);
  if ("has" in condition) return atPath(condition.has, {}, true);
  if ("filled" in condition) return atPath(condition.filled, { minProperties: 1, minItems: 1 }, true);
  if ("unique" in condition) return atPath(condition.unique, { uniqueItems: true }, false);
  if ("all" in condition) return combine("allOf", condition.all);
  if ("any" in condition) return combine("anyOf", condition.any);
  if ("not" in condition) {
    const inner = conditionSchema(condition.not);
    return inner && { not: inner };
  }
  return undefined;
}

/** The check as `if`/`then`, or undefined where JSON Schema cannot say it. */
export function checkSchema(check: Check): JsonSchema | undefined {
  const must = conditionSchema(check.must);
  if (must === undefined) return undefined;
  if (check.when === undefined) return { $comment: check.rule, ...must };
  const when = conditionSchema(check.when);
  return when && { $comment: check.rule, if: when, then: must };
}

function oneOfValues(values: readonly (string | boolean)[]): JsonSchema {
  return values.length === 1 ? { const: values[0] as string | boolean } : { enum: [...values] };
}

function atPath(path: FieldPath, schema: JsonSchema, present: boolean): JsonSchema {
  const [name, ...rest] = path.split(".") as [string, ...string[]];
  const inner = rest.length === 0 ? schema : atPath(rest.join("."), schema, present);
  const found: JsonSchema = Object.keys(inner).length === 0 ? {} : { properties: { [name]: inner } };
  return present ? { ...found, required: [name] } : found;
}

function combine(keyword: "allOf" | "anyOf", parts: readonly Condition[]): JsonSchema | undefined {
  const schemas = parts.map(conditionSchema);
  return schemas.every((schema) => schema !== undefined) ? { [keyword]: schemas as JsonSchema[] } : undefined;
}
