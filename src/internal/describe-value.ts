/**
 * A value in words, for the `received` part of messages.
 *
 * It looks at values that nobody has vetted, so it never throws, whatever getters, proxies or revoked
 * proxies do, and its result stays short enough to stand inside of a sentence. Every entry carries it, so
 * it is also short itself.
 */
import { quote } from "./quote.ts";

/** Such as `"RK-25"`, `1.5`, `an array of length 3`, `an object {a, b}`; `nothing` for undefined. */
export function describeValue(value: unknown): string {
  try {
    return wordsFor(value);
  } catch {
    return "a value that cannot be read";
  }
}

function wordsFor(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return quote(value);
  // What JSON has no name for. Printing a huge bigint would take longer than everything else.
  if (["function", "bigint", "symbol"].includes(typeof value)) return `a ${typeof value}`;
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
  if (Array.isArray(value)) return `an array of length ${value.length}`;
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag !== "Object") return `an object of class ${quote(tag)}`;
  return `an object {${quote(Object.keys(value).join(", ")).slice(1, -1)}}`;
}
