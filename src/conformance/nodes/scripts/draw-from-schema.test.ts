import { expect, test } from "vitest";
import { z } from "zod";

import { checkWithSchema } from "../../../authoring/manifest/check-with-schema.ts";
import { jsonSchemaOf } from "../../../authoring/manifest/json-schema-of.ts";
import { seededRandom } from "../../../simulation/seeded-random.ts";
import { drawFromSchema } from "./draw-from-schema.ts";

const Tree: z.ZodType = z.lazy(() => z.object({ name: z.string(), children: z.array(Tree).max(2) }));

test.each([
  ["text", z.string()],
  ["text of a length", z.string().min(5).max(9)],
  ["an email", z.email()],
  ["a time", z.iso.datetime()],
  ["a whole number in bounds", z.int().min(-3).max(3)],
  ["a number between", z.number().gt(0).lt(1)],
  ["a multiple", z.int().multipleOf(5).min(1).max(12)],
  ["one of a list", z.enum(["start", "end"])],
  ["a constant", z.literal(7)],
  ["nothing or text", z.string().nullable()],
  ["a list", z.array(z.boolean()).min(2).max(5)],
  ["a pair", z.tuple([z.string(), z.number()])],
  ["a map", z.record(z.string(), z.int())],
  [
    "an object",
    z.object({
      words: z.array(z.string()),
      confidence: z.number().min(0).max(1),
      note: z.string().optional(),
    }),
  ],
  ["a closed object", z.strictObject({ is_final: z.boolean() })],
  [
    "a choice",
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("a"), x: z.int() }),
      z.object({ kind: z.literal("b") }),
    ]),
  ],
  ["both of two", z.intersection(z.object({ a: z.string() }), z.object({ b: z.int() }))],
  ["a tree", Tree],
])("%s: what is drawn is accepted, at least mostly, and differs", async (_, schema) => {
  const answer = await jsonSchemaOf(schema);
  if (!answer.ok) throw new Error(answer.problem);
  const root = answer.json_schema;
  const random = seededRandom(5);
  const drawn = Array.from({ length: 200 }, () => drawFromSchema(root, { random, root }));
  const good = drawn.filter((value) => checkWithSchema(schema, value).ok);
  expect(good.length).toBeGreaterThan(150);
});

test("the same seed draws the same", () => {
  const root = { type: "object", properties: { a: { type: "string" }, b: { type: "number" } } };
  const draw = () => {
    const random = seededRandom(9);
    return Array.from({ length: 20 }, () => drawFromSchema(root, { random, root }));
  };
  expect(draw()).toEqual(draw());
});
