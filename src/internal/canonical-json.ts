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

/** Deeper values, and such that contain themselves, are refused instead of overflowing the call stack. */
const MAX_DEPTH = 1000;

/** Names and indices from the root to the current value. */
type Path = (string | number)[];

/** The canonical text of a JSON value. Throws TypeError with the JSON Pointer of what JSON cannot say. */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, path: Path): string {
  if (typeof value === "object" && value !== null) return writeContainer(value, path);
  if (typeof value === "string") {
    if (/\p{Surrogate}/u.test(value)) refuse(value, path, "text without lone surrogates");
  } else if (value !== null && typeof value !== "boolean" && !Number.isFinite(value)) {
    refuse(value, path, "a JSON value");
  }
  // Texts and numbers are printed as RFC 8785 wants them: the RFC took its rules from ECMAScript.
  return JSON.stringify(value);
}

function writeContainer(value: object, path: Path): string {
  const isList = Array.isArray(value);
  if (!isList && !isPlain(value)) refuse(value, path, "a JSON value");
  if (path.length >= MAX_DEPTH) refuse(value, path, `no cycle and at most ${MAX_DEPTH} levels of nesting`);
  const parts: string[] = [];
  // The default order of sort compares UTF-16 code units, which is the order of RFC 8785.
  for (const key of isList ? value.keys() : Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (member === undefined && !isList) continue;
    path.push(key);
    parts.push(isList ? write(member, path) : `${write(key, path)}:${write(member, path)}`);
    path.pop();
  }
  return isList ? `[${parts.join(",")}]` : `{${parts.join(",")}}`;
}

/** Whether it is an object literal or came from a parser, of this realm or of another. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function refuse(value: unknown, path: Path, expected: string): never {
  const place = quote(path.map(pointerStep).join(""), 1000);
  throw new TypeError(
    `Cannot canonicalize the value at ${place}: expected ${expected} but received ${describeValue(value)}`,
  );
}
