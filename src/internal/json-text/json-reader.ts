/**
 * The state of one reading: where the reader is, what it is inside of, and what it found wrong.
 *
 * Nesting lives in an explicit list instead of the call stack, so that no limit a caller chooses can
 * overflow the stack.
 */
import { pointerStep } from "../json-pointer.ts";
import { quote } from "../quote.ts";
import {
  type JsonProblem,
  type JsonProblemCode,
  jsonProblem,
  MAX_JSON_PROBLEMS,
  type Position,
} from "./json-problem.ts";

/** An object or array whose end has not been read yet. */
export interface OpenContainer {
  readonly container: Record<string, unknown> | unknown[];
  /** JSON Pointer to the container. */
  readonly path: string;
  /** Names seen so far and where; undefined for an array. */
  readonly names: Map<string, Position> | undefined;
  /** Name or index of the member being read; undefined while its name is awaited. */
  key: string | number | undefined;
}

/** Where the reading of a text stands. */
export interface JsonReader {
  readonly text: string;
  readonly open: OpenContainer[];
  readonly problems: JsonProblem[];
  /** Offset of the next unit to read. */
  at: number;
  line: number;
  /** Offset of the first unit of the line. */
  lineStart: number;
  /** Set when nothing sensible can be read any more. */
  stopped: boolean;
}

/** A reader at the start of a text. */
export function createJsonReader(text: string): JsonReader {
  return { text, open: [], problems: [], at: 0, line: 1, lineStart: 0, stopped: false };
}

/** JSON Pointer to the value being read. */
export function currentPath({ open }: JsonReader): string {
  const inner = open[open.length - 1];
  if (inner === undefined) return "";
  return inner.key === undefined ? inner.path : inner.path + pointerStep(inner.key);
}

/** The place of an offset on the current line; no token spans lines, so no token needs another line. */
export function placeOf(reader: JsonReader, offset: number): Position {
  return { line: reader.line, column: offset - reader.lineStart + 1 };
}

/** What is wrong at an offset of the text. */
export interface JsonFault {
  readonly code: JsonProblemCode;
  readonly at: number;
  readonly expected: string;
  readonly received: string;
  readonly hint?: string | undefined;
}

/** Notes a problem after which reading goes on, unless there are enough of them. */
export function report(reader: JsonReader, { code, at: offset, expected, received, hint }: JsonFault): void {
  const { problems } = reader;
  if (problems.length >= MAX_JSON_PROBLEMS) return;
  const problem = { code, path: currentPath(reader), ...placeOf(reader, offset), offset, expected, received };
  problems.push(jsonProblem(hint === undefined ? problem : { ...problem, hint }));
  if (problems.length === MAX_JSON_PROBLEMS) reader.stopped = true;
}

/** Notes a problem that ends the reading. */
export function stop(reader: JsonReader, fault: JsonFault): undefined {
  report(reader, fault);
  reader.stopped = true;
}

/** Moves past whitespace and returns the unit there, NaN at the end of the text. */
export function nextUnit(reader: JsonReader): number {
  for (;;) {
    const unit = reader.text.charCodeAt(reader.at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return unit;
    reader.at++;
    if (unit === 0x0a) {
      reader.line++;
      reader.lineStart = reader.at;
    }
  }
}

/** What stands at an offset, in words for a message. */
export function describeUnit(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  if (point === undefined) return "the end of the text";
  const word = /^[-+.\w$]+/.exec(text.slice(offset, offset + 61));
  if (word !== null) return quote(word[0]);
  if (point > 0x20 && point < 0x7f) return quote(String.fromCodePoint(point));
  return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
}
