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

/** A container on the way from the root to the current value. */
interface Step {
  readonly parent: Step | undefined;
  readonly container: object;
  readonly depth: number;
  /** Name or index of the member being written. */
  key: string | number;
}

/** The canonical text of a JSON value. Throws TypeError with the JSON Pointer of what JSON cannot say. */
export function canonicalJson(value: unknown): string {
  return write(value, undefined);
}

function write(value: unknown, step: Step | undefined): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return writeString(value, step);
  if (typeof value === "number") {
    // JSON.stringify prints numbers as RFC 8785 wants them: the RFC took its rule from ECMAScript.
    return Number.isFinite(value) ? JSON.stringify(value) : refuse("a finite number", value, step);
  }
  if (typeof value !== "object") return refuse("a JSON value", value, step);

  for (let outer = step; outer !== undefined; outer = outer.parent) {
    if (outer.container === value) return refuse("a value that does not contain itself", value, step);
  }
  const depth = step === undefined ? 1 : step.depth + 1;
  if (depth > MAX_DEPTH) return refuse(`at most ${MAX_DEPTH} levels of nesting`, value, step);
  const inner: Step = { parent: step, container: value, depth, key: "" };
  if (Array.isArray(value)) return writeArray(value, inner);
  return isPlain(value) ? writeObject(value, inner) : refuse("a plain object or an array", value, step);
}

function writeArray(items: readonly unknown[], step: Step): string {
  const texts: string[] = [];
  for (let index = 0; index < items.length; index++) {
    step.key = index;
    texts.push(write(items[index], step));
  }
  return `[${texts.join(",")}]`;
}

function writeObject(object: Readonly<Record<string, unknown>>, step: Step): string {
  const members: string[] = [];
  // The default order of sort compares UTF-16 code units, which is the order of RFC 8785.
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    if (value === undefined) continue;
    step.key = key;
    members.push(`${writeString(key, step)}:${write(value, step)}`);
  }
  return `{${members.join(",")}}`;
}

function writeString(text: string, step: Step | undefined): string {
  return /\p{Surrogate}/u.test(text)
    ? refuse("text without lone surrogates", text, step)
    : JSON.stringify(text);
}

/** Whether it is an object literal or came from a parser, of this realm or of another. */
function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function refuse(expected: string, received: unknown, step: Step | undefined): never {
  let pointer = "";
  for (let at = step; at !== undefined; at = at.parent) pointer = pointerStep(at.key) + pointer;
  const place = quote(pointer, 1000);
  throw new TypeError(
    `Cannot canonicalize the value at ${place}: expected ${expected} but received ${describeValue(received)}`,
  );
}
