/**
 * Factors a union of objects: what its branches share moves up, and each branch keeps only what sets it
 * apart. Forty-three full objects become one object with forty-three short branches that say the same.
 */
import type { JsonSchema } from "./json-schema.ts";

/** Whether the node is a union of objects that can be factored. */
export function isObjectUnion(node: JsonSchema): boolean {
  const branches = branchesOf(node);
  return (
    node["x-rspp-variants"] === undefined &&
    branches.length > 1 &&
    branches.every((branch) => branch.type === "object" && branch.$ref === undefined)
  );
}

const branchesOf = (node: JsonSchema): JsonSchema[] => node.oneOf ?? node.anyOf ?? [];
const isForbidden = (node: JsonSchema): boolean =>
  node.not !== undefined && Object.keys(node.not).length === 0;
const isOpenValue = (node: JsonSchema) => node.const === undefined && node.enum === undefined;

/** The factored form of a union of objects. */
export function factorUnion(node: JsonSchema): JsonSchema {
  const branches = branchesOf(node);
  const names = [...new Set(branches.flatMap((branch) => Object.keys(branch.properties ?? {})))];
  const merged = Object.fromEntries(names.map((name) => [name, mergeProperty(branches, name)]));
  const shared = names.filter((name) => branches.every((branch) => branch.required?.includes(name)));
  const { oneOf: _one, anyOf: _any, ...annotations } = node;
  return {
    ...annotations,
    type: "object",
    properties: merged,
    required: shared,
    additionalProperties: false,
    oneOf: branches.map((branch) => remainder(branch, merged, shared)),
  };
}

function mergeProperty(branches: readonly JsonSchema[], name: string): JsonSchema {
  const variants = branches
    .flatMap((branch) => branch.properties?.[name] ?? [])
    .filter((variant) => !isForbidden(variant));
  const [first] = variants;
  if (first === undefined) return branches[0]?.properties?.[name] ?? {};
  if (variants.every((variant) => same(variant, first)) || variants.some(isOpenValue)) return first;
  const values = [...new Set(variants.flatMap(valuesOf))];
  // The widest variant describes the field best: narrower ones are refined by their branch.
  const widest = variants.reduce((best, variant) =>
    valuesOf(variant).length > valuesOf(best).length ? variant : best,
  );
  const { const: _const, enum: _enum, ...notes } = widest;
  return { ...notes, enum: values };
}

function remainder(
  branch: JsonSchema,
  merged: Readonly<Record<string, JsonSchema>>,
  shared: readonly string[],
): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const [name, property] of Object.entries(branch.properties ?? {})) {
    const common = merged[name] as JsonSchema;
    if (isForbidden(property) && !isForbidden(common)) properties[name] = { not: {} };
    else if (!isOpenValue(property) && !sameValues(property, common)) properties[name] = valueOnly(property);
  }
  const required = (branch.required ?? []).filter((name) => !shared.includes(name));
  return {
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
  };
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
const valuesOf = (node: JsonSchema): (string | boolean)[] =>
  node.enum ?? (node.const === undefined ? [] : [node.const]);
const sameValues = (left: JsonSchema, right: JsonSchema): boolean =>
  same([...valuesOf(left)].sort(), [...valuesOf(right)].sort());
const valueOnly = (node: JsonSchema): JsonSchema =>
  node.const === undefined ? { enum: valuesOf(node) } : { const: node.const };
