/**
 * Conditions: the small declarative language in which cross-field rules are written.
 *
 * A rule written as data has four readers that cannot drift apart: the Zod check, the JSON Schema
 * (`if`/`then` wherever JSON Schema can say it), the compiled validators and `x-rspp-rules`, from which
 * an implementation in any other language can read it too.
 */

/** Dotted path from the object that carries the rule, such as `seq_range.start`. */
export type FieldPath = string;

/** A statement about one object. Statements about absent fields hold unless they say otherwise. */
export type Condition =
  /** The field is present and its value is one of these. */
  | { readonly at: FieldPath; readonly in: readonly (string | boolean)[] }
  /** The field is present. */
  | { readonly has: FieldPath }
  /** Map or array: present and not empty. */
  | { readonly filled: FieldPath }
  /** Array: items are pairwise different. */
  | { readonly unique: FieldPath }
  /** The first number is at most the second. */
  | { readonly ordered: readonly [FieldPath, FieldPath] }
  /** Both strings are equal, letter by letter. */
  | { readonly same: readonly [FieldPath, FieldPath] }
  /** The first RFC 3339 time is before the second. */
  | { readonly earlier: readonly [FieldPath, FieldPath] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** The value at a dotted path, or undefined where the path leaves the object. */
export function valueAt(value: unknown, path: FieldPath): unknown {
  let current: unknown = value;
  for (const name of path.split(".")) {
    if (typeof current !== "object" || current === null) return undefined;
    current = (current as Record<string, unknown>)[name];
  }
  return current;
}

/** Whether a map or array has anything in it. */
export function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

/** Whether the items of an array are pairwise different; anything else holds. */
export function isUnique(value: unknown): boolean {
  if (!Array.isArray(value)) return true;
  // A few are compared faster than a set is made.
  if (value.length > 8) return new Set(value).size === value.length;
  return value.every((item, index) => value.indexOf(item) === index);
}

/** Whether the condition holds. Values of a wrong type hold: the field's own rule reports those. */
export function holds(condition: Condition, value: unknown): boolean {
  if ("at" in condition) {
    const found = valueAt(value, condition.at);
    return condition.in.some((allowed) => allowed === found);
  }
  if ("has" in condition) return valueAt(value, condition.has) !== undefined;
  if ("filled" in condition) return isFilled(valueAt(value, condition.filled));
  if ("unique" in condition) return isUnique(valueAt(value, condition.unique));
  if ("all" in condition) return condition.all.every((part) => holds(part, value));
  if ("any" in condition) return condition.any.some((part) => holds(part, value));
  if ("not" in condition) return !holds(condition.not, value);
  return holdsForPair(condition, value);
}

type PairCondition = Extract<Condition, { ordered: unknown } | { same: unknown } | { earlier: unknown }>;

function holdsForPair(condition: PairCondition, value: unknown): boolean {
  if ("ordered" in condition) {
    const [low, high] = condition.ordered.map((path) => valueAt(value, path));
    return typeof low !== "number" || typeof high !== "number" || low <= high;
  }
  if ("same" in condition) {
    const [left, right] = condition.same.map((path) => valueAt(value, path));
    return typeof left !== "string" || typeof right !== "string" || left === right;
  }
  const [start, end] = condition.earlier.map((path) => valueAt(value, path));
  return typeof start !== "string" || typeof end !== "string" || Date.parse(start) < Date.parse(end);
}

/** Top-level fields that a condition looks at. */
export function fieldsOf(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(fieldsOf);
  if ("any" in condition) return condition.any.flatMap(fieldsOf);
  if ("not" in condition) return fieldsOf(condition.not);
  return pathsOf(condition).map((path) => path.split(".")[0] as string);
}

/** Paths that a simple condition looks at. */
export function pathsOf(
  condition: Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>,
): readonly FieldPath[] {
  if ("at" in condition) return [condition.at];
  if ("has" in condition) return [condition.has];
  if ("filled" in condition) return [condition.filled];
  if ("unique" in condition) return [condition.unique];
  if ("ordered" in condition) return condition.ordered;
  if ("same" in condition) return condition.same;
  return condition.earlier;
}
