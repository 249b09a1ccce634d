/**
 * A strict reader of JSON text that says what is wrong and where.
 *
 * It accepts RFC 8259 without what I-JSON (RFC 7493) forbids: names twice in one object, lone surrogates
 * and numbers beyond a 64-bit float. `JSON.parse` keeps the last of two equal names, other parsers keep
 * the first, so that two honest readers of one text can see different values: such text is refused.
 *
 * Two things that I-JSON advises against pass, as in every JSON parser that artifacts meet on their way:
 * Unicode noncharacters such as U+FFFF, and digits beyond the precision of a 64-bit float.
 */
import { quote } from "../quote.ts";
import { DEFAULT_MAX_DEPTH, DEFAULT_MAX_LENGTH, type JsonLimits } from "./json-limits.ts";
import type { JsonReading, Position } from "./json-problem.ts";
import {
  createJsonReader,
  currentPath,
  describeUnit,
  type JsonReader,
  nextUnit,
  type OpenContainer,
  placeOf,
  report,
  stop,
} from "./json-reader.ts";
import { locatePointer } from "./locate-pointer.ts";
import { readScalar } from "./read-scalar.ts";
import { readString } from "./read-string.ts";
import { refuseSyntax } from "./refuse-syntax.ts";

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Reads one JSON text. Every repeated name, lone surrogate and number out of range is reported, up to
 * 100 problems in all; the first syntax error ends the reading. Never throws for bad text.
 */
export function parseIJson(text: string, limits: JsonLimits = {}): JsonReading {
  const { maxDepth = DEFAULT_MAX_DEPTH, maxLength = DEFAULT_MAX_LENGTH } = limits;
  const reader = createJsonReader(text);
  const value = text.length <= maxLength ? readText(reader, maxDepth) : refuseLength(reader, maxLength);
  const { problems } = reader;
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value, locate: (pointer) => locatePointer(text, pointer) };
}

/** The value of the whole text; meaningless when there are problems. */
function readText(reader: JsonReader, maxDepth: number): unknown {
  if (reader.text.charCodeAt(0) === 0xfeff) {
    const hint = "Save the text as UTF-8 without a byte order mark";
    report(reader, {
      code: "byte_order_mark",
      at: 0,
      expected: "text without one",
      received: "U+FEFF",
      hint,
    });
    reader.at = 1;
  }
  if (Number.isNaN(nextUnit(reader))) {
    return stop(reader, { code: "empty", at: reader.at, expected: "a value", received: "no text" });
  }
  while (!reader.stopped) {
    let value = startValue(reader, maxDepth);
    // A value that is complete may complete the containers around it as well.
    while (value !== undefined) {
      const parent = reader.open[reader.open.length - 1];
      if (parent === undefined) return refuseTrailingData(reader, value);
      value = addMember(reader, parent, value);
    }
  }
  return undefined;
}

/** A complete value, or undefined when its members come first or the reading has stopped. */
function startValue(reader: JsonReader, maxDepth: number): unknown {
  const unit = nextUnit(reader);
  if (unit === QUOTE) return readString(reader);
  if (unit !== OPEN_ARRAY && unit !== OPEN_OBJECT) return readScalar(reader);
  if (!(reader.open.length < maxDepth)) {
    const finding = { expected: `at most ${maxDepth} levels of nesting`, received: "more" };
    return stop(reader, { code: "too_deep", at: reader.at, ...finding });
  }
  const isArray = unit === OPEN_ARRAY;
  const container = isArray ? [] : {};
  reader.at++;
  if (nextUnit(reader) === (isArray ? CLOSE_ARRAY : CLOSE_OBJECT)) {
    reader.at++;
    return container;
  }
  const path = currentPath(reader);
  const names = isArray ? undefined : new Map<string, Position>();
  const opened: OpenContainer = { container, path, names, key: isArray ? 0 : undefined };
  reader.open.push(opened);
  if (!isArray) readName(reader, opened);
  return undefined;
}

/** Reads `"name":` and makes it the key of the next value. */
function readName(reader: JsonReader, parent: OpenContainer): undefined {
  parent.key = undefined;
  const unit = nextUnit(reader);
  const start = reader.at;
  if (unit !== QUOTE)
    return refuseSyntax(reader, { at: start, awaited: "name", expected: "a name in double quotes" });
  const name = readString(reader);
  if (name === undefined) return undefined;

  const first = parent.names?.get(name);
  parent.key = name;
  if (first === undefined) parent.names?.set(name, placeOf(reader, start));
  else {
    const received = `${quote(name)} again, first at line ${first.line}, column ${first.column}`;
    report(reader, { code: "duplicate_name", at: start, expected: "each name once in an object", received });
  }
  if (nextUnit(reader) === COLON) reader.at++;
  else refuseSyntax(reader, { at: reader.at, awaited: "separator", expected: 'a ":" after the name' });
}

/** Adds a value to its container; returns the container when that completes it. */
function addMember(reader: JsonReader, parent: OpenContainer, value: unknown): unknown {
  const { container, names, key = 0 } = parent;
  if (key in container) {
    // An inherited name such as `__proto__` or `toString` becomes an ordinary property of its own.
    const descriptor = { value, configurable: true, enumerable: true, writable: true };
    Object.defineProperty(container, key, descriptor);
  } else {
    (container as Record<string | number, unknown>)[key] = value;
  }
  const unit = nextUnit(reader);
  if (unit === COMMA) {
    reader.at++;
    if (names === undefined) parent.key = Number(key) + 1;
    else readName(reader, parent);
    return undefined;
  }
  if (unit === (names === undefined ? CLOSE_ARRAY : CLOSE_OBJECT)) {
    reader.at++;
    reader.open.pop();
    return container;
  }
  return refuseSyntax(reader, {
    at: reader.at,
    awaited: "separator",
    expected: `a "," or "${names === undefined ? "]" : "}"}"`,
  });
}

function refuseTrailingData(reader: JsonReader, value: unknown): unknown {
  if (!Number.isNaN(nextUnit(reader))) {
    const received = describeUnit(reader.text, reader.at);
    const hint = "Send one value a text; read NDJSON line by line";
    stop(reader, { code: "trailing_data", at: reader.at, expected: "the end of the text", received, hint });
  }
  return value;
}

function refuseLength(reader: JsonReader, maxLength: number): undefined {
  const expected = `at most ${maxLength} UTF-16 code units`;
  return stop(reader, { code: "too_large", at: 0, expected, received: `${reader.text.length}` });
}
