/** The claims of the schema diff against values that a JSON Schema validator judges. */
import Ajv from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { diffSchemas, type SchemaDiff } from "./diff-schemas.ts";
import type { SchemaNode } from "./schema-node.ts";

const name = fc.constantFrom("a", "b", "kind");
const scalar = fc.constantFrom<unknown>("x", "y", "", "xyz", 0, 1, 2, 2.5, -1, true, false, null);
const size = fc.nat({ max: 3 });
const number = fc.constantFrom(-1, 0, 1, 2, 2.5);
const types = fc.constantFrom("array", "boolean", "integer", "null", "number", "object", "string");
const some = { maxLength: 2, minLength: 1 };

const { node } = fc.letrec<{ node: SchemaNode; values: unknown }>((tie) => {
  const inner = tie("node") as fc.Arbitrary<SchemaNode>;
  const branches = fc.array(inner, { minLength: 1, maxLength: 3 });
  const tagged = fc
    .uniqueArray(fc.constantFrom("x", "y", "xyz"), some)
    .chain((tags) => fc.tuple(...tags.map((tag) => inner.map((field) => taggedBranch(tag, field)))));
  const keywords: fc.Arbitrary<object>[] = [
    fc.record({ type: fc.oneof(types, fc.uniqueArray(types, some)) }),
    fc.record({ enum: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
    fc.record({ const: scalar }),
    fc.record({ minimum: number, exclusiveMaximum: number }, { requiredKeys: [] }),
    fc.record({ exclusiveMinimum: number, maximum: number }, { requiredKeys: [] }),
    fc.record({ minLength: size, maxLength: size }, { requiredKeys: [] }),
    fc.record({ pattern: fc.constantFrom("^x", "y") }),
    fc.record({ multipleOf: fc.constantFrom(1, 2) }),
    fc.record({ minItems: size, maxItems: size, uniqueItems: fc.boolean() }, { requiredKeys: [] }),
    fc.record({ minProperties: size, maxProperties: size }, { requiredKeys: [] }),
    fc.record({ required: fc.uniqueArray(name, some) }),
    fc.record(
      {
        type: fc.constant("object"),
        properties: fc.dictionary(name, inner, { maxKeys: 2 }),
        additionalProperties: inner,
        required: fc.uniqueArray(name, { maxLength: 2 }),
      },
      { requiredKeys: ["properties"] },
    ),
    fc.record({ patternProperties: fc.dictionary(fc.constantFrom("a", "^b"), inner, { maxKeys: 1 }) }),
    fc.record({ propertyNames: fc.record({ enum: fc.uniqueArray(name, some) }) }),
    fc.record({ items: inner, prefixItems: branches }, { requiredKeys: [] }),
    fc.record({ contains: inner, minContains: size }, { requiredKeys: ["contains"] }),
    fc.record({ allOf: branches }),
    fc.record({ anyOf: branches }),
    fc.record({ oneOf: branches }),
    tagged.map((oneOf) => ({ type: "object", required: ["kind"], oneOf })),
    fc.record({ not: inner }),
    fc.record({ if: inner, then: inner, else: inner }, { requiredKeys: ["if"] }),
    fc.record({ dependentRequired: fc.dictionary(name, fc.uniqueArray(name, some), { maxKeys: 1 }) }),
    fc.constantFrom({ $ref: "#/$defs/one" }, { $ref: "#/$defs/two" }),
    fc.record({ description: fc.constantFrom("p", "q"), "x-rspp-rule": fc.constantFrom("A", "B") }),
  ];
  const merged = fc.array(fc.oneof(...keywords), { minLength: 0, maxLength: 2 });
  return {
    node: fc.oneof(
      { maxDepth: 3, depthSize: "small", withCrossShrink: true },
      fc.constantFrom<SchemaNode>(true, { type: "string" }, { type: "integer" }, { const: "x" }, {}),
      { arbitrary: merged.map((parts) => Object.assign({}, ...parts) as SchemaNode), weight: 4 },
      fc.boolean(),
    ),
    values: fc.constant(null),
  };
});

const taggedBranch = (tag: string, field: SchemaNode) => ({
  properties: { kind: { const: tag }, a: field },
});

/** A document: references lead to definitions that refer to no others than themselves. */
const schema = fc
  .record({ root: node, one: node, two: node })
  .map(({ root, one, two }) => ({ allOf: [root], $defs: { one, two: withoutReferences(two) } }))
  .map(({ $defs: { one, two }, ...rest }) => ({ ...rest, $defs: { one: withGuardedReferences(one), two } }));

const rewritten = (value: unknown, change: (node: Record<string, unknown>) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, change));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, rewritten(item, change)]);
  return change(Object.fromEntries(entries));
};

const withoutReferences = (value: unknown) =>
  rewritten(value, (object) => ("$ref" in object ? { type: "string" } : object));

/** A definition may refer to itself from a field, which ends with the value. */
const withGuardedReferences = (value: unknown) =>
  rewritten(value, (object) =>
    "$ref" in object ? { properties: { b: { $ref: "#/$defs/one" } }, minProperties: 1 } : object,
  );

/** All places in a document, and the document with another value at one of them. */
function places(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, item]) => places(item, [...path, key]));
  return [path, ...inner];
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (index === Number(key) ? replaced(item, rest, by) : item));
  const object = value as Record<string, unknown>;
  if (rest.length === 0 && by === undefined) {
    const { [key]: _gone, ...left } = object;
    return left;
  }
  return { ...object, [key]: replaced(object[key], rest, by) };
}

/** Two documents that differ in one place, or altogether. */
const pair = fc
  .tuple(
    schema,
    schema,
    fc.nat(),
    fc.oneof(node, scalar, fc.constant(undefined)),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([one, two, at, by, how]): [unknown, unknown] => {
    if (how === 0) return [one, two];
    const all = places(one).filter((path) => path.length > 1);
    const edited = replaced(one, all[at % all.length] ?? [], by) as typeof one;
    return how % 2 === 0 ? [one, edited] : [edited, one];
  });

const leaf = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));
const object = fc.dictionary(name, fc.oneof(leaf, fc.dictionary(name, scalar, { maxKeys: 2 })), {
  maxKeys: 3,
});
const values = fc.array(fc.oneof(leaf, object, object), { minLength: 60, maxLength: 60 });

/** A validator, or undefined for what is no schema. */
function validator(document: unknown): ((value: unknown) => boolean | undefined) | undefined {
  try {
    const ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
    const judge = ajv.compile(document as object);
    return (value) => {
      try {
        return judge(value) as boolean;
      } catch {
        return undefined;
      }
    };
  } catch {
    return undefined;
  }
}

const claims = ({ differences }: SchemaDiff) => {
  const has = (name: string) => differences.some((one) => one.class === name);
  return {
    widens: !has("breaking") && !has("compatible_for_producers"),
    narrows: !has("breaking") && !has("compatible_for_consumers"),
  };
};

describe("the schema diff", () => {
  it("never claims what a value disproves", () => {
    const seen = { none: 0, widens: 0, narrows: 0, neither: 0 };
    fc.assert(
      fc.property(pair, values, ([before, after], drawn) => {
        const [old, young] = [validator(before), validator(after)];
        fc.pre(old !== undefined && young !== undefined);
        const diff = diffSchemas(before, after);
        const { widens, narrows } = claims(diff);
        if (diff.differences.length === 0) seen.none += 1;
        else seen[widens ? "widens" : narrows ? "narrows" : "neither"] += 1;
        for (const value of drawn) {
          const [was, is] = [old(value), young(value)];
          // A definition that says nothing but itself has no meaning, and the validator runs out of stack.
          fc.pre(was !== undefined && is !== undefined);
          if (widens && was) expect(is, `${JSON.stringify(value)} is still valid`).toBe(true);
          if (narrows && is) expect(was, `${JSON.stringify(value)} was valid before`).toBe(true);
        }
      }),
      { seed: 42, numRuns: 300 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(15);
  });

  it("finds no difference between a schema and itself with other annotations", () => {
    fc.assert(
      fc.property(schema, (document) => {
        const noted = { ...document, title: "Other", "x-rspp-since": "9" };
        expect(diffSchemas(document, noted)).toEqual({ verdict: "none", differences: [] });
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it("claims the opposite the other way round", () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        fc.pre(validator(before) !== undefined && validator(after) !== undefined);
        const [there, back] = [claims(diffSchemas(before, after)), claims(diffSchemas(after, before))];
        expect(back).toEqual({ widens: there.narrows, narrows: there.widens });
      }),
      { seed: 42, numRuns: 150 },
    );
  });
});
