/** Checks a value with a schema of any library that follows Standard Schema, at once. */
import { pointerStep } from "../../internal/json-pointer.ts";
import { quote } from "../../internal/quote.ts";
import type { SchemaIssue, SchemaOutput, StandardSchema } from "../node/standard-schema.ts";

/** What is wrong, and where: `path` is a JSON Pointer, empty for the value itself. */
export interface SchemaProblem {
  readonly path: string;
  readonly message: string;
}

/** The value as the schema gives it, or what is wrong with it. */
export type SchemaCheck<Output = unknown> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly issues: readonly SchemaProblem[] };

/**
 * Checks a value with a schema. Throws a TypeError for a schema that answers with a promise: checks stand between
 * two virtual instants, and nothing may wait there.
 */
export function checkWithSchema<const Schema extends StandardSchema>(
  schema: Schema,
  value: unknown,
): SchemaCheck<SchemaOutput<Schema>> {
  const { validate, vendor } = schema["~standard"];
  const result = validate(value);
  if (isThenable(result)) {
    // Whatever becomes of it, nobody listens any more.
    result.then(ignore, ignore);
    throw new TypeError(
      `Cannot check a value: expected a synchronous schema but received one of vendor ${quote(vendor)} that answers with a promise; its refinements and transforms must neither be asynchronous nor throw`,
    );
  }
  if (result.issues === undefined) return { ok: true, value: result.value as SchemaOutput<Schema> };
  return { ok: false, issues: result.issues.map(problem) };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}

function ignore(): void {}

function problem({ message, path = [] }: SchemaIssue): SchemaProblem {
  const keys = path.map((step) => (typeof step === "object" ? step.key : step));
  return {
    path: keys.map((key) => pointerStep(String(key))).join(""),
    message,
  };
}
