/** Shapes in words, as they stand after "expected" in a message. */
import type { Shape } from "./shape.ts";

const MOST_VALUES = 8;

/** What the shape expects. */
export function expectedWords(shape: Shape): string {
  switch (shape.is) {
    case "text":
      if (shape.of !== undefined) return oneOf(shape.of);
      if (shape.usual !== undefined) return `a supported form such as "${shape.usual}"`;
      if (shape.like !== undefined) return `text that matches ${shape.like}`;
      return shape.empty ? "a string" : "a non-empty string";
    case "integer":
      if (shape.max !== undefined) return `an integer from ${shape.min ?? "-2^53 + 1"} to ${shape.max}`;
      return shape.min === undefined ? "an integer up to 2^53 - 1" : `an integer >= ${shape.min}`;
    case "number":
      if (shape.max !== undefined) return `a number from ${shape.min ?? "-1.8e308"} to ${shape.max}`;
      return shape.min === undefined ? "a number" : `a number >= ${shape.min}`;
    case "boolean":
      return shape.only === undefined ? "true or false" : String(shape.only);
    case "either":
      return shape.of.map(expectedWords).join(" or ");
    case "any":
      return "any JSON value";
    case "list":
      return listWords(shape.min, shape.max);
    case "map":
      return "a JSON object";
    default:
      return "a JSON object";
  }
}

/** `"a"`, `"a" or "b"`, `one of "a", "b", "c"`, with a count of what does not fit. */
export function oneOf(values: readonly string[]): string {
  const quoted = values.slice(0, MOST_VALUES).map((value) => `"${value}"`);
  if (values.length <= 2) return quoted.join(" or ");
  const rest = values.length - quoted.length;
  return `one of ${quoted.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function listWords(min: number | undefined, max: number | undefined): string {
  if (min === undefined && max === undefined) return "an array";
  if (max === undefined) return `an array of at least ${min} ${min === 1 ? "item" : "items"}`;
  return `an array of ${min ?? 0} to ${max} items`;
}
