/**
 * The JSON Canonicalization Scheme (RFC 8785): one text for one value, so that equal values have equal
 * hashes in every language.
 *
 * Strict where `JSON.stringify` guesses: a Date, a Map, a class instance, NaN or an undefined array item
 * is an error at its address, because a hash over a silent replacement would vouch for something else.
 * Members that are undefined count as absent.
 */
import { describeValue } from "./describe-value.ts";
import { pointerStep } from "./json-pointer.ts";
import { quote } from "./quote.ts";

/** Deeper values are refused with an address instead of overflowing the call stack. */
const MAX_DEPTH = 1000;

/** The way from the root to the current value. */
interface Way {
  readonly containers: object[];
  /** Name or index of the current value, or of the one it is in, in each of the containers. */
  readonly keys: (string | number)[];
}

/** The canonical text of a JSON value. Throws TypeError with the JSON Pointer of what JSON cannot say. */
export function canonicalJson(value: unknown): string {
  return write(value, { containers: [], keys: [] });
}

function write(value: unknown, way: Way): string {
  if (typeof value === "object" && value !== null) return writeContainer(value, way);
  if (typeof value === "string") {
    if (/\p{Surrogate}/u.test(value)) refuse(value, way, "text without lone surrogates");
  } else if (typeof value === "number") {
    if (!Number.isFinite(value)) refuse(value, way, "a finite number");
  } else if (value !== null && typeof value !== "boolean") {
    refuse(value, way, "a JSON value");
  }
  // Texts and numbers are printed as RFC 8785 wants them: the RFC took its rules from ECMAScript.
  return JSON.stringify(value);
}

function writeContainer(value: object, way: Way): string {
  const { containers, keys } = way;
  const isList = Array.isArray(value);
  if (!isList && !isPlain(value)) refuse(value, way, "a plain object or an array");
  if (containers.includes(value)) refuse(value, way, "a value that does not contain itself");
  if (containers.push(value) > MAX_DEPTH) refuse(value, way, `at most ${MAX_DEPTH} levels of nesting`);
  const parts: string[] = [];
  // The default order of sort compares UTF-16 code units, which is the order of RFC 8785.
  for (const key of isList ? value.keys() : Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (member === undefined && !isList) continue;
    keys.push(key);
    parts.push(isList ? write(member, way) : `${write(key, way)}:${write(member, way)}`);
    keys.pop();
  }
  containers.pop();
  return isList ? `[${parts.join(",")}]` : `{${parts.join(",")}}`;
}

/** Whether it is an object literal or came from a parser, of this realm or of another. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function refuse(value: unknown, { keys }: Way, expected: string): never {
  const place = quote(keys.map(pointerStep).join(""), 1000);
  throw new TypeError(
    `Cannot canonicalize the value at ${place}: expected ${expected} but received ${describeValue(value)}`,
  );
}
