/**
 * Finds where a value starts in text that is known to be JSON.
 *
 * Positions are wanted only when something is wrong, so they are found by reading the text again instead
 * of being kept for every value.
 */
import { pointerKeys } from "../json-pointer.ts";
import type { Position } from "./json-problem.ts";

/** Line and column of the value at a JSON Pointer, or undefined where the text has no such value. */
export function locatePointer(text: string, pointer: string): Position | undefined {
  const keys = pointerKeys(pointer);
  if (keys === undefined) return undefined;
  let at = skipSpace(text, 0);
  for (const key of keys) {
    at = text[at] === "{" ? findMember(text, at, key) : text[at] === "[" ? findItem(text, at, key) : -1;
    if (at < 0) return undefined;
  }
  return positionAt(text, at);
}

/** Line and column of an offset. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  for (;;) {
    const lineFeed = text.indexOf("\n", lineStart);
    if (lineFeed < 0 || lineFeed >= offset) return { line, column: offset - lineStart + 1 };
    line++;
    lineStart = lineFeed + 1;
  }
}

function findMember(text: string, objectAt: number, name: string): number {
  let at = skipSpace(text, objectAt + 1);
  while (text[at] === '"') {
    const nameEnd = endOfString(text, at);
    // Past the colon.
    const valueAt = skipSpace(text, skipSpace(text, nameEnd) + 1);
    if (JSON.parse(text.slice(at, nameEnd)) === name) return valueAt;
    at = skipValue(text, valueAt);
  }
  return -1;
}

function findItem(text: string, arrayAt: number, key: string): number {
  if (!/^(?:0|[1-9]\d*)$/.test(key)) return -1;
  let at = skipSpace(text, arrayAt + 1);
  for (let rest = Number(key); rest > 0 && text[at] !== "]"; rest--) at = skipValue(text, at);
  return text[at] === "]" ? -1 : at;
}

/** From a value past its comma to the next one, or to the bracket that ends the container. */
function skipValue(text: string, valueAt: number): number {
  let depth = 0;
  let at = valueAt;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) {
      at = endOfString(text, at);
      continue;
    }
    if (unit === 0x7b || unit === 0x5b) depth++;
    else if (unit === 0x7d || unit === 0x5d) depth--;
    if (depth < 0) return at;
    at++;
    if (unit === 0x2c && depth === 0) return skipSpace(text, at);
  }
  return at;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== 0x22) at += text.charCodeAt(at) === 0x5c ? 2 : 1;
  return at + 1;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) <= 0x20) at++;
  return at;
}
