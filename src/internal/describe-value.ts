/**
 * A value in words, for the `received` part of messages.
 *
 * It looks at values that nobody has vetted, so it never throws, whatever getters, proxies or revoked
 * proxies do, and its result stays short enough to stand inside of a sentence. Every entry carries it, so
 * it is also short itself.
 */
import { quote } from "./quote.ts";

const MAX_LENGTH = 60;
const MAX_KEYS = 2;

/** Such as `"RK-25"`, `1.5`, `an array of 3 items`, `an object with keys "a", "b"`; `nothing` for undefined. */
export function describeValue(value: unknown): string {
  try {
    return wordsFor(value);
  } catch {
    return "a value that cannot be read";
  }
}

function wordsFor(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") {
    // Quoting can lengthen a text up to six times.
    const quoted = quote(value, MAX_LENGTH - 2);
    return quoted.length > MAX_LENGTH ? quote(value, MAX_LENGTH / 6) : quoted;
  }
  if (typeof value === "function") return "a function";
  // Printing a huge one would take longer than everything else.
  if (typeof value === "bigint")
    return value > -1e30 && value < 1e30 ? `${value}n (BigInt)` : "a huge BigInt";
  if (typeof value === "symbol") return `the symbol ${quote(value.description ?? "", MAX_LENGTH)}`;
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
  if (Array.isArray(value)) return `an array of ${value.length} ${value.length === 1 ? "item" : "items"}`;
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag !== "Object") return `an object of class ${quote(tag, 20)}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return "an empty object";
  const shown = keys.slice(0, MAX_KEYS).map((key) => quote(key, 20));
  return `an object with keys ${shown.join(", ")}${keys.length > MAX_KEYS ? ` and ${keys.length - MAX_KEYS} more` : ""}`;
}
