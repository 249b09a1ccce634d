/**
 * Keywords that give schemas to the members of objects and lists.
 *
 * A field that is not listed falls to `additionalProperties`, an item to `items`. So fields are compared by the
 * schema that holds for them, wherever it is written, and not keyword by keyword.
 */
import { pointerStep } from "../../internal/json-pointer.ts";
import type { Pair, Place } from "./comparison.ts";
import { isSame } from "./keyword-rules.ts";
import { type RawDifference, unsure } from "./schema-difference.ts";
import { isObject, isSchema, plain, type SchemaNode, type SchemaObject } from "./schema-node.ts";

/** Keywords that `compareMembers` judges. */
export const MEMBER_KEYWORDS = [
  "properties",
  "patternProperties",
  "additionalProperties",
  "propertyNames",
  "prefixItems",
  "items",
] as const;

const OPAQUE = ["contains", "patternProperties", "dependentSchemas"];

const below = (place: Place, ...steps: readonly (string | number)[]): Place => ({
  ...place,
  path: place.path + steps.map(pointerStep).join(""),
});

const schemaOr = (value: unknown, otherwise: SchemaNode): SchemaNode => (isSchema(value) ? value : otherwise);

/** What changes for the members of objects and lists. */
export function compareMembers(pair: Pair): RawDifference[] {
  const { before, after, place, compare } = pair;
  const names = compare(
    schemaOr(before.propertyNames, true),
    schemaOr(after.propertyNames, true),
    below(place, "propertyNames"),
  );
  return [...compareFields(pair), ...names, ...compareItems(pair), ...compareOpaque(pair)];
}

function compareFields(pair: Pair): RawDifference[] {
  const { before, after, place, compare } = pair;
  const [left, right] = [fieldsOf(before), fieldsOf(after)];
  if (before.patternProperties !== undefined || after.patternProperties !== undefined) {
    return comparePatternFields(pair);
  }
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const rest = [
    schemaOr(before.additionalProperties, true),
    schemaOr(after.additionalProperties, true),
  ] as const;
  const found = names.flatMap((name) => {
    const at = below(place, "properties", name);
    const [old, young] = [own(left, name), own(right, name)];
    const differences = compare(old ?? rest[0], young ?? rest[1], at);
    const isOpen = old === undefined && plain(rest[0]) === true;
    if (!isOpen || requires(after, name) || plain(young ?? rest[1]) === false) return differences;
    return differences.map((one) => ({ ...one, isNewField: one.path === at.path }));
  });
  return [...found, ...compare(rest[0], rest[1], below(place, "additionalProperties"))];
}

/** What is written alike may still refer to what is not. */
function compareOpaque({ before, after, place, compare }: Pair): RawDifference[] {
  const same = (keyword: string) => before[keyword] !== undefined && isSame(before[keyword], after[keyword]);
  const nodes = OPAQUE.filter(same).flatMap((keyword): [string, SchemaNode, SchemaNode][] => {
    const value = before[keyword];
    if (keyword === "contains")
      return isSchema(value) ? [[keyword, value, after[keyword] as SchemaNode]] : [];
    const [left, right] = [value as SchemaObject, after[keyword] as SchemaObject];
    return Object.keys(left).map((name) => [keyword, left[name] as SchemaNode, right[name] as SchemaNode]);
  });
  return nodes.flatMap(([keyword, left, right]) => {
    const at: Place = { ...below(place, keyword), polarity: "unsure" };
    return unsure(compare(left, right, at), `cannot tell, because it stands in ${keyword}`);
  });
}

/** Which fields a pattern catches cannot be told from outside, so only what is written alike is sure. */
function comparePatternFields({ before, after, place }: Pair): RawDifference[] {
  const keywords = ["properties", "patternProperties", "additionalProperties"] as const;
  return keywords.flatMap((keyword) =>
    isSame(before[keyword], after[keyword])
      ? []
      : [
          {
            path: below(place, keyword).path,
            keyword,
            before: before[keyword],
            after: after[keyword],
            widens: false,
            narrows: false,
            note: "cannot tell, because patternProperties decides which fields it is about",
          },
        ],
  );
}

function compareItems({ before, after, place, compare }: Pair): RawDifference[] {
  const [left, right] = [itemsOf(before), itemsOf(after)];
  const rest = [schemaOr(before.items, true), schemaOr(after.items, true)] as const;
  const found: RawDifference[] = [];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const at = below(place, "prefixItems", index);
    found.push(...compare(left[index] ?? rest[0], right[index] ?? rest[1], at));
  }
  return [...found, ...compare(rest[0], rest[1], below(place, "items"))];
}

const fieldsOf = (node: SchemaObject): SchemaObject => (isObject(node.properties) ? node.properties : {});

const own = (fields: SchemaObject, name: string): SchemaNode | undefined => {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return isSchema(field) ? field : undefined;
};

const requires = (node: SchemaObject, name: string) =>
  Array.isArray(node.required) && node.required.includes(name);

const itemsOf = (node: SchemaObject): readonly SchemaNode[] =>
  Array.isArray(node.prefixItems) ? (node.prefixItems as SchemaNode[]) : [];
