import { describe, expect, test } from "vitest";
import { z } from "zod";
import * as mini from "zod/mini";
import { z as z3 } from "zod/v3";

import type { StandardSchema } from "../node/standard-schema.ts";
import { JSON_SCHEMA_DIALECT, jsonSchemaOf } from "./json-schema-of.ts";

const $schema = JSON_SCHEMA_DIALECT;
const said = (json_schema: object) => ({ ok: true, json_schema: { $schema, ...json_schema } });
const unsaid = (problem: string) => ({ ok: false, problem: expect.stringContaining(problem) });

/** A schema of a library nobody knows, which offers JSON Schema as Standard JSON Schema says. */
function offering(answer: unknown, accepts: (value: unknown) => boolean = () => true): StandardSchema {
  const standard = {
    version: 1,
    vendor: "by-hand",
    validate: (value: unknown) => (accepts(value) ? { value } : { issues: [{ message: "no" }] }),
    jsonSchema: { input: () => answer, output: () => answer },
  } as const;
  return { "~standard": standard };
}

const noPackage = async () => Promise.reject(new Error("not installed"));

describe("a schema of Zod 4", () => {
  test("is said by Zod itself, with what goes in", async () => {
    const schema = z.object({ text: z.string().min(1), language: z.string().default("en") });
    expect(await jsonSchemaOf(schema)).toEqual(
      said({
        type: "object",
        properties: {
          text: { type: "string", minLength: 1 },
          language: { type: "string", default: "en" },
        },
        required: ["text"],
      }),
    );
  });

  test("is said by Zod too where it offers nothing of its own: Zod Mini", async () => {
    const schema = mini.object({ text: mini.string().check(mini.minLength(1)) });
    expect("jsonSchema" in schema["~standard"]).toBe(false);
    expect(await jsonSchemaOf(schema)).toEqual(
      said({ type: "object", properties: { text: { type: "string", minLength: 1 } }, required: ["text"] }),
    );
    expect(await jsonSchemaOf(mini.date())).toEqual(unsaid("Date cannot be represented"));
  });

  test.each<readonly [string, StandardSchema]>([
    ["a transform", z.string().transform(Number)],
    ["a transform further in", z.object({ a: z.array(z.string().transform(Number)) })],
    ["a date", z.object({ at: z.date() })],
    ["a bigint", z.bigint()],
    ["a class", z.instanceof(Int16Array)],
    ["a type of one's own", z.object({ a: z.custom<string>(() => true) })],
    ["undefined", z.undefined()],
    ["a map", z.map(z.string(), z.string())],
  ])("cannot be said with %s in it", async (_name, schema) => {
    expect(await jsonSchemaOf(schema)).toEqual(unsaid("cannot be represented in JSON Schema"));
  });

  test("may accept everything, and nothing", async () => {
    expect(await jsonSchemaOf(z.unknown())).toEqual(said({}));
    expect(await jsonSchemaOf(z.any().describe("whatever"))).toEqual(said({ description: "whatever" }));
    expect(await jsonSchemaOf(z.never())).toEqual(said({ not: {} }));
  });

  test("may hold itself", async () => {
    const list = z.object({
      get next() {
        return list.optional();
      },
    });
    const next = { $ref: "#" };
    expect(await jsonSchemaOf(list)).toEqual(said({ type: "object", properties: { next } }));
  });
});

describe("a schema of any library that offers JSON Schema", () => {
  test("is said by it", async () => {
    expect(await jsonSchemaOf(offering({ type: "string" }))).toEqual(said({ type: "string" }));
    expect(await jsonSchemaOf(offering({}))).toEqual(said({}));
  });

  test("is not believed to accept everything when it does not", async () => {
    const numbersOnly = (value: unknown) => typeof value === "number";
    const silent = unsaid("answers with one that accepts everything");
    expect(await jsonSchemaOf(offering({}, numbersOnly))).toEqual(silent);
    expect(await jsonSchemaOf(offering({ $schema, title: "A number" }, numbersOnly))).toEqual(silent);
    expect(await jsonSchemaOf(offering({ type: "number" }, numbersOnly))).toEqual(said({ type: "number" }));
  });

  test("has to answer in JSON, in draft 2020-12", async () => {
    const draft7 = { $schema: "http://json-schema.org/draft-07/schema#", type: "string" };
    expect(await jsonSchemaOf(offering(draft7))).toEqual(unsaid("instead of draft 2020-12"));
    expect(await jsonSchemaOf(offering(undefined))).toEqual(unsaid("no JSON Schema"));
    expect(await jsonSchemaOf(offering({ const: 1n }))).toEqual(unsaid("BigInt"));
  });

  test("cannot be said where either side throws", async () => {
    const { "~standard": standard } = offering({ type: "string" });
    const output = () => {
      throw new Error("No\n  output.");
    };
    const schema = {
      "~standard": { ...standard, jsonSchema: { input: () => ({ type: "string" }), output } },
    };
    expect(await jsonSchemaOf(schema)).toEqual({ ok: false, problem: "No output" });
  });
});

describe("a schema of a library that needs another package", () => {
  test("names the package that is missing and how to install it", async () => {
    const problem = (name: string) => ({
      ok: false,
      problem: `The package ${name} could not be loaded; npm install ${name}`,
    });
    const valibot = {
      "~standard": { ...offering({})["~standard"], vendor: "valibot", jsonSchema: undefined },
    };
    const options = { load: noPackage };
    expect(await jsonSchemaOf(z3.string(), options)).toEqual(problem("zod-to-json-schema"));
    expect(await jsonSchemaOf(valibot, options)).toEqual(problem("@valibot/to-json-schema"));
  });

  test("never goes on with a package that does not do what is needed", async () => {
    const tooOld = unsaid("The package zod-to-json-schema is too old for this");
    const deaf = { zodToJsonSchema: () => ({}), ignoreOverride: Symbol("ignore") };
    expect(await jsonSchemaOf(z3.string(), { load: async () => ({}) })).toEqual(tooOld);
    expect(await jsonSchemaOf(z3.string(), { load: async () => deaf })).toEqual(tooOld);
  });

  test("says what is missing where a library offers nothing at all", async () => {
    const { jsonSchema: _none, ...standard } = offering({})["~standard"] as StandardSchema["~standard"] & {
      readonly jsonSchema: unknown;
    };
    expect(await jsonSchemaOf({ "~standard": standard })).toEqual(unsaid("offers no JSON Schema"));
  });
});
