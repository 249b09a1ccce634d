/** Reads the shape of a contract from its closed JSON Schema. Runs at build time only. */
import type { Check } from "../../contracts/core/rule.ts";
import type { JsonSchema } from "../../json-schema/json-schema.ts";
import type {
  BranchCase,
  BranchDemand,
  FieldShape,
  ObjectShape,
  ScalarShape,
  Shape,
  VariantsShape,
} from "../shape.ts";

/** A shape, or the name of the kind whose shape stands there. */
export type NamedShape = Shape & { readonly kind?: string };

/** Shape of a schema node; `kindOf` names the kind that a `$ref` leads to. */
export function shapeOf(node: JsonSchema, kindOf: (ref: string) => NamedShape): NamedShape {
  if (node.$ref !== undefined) return kindOf(node.$ref);
  if (node["x-rspp-variants"] !== undefined) return variantsShape(node, kindOf);
  switch (node.type) {
    case "string":
      return textShape(node);
    case "integer":
      return integerShape(node);
    case "number":
      return {
        is: "number",
        ...(node.minimum !== undefined && { min: node.minimum }),
        ...(node.maximum !== undefined && { max: node.maximum }),
      };
    case "boolean":
      return { is: "boolean", ...(typeof node.const === "boolean" && { only: node.const }) };
    case "array":
      return {
        is: "list",
        item: shapeOf(node.items ?? {}, kindOf),
        ...(node.minItems !== undefined && node.minItems > 0 && { min: node.minItems }),
        ...(node.maxItems !== undefined && { max: node.maxItems }),
      };
    case "object":
      return node.properties === undefined ? mapShape(node, kindOf) : objectShape(node, kindOf);
    case undefined:
      return node.anyOf === undefined
        ? { is: "any" }
        : {
            is: "either",
            of: node.anyOf.map((option) => shapeOf(option, kindOf) as ScalarShape | ObjectShape),
          };
    default:
      throw new TypeError(
        `Cannot compile a schema of type ${String(node.type)}: expected a type that the contracts use`,
      );
  }
}

function integerShape({ minimum = -1, maximum = Number.MAX_SAFE_INTEGER }: JsonSchema): Shape {
  return {
    is: "integer",
    ...(minimum >= 0 && { min: minimum }),
    ...(maximum < Number.MAX_SAFE_INTEGER && { max: maximum }),
  };
}

function variantsShape(node: JsonSchema, kindOf: (ref: string) => NamedShape): VariantsShape {
  const by = node["x-rspp-variants"] as string;
  const variants = (node.oneOf ?? []).map((variant) => [
    variant.properties?.[by]?.const,
    objectShape(variant, kindOf),
  ]);
  return {
    is: "variants",
    by,
    head: fieldShape(node, by, node.properties?.[by] ?? {}, kindOf),
    of: Object.fromEntries(variants),
  };
}

function textShape(node: JsonSchema): Shape {
  const values = node.enum ?? (node.const === undefined ? undefined : [node.const]);
  const usual = node.pattern === undefined ? undefined : node.examples?.[0];
  return {
    is: "text",
    ...(node.minLength === undefined &&
      values === undefined &&
      node.pattern === undefined && { empty: true }),
    ...(node.pattern !== undefined && { like: node.pattern }),
    ...(values !== undefined && { of: values as string[] }),
    ...(typeof usual === "string" && { usual }),
  };
}

function mapShape(node: JsonSchema, kindOf: (ref: string) => NamedShape): Shape {
  const value = node.additionalProperties;
  const anything = typeof value !== "object" || Object.keys(value).length === 0;
  return anything ? { is: "map" } : { is: "map", value: shapeOf(value, kindOf) };
}

function objectShape(node: JsonSchema, kindOf: (ref: string) => NamedShape): ObjectShape {
  const fields = Object.entries(node.properties ?? {}).map(([name, field]) => [
    name,
    fieldShape(node, name, field, kindOf),
  ]);
  const checks = [...(node["x-rspp-checks"] ?? []), ...choiceChecks(node)];
  return {
    is: "object",
    fields: Object.fromEntries(fields),
    unknown: node["x-rspp-unknown-rule"] ?? "CON-03",
    ...(node["x-rspp-unsafe-rule"] !== undefined && { unsafe: node["x-rspp-unsafe-rule"] }),
    ...(checks.length > 0 && { checks }),
    ...(node["x-rspp-discriminator"] !== undefined && {
      by: { field: node["x-rspp-discriminator"], cases: branchCases(node) },
    }),
  };
}

function fieldShape(
  node: JsonSchema,
  name: string,
  field: JsonSchema,
  kindOf: (ref: string) => NamedShape,
): FieldShape {
  const rule = field["x-rspp-rule"] ?? "CON-02";
  if (field.not !== undefined) return { shape: { is: "map" }, rule, never: true };
  return {
    shape: shapeOf(field, kindOf),
    rule,
    ...(node.required?.includes(name) && { need: true }),
    ...(field["x-rspp-wider"] !== undefined && { wider: field["x-rspp-wider"] }),
  };
}

/** A union without a deciding field: exactly one branch's fields are there. */
function choiceChecks(node: JsonSchema): Check[] {
  if (node.oneOf === undefined || node["x-rspp-discriminator"] !== undefined) return [];
  const rule = node["x-rspp-branch-rules"]?.["*"] ?? "CON-02";
  const choices = node.oneOf.map((branch) => ({
    all: [
      ...(branch.required ?? []).map((name) => ({ has: name })),
      ...Object.keys(branch.properties ?? {}).map((name) => ({ not: { has: name } })),
    ],
  }));
  const names = node.oneOf.flatMap((branch) => branch.required ?? []);
  return [{ rule, must: { any: choices }, at: "", expected: `exactly one of ${names.join(" and ")}` }];
}

function branchCases(node: JsonSchema): BranchCase[] {
  const discriminator = node["x-rspp-discriminator"] as string;
  const rules = node["x-rspp-branch-rules"] ?? {};
  const cases = new Map<string, { values: string[]; demands: BranchDemand[] }>();
  for (const branch of node.oneOf ?? []) {
    const value = branch.properties?.[discriminator]?.const as string;
    const demands = demandsOf(branch, discriminator, rules);
    const key = JSON.stringify(demands);
    const known = cases.get(key);
    if (known === undefined) cases.set(key, { values: [value], demands });
    else known.values.push(value);
  }
  return [...cases.values()];
}

function demandsOf(
  branch: JsonSchema,
  discriminator: string,
  rules: Readonly<Record<string, string>>,
): BranchDemand[] {
  const ruleOf = (field: string) => rules[field] ?? rules["*"] ?? "CON-02";
  const values = Object.entries(branch.properties ?? {}).filter(([name]) => name !== discriminator);
  return [
    ...values.map(([field, node]) => ({
      field,
      of: (node.enum ?? [node.const]) as string[],
      rule: ruleOf(field),
    })),
    ...(branch.required ?? []).map((field) => ({ field, need: true as const, rule: ruleOf(field) })),
  ];
}
