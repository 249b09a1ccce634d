import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { z as z3 } from "zod/v3";

import type { SchemaIssue, StandardSchema } from "../node/standard-schema.ts";
import { checkWithSchema } from "./check-with-schema.ts";

/** A schema by hand that answers as it is told. */
const answering = (answer: unknown): StandardSchema => ({
  "~standard": { version: 1, vendor: "by-hand", validate: () => answer as { value: unknown } },
});

const refusing = (issue: SchemaIssue) => answering({ issues: [issue] });

describe("checking a value with a schema", () => {
  test.each([
    ["Zod 4", z.object({ a: z.number() })],
    ["Zod 3", z3.object({ a: z3.number() })],
  ])("gives the value or what is wrong, with a schema of %s", (_name, schema) => {
    expect(checkWithSchema(schema, { a: 1, b: 2 })).toEqual({ ok: true, value: { a: 1 } });
    const refused = checkWithSchema(schema, { a: "1" });
    expect(refused).toMatchObject({ ok: false, issues: [{ path: "/a", message: expect.any(String) }] });
  });

  test("gives what the schema makes of the value", () => {
    expect(checkWithSchema(z.string().default("x"), undefined)).toEqual({ ok: true, value: "x" });
    expect(checkWithSchema(answering({ value: undefined }), 1)).toEqual({ ok: true, value: undefined });
  });

  test("says where by JSON Pointer, whatever the path is made of", () => {
    const where = (path: SchemaIssue["path"]) => {
      const check = checkWithSchema(refusing({ message: "no", path }), {});
      return check.ok ? undefined : check.issues;
    };
    expect(where(undefined)).toEqual([{ path: "", message: "no" }]);
    expect(where([])).toEqual([{ path: "", message: "no" }]);
    expect(where(["a/b", 0, "~"])).toEqual([{ path: "/a~1b/0/~0", message: "no" }]);
    expect(where([{ key: "a" }, { key: 1 }])).toEqual([{ path: "/a/1", message: "no" }]);
    expect(where([Symbol("s")])).toEqual([{ path: "/Symbol(s)", message: "no" }]);
  });

  test("agrees with the library on any JSON value", () => {
    const schema = z.union([z.object({ a: z.array(z.int()).optional() }).strict(), z.string(), z.null()]);
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ a: fc.array(fc.integer()) })), (value) => {
        const { ok } = checkWithSchema(schema, value);
        verdicts.add(ok);
        expect(ok).toBe(schema.safeParse(value).success);
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(verdicts.size).toBe(2);
  });

  test("refuses a schema that answers with a promise, and lets its failure come to nothing", async () => {
    const unheard = vi.fn();
    process.on("unhandledRejection", unheard);
    const message =
      'Cannot check a value: expected a synchronous schema but received one of vendor "zod" that answers with a promise; its refinements and transforms must neither be asynchronous nor throw';
    expect(() =>
      checkWithSchema(
        z.string().refine(async () => true),
        "a",
      ),
    ).toThrow(new TypeError(message));
    expect(() => checkWithSchema(answering(Promise.reject(new Error("late"))), 1)).toThrow(TypeError);
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", unheard);
    expect(unheard).not.toHaveBeenCalled();
  });

  test("lets the error of a validator through, but for Zod, which answers with a promise then", () => {
    const refine = () => {
      throw new RangeError("mine");
    };
    const throwing = { "~standard": { ...answering(0)["~standard"], validate: refine } };
    expect(() => checkWithSchema(throwing, "a")).toThrow(new RangeError("mine"));
    expect(() => checkWithSchema(z.string().refine(refine), "a")).toThrow(
      "must neither be asynchronous nor throw",
    );
  });
});
