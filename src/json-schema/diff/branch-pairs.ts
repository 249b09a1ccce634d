/** Which branches of two lists of schemas belong together. */
import { canonicalJson } from "../../internal/canonical-json.ts";
import { deciding, isObject, type SchemaNode, type SchemaObject } from "./schema-node.ts";

/** A branch with its place in its list. */
export interface Branch {
  readonly node: SchemaNode;
  readonly index: number;
}

/** Branches that belong together, and those that are alone. */
export interface BranchPairs {
  readonly pairs: readonly (readonly [before: Branch, after: Branch])[];
  readonly removed: readonly Branch[];
  readonly added: readonly Branch[];
}

/**
 * Pairs branches: those that say the same, then those whose fixed values are the same, then in order if as many
 * are left on both sides.
 */
export function pairBranches(before: readonly SchemaNode[], after: readonly SchemaNode[]): BranchPairs {
  const pairs: (readonly [Branch, Branch])[] = [];
  let removed = before.map((node, index): Branch => ({ node, index }));
  let added = after.map((node, index): Branch => ({ node, index }));
  for (const keyOf of [textOf, fixedValuesOf]) {
    const left: Branch[] = [];
    for (const branch of removed) {
      const key = keyOf(branch.node);
      const match = key === undefined ? undefined : added.find(({ node }) => keyOf(node) === key);
      if (match === undefined) left.push(branch);
      else {
        pairs.push([branch, match]);
        added = added.filter((one) => one !== match);
      }
    }
    removed = left;
  }
  if (removed.length !== added.length) return { pairs, removed, added };
  const rest = removed.map((branch, place) => [branch, added[place] as Branch] as const);
  return { pairs: [...pairs, ...rest], removed: [], added: [] };
}

/** The branch without annotations at its top. */
function textOf(node: SchemaNode): string {
  if (typeof node === "boolean") return String(node);
  return canonicalJson(Object.fromEntries(deciding(node).map((keyword) => [keyword, node[keyword]])));
}

function fixedValuesOf(node: SchemaNode): string | undefined {
  if (!isObject(node) || !isObject(node.properties)) return undefined;
  const fixed = Object.entries(node.properties).filter(
    ([, field]) => isObject(field) && field.const !== undefined,
  );
  return fixed.length === 0
    ? undefined
    : canonicalJson(fixed.map(([name, field]) => [name, (field as SchemaObject).const]));
}

/**
 * Whether no value can be valid in two of the branches: a required field has other values in each. Only objects
 * have fields, so something must keep all other values out.
 */
export function areDisjoint(branches: readonly SchemaNode[], parent: SchemaObject): boolean {
  const nodes = branches.filter(isObject);
  const first = nodes[0];
  if (nodes.length !== branches.length || first === undefined) return false;
  if (parent.type !== "object" && !nodes.every(({ type }) => type === "object")) return false;
  const candidates = isObject(first.properties) ? Object.keys(first.properties) : [];
  return candidates.some((name) => {
    const values = nodes.flatMap((node) => valuesAt(node, name, parent) ?? [undefined]);
    return !values.includes(undefined) && new Set(values).size === values.length;
  });
}

function valuesAt(node: SchemaObject, name: string, parent: SchemaObject): string[] | undefined {
  const isRequired = [node.required, parent.required].some(
    (list) => Array.isArray(list) && list.includes(name),
  );
  const field = isObject(node.properties) ? node.properties[name] : undefined;
  if (!isRequired || !isObject(field)) return undefined;
  if (field.const !== undefined) return [canonicalJson(field.const)];
  return Array.isArray(field.enum) ? [...new Set(field.enum.map(canonicalJson))] : undefined;
}
