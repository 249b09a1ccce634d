/** Keywords that each say one thing by themselves, and what a change of their value does. */
import { canonicalJson } from "../../internal/canonical-json.ts";
import { isObject, type SchemaObject } from "./schema-node.ts";

/** What a change does: whether all that was valid stays so, and whether all that is valid was so. */
export interface Effect {
  readonly widens: boolean;
  readonly narrows: boolean;
}

const NUMERIC_TYPES = ["integer", "number"];
const ALL_TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];

function typesOf(value: unknown): Set<string> {
  const named =
    value === undefined ? ALL_TYPES : Array.isArray(value) ? (value as string[]) : [String(value)];
  return new Set(named.includes("number") ? [...named, ...NUMERIC_TYPES] : named);
}

/** The values that const and enum leave, by their canonical text; undefined for all. */
function valuesOf(node: SchemaObject): Set<string> | undefined {
  const listed = Array.isArray(node.enum) ? new Set(node.enum.map(canonicalJson)) : undefined;
  if (node.const === undefined) return listed;
  const only = canonicalJson(node.const);
  return new Set(listed === undefined || listed.has(only) ? [only] : []);
}

const isWithin = <T>(inner: Set<T> | undefined, outer: Set<T> | undefined): boolean =>
  outer === undefined || (inner !== undefined && [...inner].every((one) => outer.has(one)));

const setEffect = <T>(before: Set<T> | undefined, after: Set<T> | undefined): Effect => ({
  widens: isWithin(before, after),
  narrows: isWithin(after, before),
});

/** A bound as a number to compare, where an exclusive one is stricter than an inclusive one. */
type Bound = readonly [value: number, strictness: 0 | 1];

function boundOf(node: SchemaObject, [inclusive, exclusive]: readonly [string, string], sign: 1 | -1): Bound {
  const bounds: Bound[] = [[Number.NEGATIVE_INFINITY, 0]];
  const [loose, strict] = [node[inclusive], node[exclusive]];
  if (typeof loose === "number") bounds.push([loose * sign, 0]);
  if (typeof strict === "number") bounds.push([strict * sign, 1]);
  return bounds.reduce((most, one) => (isStricter(one, most) ? one : most));
}

const isStricter = ([left, leftStrict]: Bound, [right, rightStrict]: Bound) =>
  left > right || (left === right && leftStrict > rightStrict);

/** Effect of a lower bound; with sign -1 of an upper one. */
const boundEffect =
  (names: readonly [string, string], sign: 1 | -1) =>
  (before: SchemaObject, after: SchemaObject): Effect => {
    const [old, young] = [boundOf(before, names, sign), boundOf(after, names, sign)];
    return { widens: !isStricter(young, old), narrows: !isStricter(old, young) };
  };

/** A size that is at least 0 anyway. */
const sizeEffect =
  (name: string, sign: 1 | -1) =>
  (before: SchemaObject, after: SchemaObject): Effect => {
    const none = sign === 1 ? 0 : Number.POSITIVE_INFINITY;
    const size = (node: SchemaObject) =>
      (typeof node[name] === "number" ? (node[name] as number) : none) * sign;
    return { widens: size(after) <= size(before), narrows: size(before) <= size(after) };
  };

/** A statement of which nothing is known but that it leaves less than its absence. */
const opaqueEffect =
  (name: string) =>
  (before: SchemaObject, after: SchemaObject): Effect => ({
    widens: after[name] === undefined,
    narrows: before[name] === undefined,
  });

function containsEffect(before: SchemaObject, after: SchemaObject): Effect {
  return { widens: after.contains === undefined, narrows: before.contains === undefined };
}

const requiredOf = (node: SchemaObject) =>
  new Set(Array.isArray(node.required) ? (node.required as string[]) : []);

/** Keywords that are judged together, and what a change of any of them does. */
export interface KeywordRule {
  readonly keywords: readonly string[];
  readonly effect: (before: SchemaObject, after: SchemaObject) => Effect;
}

/** Every keyword without schemas in it. */
export const KEYWORD_RULES: readonly KeywordRule[] = [
  { keywords: ["type"], effect: (before, after) => setEffect(typesOf(before.type), typesOf(after.type)) },
  { keywords: ["enum", "const"], effect: (before, after) => setEffect(valuesOf(before), valuesOf(after)) },
  { keywords: ["required"], effect: (before, after) => setEffect(requiredOf(after), requiredOf(before)) },
  { keywords: ["minimum", "exclusiveMinimum"], effect: boundEffect(["minimum", "exclusiveMinimum"], 1) },
  { keywords: ["maximum", "exclusiveMaximum"], effect: boundEffect(["maximum", "exclusiveMaximum"], -1) },
  ...["minLength", "minItems", "minProperties"].map((name) => ({
    keywords: [name],
    effect: sizeEffect(name, 1),
  })),
  ...["maxLength", "maxItems", "maxProperties"].map((name) => ({
    keywords: [name],
    effect: sizeEffect(name, -1),
  })),
  {
    keywords: ["uniqueItems"],
    effect: (before, after) => ({
      widens: after.uniqueItems !== true || before.uniqueItems === true,
      narrows: before.uniqueItems !== true || after.uniqueItems === true,
    }),
  },
  ...["pattern", "format", "multipleOf", "dependentRequired", "dependentSchemas"].map((name) => ({
    keywords: [name],
    effect: opaqueEffect(name),
  })),
  ...["contentEncoding", "contentMediaType", "contentSchema"].map((name) => ({
    keywords: [name],
    effect: opaqueEffect(name),
  })),
  { keywords: ["contains", "minContains", "maxContains"], effect: containsEffect },
];

/** Whether two values are written the same. */
export const isSame = (left: unknown, right: unknown): boolean =>
  left === right ||
  (left !== undefined && right !== undefined && canonicalJson(left) === canonicalJson(right));

/** Whether a node or anything in it has one of the keywords. */
export function hasKeywordWithin(value: unknown, keywords: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((item) => hasKeywordWithin(item, keywords));
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([name, inner]) => keywords.includes(name) || hasKeywordWithin(inner, keywords),
  );
}
