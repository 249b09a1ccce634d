/** What the schema diff says about edits, one keyword at a time. */
import { describe, expect, it } from "vitest";

import { contracts } from "../../contracts/catalog.ts";
import type { Contract } from "../../contracts/core/define-contract.ts";
import { emitSchema, schemaId } from "../emit.ts";
import { diffSchemas } from "./diff-schemas.ts";
import type { SchemaNode } from "./schema-node.ts";

const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });
const closed = { additionalProperties: false };
const text = { type: "string" };
const found = (before: unknown, after: unknown) =>
  diffSchemas(before, after).differences.map((one) => `${one.class} ${one.path}`);

describe("the classes of the schema diff", () => {
  it.each<[string, SchemaNode, SchemaNode, string[]]>([
    [
      "a new optional field of a closed object",
      object({}, closed),
      object({ a: text }, closed),
      ["compatible_for_consumers /properties/a"],
    ],
    [
      "a new optional field of an open object",
      object({}),
      object({ a: text }),
      ["compatible_for_producers /properties/a"],
    ],
    [
      "a field that is gone from a closed object",
      object({ a: text }, closed),
      object({}, closed),
      ["compatible_for_producers /properties/a"],
    ],
    [
      "a field that becomes required",
      object({ a: text }),
      object({ a: text }, { required: ["a"] }),
      ["compatible_for_producers /required"],
    ],
    ["a further value", { enum: ["a"] }, { enum: ["a", "b"] }, ["compatible_for_consumers /enum"]],
    ["const as enum", { const: "a" }, { enum: ["a"] }, ["additive /enum"]],
    ["another order of values", { enum: ["a", "b"] }, { enum: ["b", "a"] }, ["additive /enum"]],
    ["other values", { enum: ["a"] }, { enum: ["b"] }, ["breaking /enum"]],
    ["a wider type", { type: "integer" }, { type: "number" }, ["compatible_for_consumers /type"]],
    ["another type", { type: "string" }, { type: "number" }, ["breaking /type"]],
    ["a further type", text, { type: ["string", "null"] }, ["compatible_for_consumers /type"]],
    ["a higher minimum", { minimum: 0 }, { minimum: 1 }, ["compatible_for_producers /minimum"]],
    [
      "an exclusive bound at the same place",
      { minimum: 0 },
      { exclusiveMinimum: 0 },
      ["compatible_for_producers /minimum"],
    ],
    ["another pattern", { pattern: "a" }, { pattern: "b" }, ["breaking /pattern"]],
    ["a pattern that is gone", { ...text, pattern: "a" }, text, ["compatible_for_consumers /pattern"]],
    [
      "a closed object that opens",
      object({}, closed),
      object({}),
      ["compatible_for_consumers /additionalProperties"],
    ],
    [
      "a further branch of anyOf",
      { anyOf: [text] },
      { anyOf: [text, { type: "null" }] },
      ["compatible_for_consumers /anyOf/1"],
    ],
    [
      "a further branch of allOf",
      { allOf: [text] },
      { allOf: [text, { minLength: 1 }] },
      ["compatible_for_producers /allOf/1"],
    ],
    [
      "a further branch of a oneOf that may overlap",
      { oneOf: [text] },
      { oneOf: [text, { minLength: 1 }] },
      ["breaking /oneOf/1"],
    ],
    [
      "less below not",
      { not: { minimum: 5 } },
      { not: { minimum: 6 } },
      ["compatible_for_consumers /not/minimum"],
    ],
    [
      "a stricter condition",
      { if: { minimum: 1 }, then: text },
      { if: { minimum: 2 }, then: text },
      ["compatible_for_consumers /if/minimum"],
    ],
    [
      "a stricter conclusion",
      { if: text, then: { minLength: 1 } },
      { if: text, then: { minLength: 2 } },
      ["compatible_for_producers /then/minLength"],
    ],
    ["a keyword that nobody knows", text, { ...text, odd: 1 }, ["breaking /odd"]],
    ["annotations", { title: "a", "x-rspp-rule": "A" }, { description: "b", examples: [1] }, []],
  ])("%s", (_name, before, after, expected) => {
    expect(found(before, after)).toEqual(expected);
  });

  it("tells apart the branches of a union by a field", () => {
    const branch = (kind: string, more: object = {}) => object({ kind: { const: kind }, ...more });
    const union = (...oneOf: object[]) => ({ type: "object", required: ["kind"], oneOf });
    const [a, b] = [branch("a"), branch("b")];
    expect(found(union(a), union(a, b))).toEqual(["compatible_for_consumers /oneOf/1"]);
    expect(found(union(a, b), union(branch("b", { x: text }), a))).toEqual([
      "compatible_for_producers /oneOf/0/properties/x",
    ]);
  });

  it("follows references, also of a schema to itself, and never guesses at an unknown one", () => {
    const tree = (minimum: number) => ({
      $ref: "#/$defs/t",
      $defs: { t: object({ n: { minimum }, next: { $ref: "#/$defs/t" } }) },
    });
    expect(found(tree(0), tree(0))).toEqual([]);
    expect(found(tree(1), tree(0))).toEqual(["compatible_for_consumers /$ref/properties/n/minimum"]);
    expect(found({ $ref: "https://e.org/a" }, { $ref: "https://e.org/b" })).toEqual(["breaking /$ref"]);
    expect(found({ $ref: "https://e.org/a" }, { $ref: "https://e.org/a" })).toEqual([]);
  });

  it("allows within a major version what old readers can read", () => {
    expect(diffSchemas(object({}), object({ a: text })).verdict).toBe("additive");
    expect(diffSchemas(object({}), object({ a: text }, { required: ["a"] })).verdict).toBe("breaking");
    expect(diffSchemas(object({}), object({ a: false })).verdict).toBe("breaking");
    expect(diffSchemas({ minimum: 1 }, { minimum: 2 }).verdict).toBe("breaking");
    expect(diffSchemas({ minimum: 2 }, { minimum: 1 }).verdict).toBe("additive");
  });

  it("says what was and what is", () => {
    expect(diffSchemas({ minLength: 1 }, { minLength: 2 }).differences).toEqual([
      {
        class: "compatible_for_producers",
        breaking: true,
        path: "/minLength",
        keyword: "minLength",
        before: 1,
        after: 2,
        words: "minLength was 1 and is 2: some that was valid is not any more",
      },
    ]);
    expect(() => diffSchemas(1, {})).toThrow(TypeError);
  });
});

describe("the published schemas", () => {
  const all = Object.values(contracts).map((contract) => contract as unknown as Contract);
  const resolverOf = (openness: "closed" | "open") => {
    const byId = new Map(all.map((one) => [schemaId(one.address, openness), emitSchema(one, openness)]));
    return (id: string) => byId.get(id) as SchemaNode | undefined;
  };
  const [toClosed, toOpen] = [resolverOf("closed"), resolverOf("open")];

  it("do not differ from themselves", () => {
    const options = { resolveBefore: toClosed, resolveAfter: toClosed };
    for (const one of all) {
      const schema = emitSchema(one, "closed");
      expect(diffSchemas(schema, structuredClone(schema), options).verdict, one.address).toBe("none");
    }
  });

  it("accept in their open form what the closed one accepts, wherever no direction turns", () => {
    const options = { resolveBefore: toClosed, resolveAfter: toOpen };
    const verdicts = all.map(
      (one) => diffSchemas(emitSchema(one, "closed"), emitSchema(one, "open"), options).verdict,
    );
    expect(verdicts.filter((verdict) => verdict === "none")).toEqual([]);
    expect(verdicts.filter((verdict) => verdict === "additive").length).toBeGreaterThan(all.length / 2);
  });
});
