/**
 * A value in words, for the `received` part of messages.
 *
 * It looks at values that nobody has vetted, so it never throws, whatever getters, proxies or revoked
 * proxies do, and its result stays short enough to stand inside of a sentence. Every entry carries it, so
 * it is also short itself.
 */
import { quote } from "./quote.ts";

const MAX_TEXT = 60;
const MAX_NAME = 20;

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
  if (typeof value === "string") return excerpt(value, MAX_TEXT);
  if (Object.is(value, -0)) return "-0";
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "object") return `a ${typeof value}`;
  if (Array.isArray(value)) return `an array of ${value.length} ${value.length === 1 ? "item" : "items"}`;
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag !== "Object") return `an object of class ${excerpt(tag, MAX_NAME)}`;
  const [first, second, ...others] = Object.keys(value);
  if (first === undefined) return "an empty object";
  const shown = [first, second].flatMap((key) => (key === undefined ? [] : excerpt(key, MAX_NAME)));
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return `an object with keys ${shown.join(", ")}${more}`;
}

/** The text in quotes, with as much of it as `max` characters hold: escapes can lengthen it sixfold. */
function excerpt(text: string, max: number): string {
  let words = quote(text, max);
  for (let units = max - 1; words.length > max + 2; units -= 1) words = quote(text, units);
  return words;
}
