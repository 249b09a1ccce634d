import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { z as z3 } from "zod/v3";

import type { StandardSchema } from "../node/standard-schema.ts";
import { checkWithSchema } from "./check-with-schema.ts";
import { jsonSchemaOf } from "./json-schema-of.ts";

/** A package that is there in some checkouts only, seen as what these tests use of it. */
async function optional<T>(name: string): Promise<T | undefined> {
  try {
    return (await import(/* @vite-ignore */ name)) as T;
  } catch {
    console.warn(`Skipping the schemas that need ${name}: it is not installed`);
    return undefined;
  }
}

type Make = (...inputs: readonly unknown[]) => StandardSchema;
type Valibot = { readonly [name in (typeof VALIBOT_NAMES)[number]]: Make };
type ArkType = { readonly type: Make & { readonly instanceOf: Make } };
const VALIBOT_NAMES = [
  "object",
  "string",
  "optional",
  "tuple",
  "number",
  "boolean",
  "union",
  "null",
  "array",
  "literal",
  "pipe",
  "minLength",
  "integer",
  "date",
  "bigint",
  "instance",
  "transform",
  "check",
  "any",
] as const;

const zodToJsonSchema = await optional<object>("zod-to-json-schema");
const v = await optional<Valibot>("valibot");
const valibotConverter = await optional<object>("@valibot/to-json-schema");
const ark = await optional<ArkType>("arktype");

type Sample = readonly [name: string, schema: StandardSchema];
type MadeOf<Library> = readonly [name: string, make: (library: Library) => StandardSchema];
type Skip = { readonly skip: (note: string) => void };

const zod3Samples = ((): readonly Sample[] => {
  type Tree = { readonly "a/b"?: Tree | undefined; readonly pair: [string, ...Tree[]] };
  const tree: z3.ZodType<Tree> = z3.lazy(() =>
    z3.object({ "a/b": tree.optional(), pair: z3.tuple([z3.string()]).rest(tree) }),
  );
  const text = z3.string().min(1);
  return [
    ["an object", z3.object({ a: text, b: z3.array(text).optional(), c: z3.null() })],
    ["a closed object", z3.strictObject({ a: z3.boolean() })],
    ["an object with more", z3.object({ a: z3.string() }).catchall(z3.number())],
    ["a tuple", z3.tuple([z3.string(), z3.number()])],
    ["an empty tuple", z3.tuple([])],
    ["a tuple with a rest", z3.object({ pair: z3.tuple([text, text]).rest(z3.number().int()) })],
    ["a record", z3.record(z3.enum(["a", "b"]), z3.number())],
    ["literals", z3.union([z3.literal("a"), z3.literal(1), z3.literal(null), z3.literal(true)])],
    ["null", z3.literal(null)],
    ["what is nullable", z3.number().gt(0).nullable()],
    [
      "a union",
      z3.discriminatedUnion("a", [
        z3.object({ a: z3.literal("a") }),
        z3.object({ a: z3.literal("b"), b: text }),
      ]),
    ],
    ["an intersection", z3.intersection(z3.object({ a: text }), z3.object({ b: text }))],
    ["a pattern with a flag", z3.string().regex(/^[ab]+$/i)],
    ["a tree", tree],
    ["anything", z3.unknown()],
    ["nothing", z3.never()],
  ];
})();

const valibotSamples: readonly MadeOf<Valibot>[] = [
  [
    "an object",
    ({ object, pipe, string, minLength, optional: maybe, array, null: none }) =>
      object({ a: pipe(string(), minLength(1)), b: maybe(array(string())), c: none() }),
  ],
  [
    "a tuple",
    ({ object, tuple, string, pipe, number, integer }) =>
      object({ pair: tuple([string(), pipe(number(), integer())]) }),
  ],
  [
    "a union",
    ({ union, literal, boolean, array, number }) => union([literal("a"), boolean(), array(number())]),
  ],
  ["anything", ({ any }) => any()],
];

const arkSamples: readonly MadeOf<ArkType>[] = [
  ["an object", ({ type }) => type({ a: "string>0", "b?": "string[]", c: "null" })],
  ["a tuple", ({ type }) => type({ pair: ["string", "number.integer"] })],
  ["a union", ({ type }) => type("'a'|boolean")],
  ["anything", ({ type }) => type("unknown")],
];

const zod4Samples: readonly Sample[] = [
  ["an object", z.object({ a: z.string().min(1), b: z.array(z.string()).optional(), c: z.null() })],
  ["a closed object", z.strictObject({ a: z.boolean() })],
  ["a tuple", z.object({ pair: z.tuple([z.string(), z.int()]) })],
  ["a union", z.union([z.literal("a"), z.boolean(), z.record(z.string(), z.number())])],
];

/** Values that the samples tell apart. */
const values = fc.oneof(
  { maxDepth: 3 },
  fc.constantFrom<unknown>("a", "b", "AB", "", 0, 1, 1.5, true, null, [], {}, { pair: ["a", 1] }, ["a", 1]),
  fc.letrec((again) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom<unknown>("a", "b", "", 0, 1, 1.5, true, null),
      fc.array(again("value"), { maxLength: 3 }),
      fc.record(
        {
          a: again("value"),
          b: again("value"),
          c: again("value"),
          pair: again("value"),
          "a/b": again("value"),
          z: again("value"),
        },
        { requiredKeys: [] },
      ),
    ),
  })).value,
);

async function expectAgreement(schema: StandardSchema): Promise<void> {
  const answer = await jsonSchemaOf(schema);
  if (!answer.ok) throw new Error(`Expected a JSON Schema but received: ${answer.problem}`);
  const ajv = new Ajv2020({ strict: false });
  expect(ajv.validateSchema(answer.json_schema)).toBe(true);
  const accepts = ajv.compile(answer.json_schema);
  fc.assert(
    fc.property(values, (value) => {
      expect([value, accepts(value)]).toEqual([value, checkWithSchema(schema, value).ok]);
    }),
    { seed: 1, numRuns: 400 },
  );
}

/** What a test needs besides Zod 4, or a note that it is skipped without it. */
const zod3 = ({ skip }: Skip) => zodToJsonSchema ?? skip("zod-to-json-schema is not installed");
const valibot = ({ skip }: Skip) =>
  (valibotConverter === undefined ? undefined : v) ??
  skip("valibot or @valibot/to-json-schema is not installed");
const arkType = ({ skip }: Skip) => ark ?? skip("arktype is not installed");

describe("what is said is what the schema accepts", () => {
  test.for(zod4Samples)("Zod 4: %s", ([, schema]) => expectAgreement(schema));
  test.for(zod3Samples)("Zod 3: %s", async ([, schema], context) => {
    if (zod3(context)) await expectAgreement(schema);
  });
  test.for(valibotSamples)("Valibot: %s", async ([, make], context) => {
    const library = valibot(context);
    if (library) await expectAgreement(make(library));
  });
  test.for(arkSamples)("ArkType: %s", async ([, make], context) => {
    const library = arkType(context);
    if (library) await expectAgreement(make(library));
  });
});

describe("what JSON Schema cannot say is told with a reason", () => {
  const expectProblem = async (schema: StandardSchema, words: RegExp) =>
    expect(await jsonSchemaOf(schema)).toEqual({ ok: false, problem: expect.stringMatching(words) });

  test.for<readonly [string, StandardSchema, RegExp]>([
    ["a date", z3.object({ at: z3.date() }), /^ZodDate cannot be .*\(at #\/properties\/at\)$/],
    ["a bigint", z3.bigint(), /^ZodBigInt/],
    ["a bigint among options", z3.union([z3.string(), z3.bigint()]), /^ZodBigInt/],
    ["a bigint or null", z3.bigint().nullable(), /^ZodBigInt/],
    ["a literal bigint", z3.literal(1n), /^A literal bigint/],
    ["a function", z3.function(), /^ZodFunction/],
    ["a class", z3.object({ a: z3.instanceof(Int16Array).optional() }), /^A type of your own/],
    ["a type of one's own", z3.custom<string>(() => true), /^A type of your own/],
    ["a transform", z3.array(z3.string().transform(Number)), /^A transform .*\(at #\/items\)$/],
    ["a map", z3.map(z3.string(), z3.string()), /^ZodMap/],
    ["a set", z3.set(z3.string()), /^ZodSet/],
    ["undefined", z3.object({ a: z3.undefined() }), /^ZodUndefined/],
  ])("Zod 3: %s", async ([, schema, words], context) => {
    if (zod3(context)) await expectProblem(schema, words);
  });

  test.for<readonly [...MadeOf<Valibot>, RegExp]>([
    ["a date", ({ object, date }) => object({ at: date() }), /"date" schema cannot be converted/],
    ["a bigint", ({ bigint }) => bigint(), /"bigint" schema cannot be converted/],
    ["a class", ({ instance }) => instance(Int16Array), /"instance" schema cannot be converted/],
    ["a transform", ({ pipe, string, transform }) => pipe(string(), transform(Number)), /"transform" action/],
    ["code", ({ pipe, string, check }) => pipe(string(), check(Boolean)), /"check" action/],
  ])("Valibot: %s", async ([, make, words], context) => {
    const library = valibot(context);
    if (library) await expectProblem(make(library), words);
  });

  test.for<readonly [...MadeOf<ArkType>, RegExp]>([
    ["a date", ({ type }) => type({ at: "Date" }), /^JSON Schema has no date$/],
    ["a bigint", ({ type }) => type("bigint"), /^JSON Schema has no domain$/],
    ["a class", ({ type }) => type.instanceOf(Int16Array), /^JSON Schema has no proto$/],
    ["a transform", ({ type }) => type("string.numeric.parse"), /^JSON Schema has no morph$/],
  ])("ArkType: %s", async ([, make, words], context) => {
    const library = arkType(context);
    if (library) await expectProblem(make(library), words);
  });
});
