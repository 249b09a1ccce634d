/**
 * A value in words, for the `received` part of messages.
 *
 * It looks at values that nobody has vetted, so it never throws, whatever getters, proxies or revoked
 * proxies do, and its result stays short enough to stand inside of a sentence.
 */
import { quote } from "./quote.ts";

const MAX_LENGTH = 60;

/** Such as `"RK-25"`, `1.5`, `an array of 3 items`, `an object with keys "a", "b"`; `nothing` for undefined. */
export function describeValue(value: unknown): string {
  try {
    const words = wordsFor(value);
    return words.length > MAX_LENGTH ? `${words.slice(0, MAX_LENGTH - 1)}…` : words;
  } catch {
    return `${typeof value === "function" ? "a function" : "an object"} that cannot be read`;
  }
}

function wordsFor(value: unknown): string {
  switch (typeof value) {
    case "undefined":
      return "nothing";
    case "string":
      // Quoting can lengthen a text up to six times, which would cut the closing quote off.
      return quote(value, quote(value, MAX_LENGTH - 2).length > MAX_LENGTH ? 8 : MAX_LENGTH - 2);
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "bigint":
      return value > -1e30 && value < 1e30 ? `${value}n (BigInt)` : "a huge BigInt";
    case "symbol":
      return `the symbol ${quote(value.description ?? "", 40)}`;
    case "function":
      return "a function";
    case "object":
      return value === null ? "null" : wordsForObject(value);
    default:
      return String(value);
  }
}

function wordsForObject(object: object): string {
  if (Array.isArray(object)) return wordsForArray(object.length);
  if (object instanceof Date) {
    return Number.isNaN(object.getTime()) ? "an invalid Date" : `a Date (${object.toISOString()})`;
  }
  const className = classNameOf(object);
  if (className !== undefined) return `${/^[AEIOU]/i.test(className) ? "an" : "a"} ${className}`;

  return wordsForKeys(Object.keys(object));
}

/** As many keys as fit, and how many do not. */
function wordsForKeys(keys: readonly string[]): string {
  if (keys.length === 0) return "an empty object";
  let words = `an object with ${keys.length === 1 ? "key" : "keys"} ${quote(keys[0] ?? "", 20)}`;
  for (let shown = 1; shown < keys.length; shown++) {
    const longer = `${words}, ${quote(keys[shown] ?? "", 20)}`;
    if (longer.length > MAX_LENGTH - ", 99 more".length) return `${words}, ${keys.length - shown} more`;
    words = longer;
  }
  return words;
}

function wordsForArray(length: number): string {
  if (length === 0) return "an empty array";
  return `an array of ${length} ${length === 1 ? "item" : "items"}`;
}

/** The class of an instance; undefined for a plain object, of whichever window or worker it comes from. */
function classNameOf(object: object): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (typeof prototype !== "object" || prototype === null) return undefined;
  if (Object.getPrototypeOf(prototype) === null) return undefined;
  const name: unknown = Object(prototype.constructor).name;
  return typeof name === "string" && name !== "" ? name : undefined;
}
