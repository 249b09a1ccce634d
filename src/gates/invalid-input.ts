/**
 * Errors for input that a gate cannot be evaluated on.
 *
 * A gate fails closed: a broken sample or option is never skipped, because a sample that is left out of a
 * percentile makes a bad run look good. These are misuse, hence throws; a failing run is a verdict.
 */
import { describeValue } from "../internal/describe-value.ts";
import { quote } from "../internal/quote.ts";

/** What a value has to be. */
export interface InputShape {
  /** As it stands after "expected" in a message. */
  readonly expected: string;
  /** A value of this type that is not accepted is out of range, any other has a wrong type. */
  readonly type: "string" | "number" | "boolean" | "object";
  accepts(value: unknown): boolean;
}

/** An integer from `min` to `max`. */
export const integerFrom = (min: number, max = Number.MAX_SAFE_INTEGER): InputShape => ({
  expected: `an integer from ${min} to ${max}`,
  type: "number",
  accepts: (value) => Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max,
});

/** An integer from 0 to 2^53 - 1. */
export const INTEGER: InputShape = integerFrom(0);

/** A non-empty string. */
export const TEXT: InputShape = {
  expected: "a non-empty string",
  type: "string",
  accepts: (value) => typeof value === "string" && value !== "",
};

/** A boolean. */
export const BOOLEAN: InputShape = {
  expected: "a boolean",
  type: "boolean",
  accepts: (value) => typeof value === "boolean",
};

/** An array of anything. */
export const LIST: InputShape = { expected: "an array", type: "object", accepts: Array.isArray };

/** One of a closed list of strings. */
export const oneOf = (allowed: readonly string[]): InputShape => ({
  expected: allowed.map((word) => `"${word}"`).join(" or "),
  type: "string",
  accepts: (value) => allowed.some((word) => word === value),
});

/** The error for a value at `path`, such as `samples[3].turn_open_at_ms`, that has not the shape. */
export function invalidInput(path: string, value: unknown, shape: InputShape): TypeError | RangeError {
  const message = `Cannot evaluate ${path}: expected ${shape.expected} but received ${describeValue(value)}`;
  const isOutOfRange = typeof value === shape.type && shape.type !== "object";
  return isOutOfRange ? new RangeError(message) : new TypeError(message);
}

/** Throws unless the value has the shape. */
export function requireShape(path: string, value: unknown, shape: InputShape): void {
  if (!shape.accepts(value)) throw invalidInput(path, value, shape);
}

const OBJECT: InputShape = {
  expected: "an object",
  type: "object",
  accepts: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

/** Throws unless the value is an object that is no array. */
export function requireObject(path: string, value: unknown): void {
  requireShape(path, value, OBJECT);
}

/** Throws unless the value is an object that has no fields but these. */
export function requireFields(
  path: string,
  value: unknown,
  { only: known }: { readonly only: ReadonlySet<string> },
): void {
  requireObject(path, value);
  for (const name of Object.keys(value as object)) {
    if (!known.has(name)) throw unknownField(path, name, known);
  }
}

function unknownField(path: string, name: string, known: ReadonlySet<string>): TypeError {
  return new TypeError(
    `Cannot evaluate ${path}: expected no fields but ${[...known].join(", ")} and received ${quote(name)}`,
  );
}
