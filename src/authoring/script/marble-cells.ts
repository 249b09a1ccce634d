/**
 * The notation of marbles. A string is a row of columns: each column is an instant, the next one is a frame later.
 * `-` is a column in which nothing happens, `(ab)` one in which two things do. A time between two columns, such as
 * `250ms` or `1.5s`, stands in place of the frame between them. Spaces and line ends only align.
 */
import { quote } from "../../internal/quote.ts";

/** One instant of a marble string. */
export interface MarbleCell {
  /** Since the string began, in ms. */
  readonly at_ms: number;
  readonly symbols: readonly MarbleSymbol[];
}

/** A symbol, and where in the string it is. */
export interface MarbleSymbol {
  readonly symbol: string;
  /** 0-based, in UTF-16 code units. */
  readonly offset: number;
}

/** A marble string that was read. */
export interface MarbleRow {
  /** Instants at which something happens, in order. */
  readonly cells: readonly MarbleCell[];
  /** When the last column is, in ms. */
  readonly end_ms: number;
}

const TIME = /(\d+(?:\.\d+)?)(ms|s)(?![\p{L}\d.])/uy;

/** Reads the columns of a marble string. Throws a TypeError that points at the column for what cannot be read. */
export function readCells(text: string, frame: number): MarbleRow {
  const cells: MarbleCell[] = [];
  let at_ms = 0;
  let isAfterColumn = false;
  const column = (symbols: readonly MarbleSymbol[]) => {
    if (isAfterColumn) at_ms += frame;
    isAfterColumn = true;
    if (symbols.length > 0) cells.push({ at_ms, symbols });
  };
  for (let offset = 0; offset < text.length; ) {
    const symbol = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    if (/\s/u.test(symbol)) offset += 1;
    else if (symbol === "-") {
      column([]);
      offset += 1;
    } else if (symbol === "(") {
      const symbols = readGroup(text, offset);
      column(symbols);
      offset = text.indexOf(")", offset) + 1;
    } else if (symbol === ")") {
      throw marbleError(text, { offset, expected: 'a "(" before it', received: quote(symbol) });
    } else if (/\d/.test(symbol)) {
      const { ms, length } = readTime(text, offset);
      at_ms += ms;
      isAfterColumn = false;
      offset += length;
    } else {
      column([{ symbol, offset }]);
      offset += symbol.length;
    }
  }
  return { cells, end_ms: at_ms };
}

function readGroup(text: string, start: number): MarbleSymbol[] {
  const symbols: MarbleSymbol[] = [];
  for (let offset = start + 1; offset < text.length; ) {
    const symbol = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    if (symbol === ")") {
      if (symbols.length > 0) return symbols;
      throw marbleError(text, { offset, expected: "a symbol in the parentheses", received: quote(symbol) });
    }
    if (/[-(\d]/.test(symbol))
      throw marbleError(text, {
        offset,
        expected: 'a symbol or ")": what is in parentheses happens at one instant',
        received: quote(symbol),
      });
    if (!/\s/u.test(symbol)) symbols.push({ symbol, offset });
    offset += symbol.length;
  }
  throw marbleError(text, { offset: text.length, expected: 'a ")"', received: "the end" });
}

function readTime(text: string, offset: number): { readonly ms: number; readonly length: number } {
  TIME.lastIndex = offset;
  const [whole, number, unit] = TIME.exec(text) ?? [];
  const written = /^[\p{L}\d.]+/u.exec(text.slice(offset))?.[0] ?? "";
  if (whole === undefined) {
    const expected = "a time such as 50ms or 1.5s with a space after it";
    throw marbleError(text, { offset, expected, received: quote(written) });
  }
  // In decimal, as 0.001 s times 1000 is not always 1.
  const ms = unit === "s" ? Number(`${number}e3`) : Number(number);
  if (!Number.isSafeInteger(ms))
    throw marbleError(text, { offset, expected: "whole milliseconds", received: quote(written) });
  return { ms, length: whole.length };
}

/** What is wrong with a marble string. */
export interface MarbleProblem {
  /** 0-based, in UTF-16 code units. */
  readonly offset: number;
  readonly expected: string;
  readonly received: string;
}

/** The error of a marble string: its line with a caret under the column. */
export function marbleError(text: string, { offset, expected, received }: MarbleProblem): TypeError {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  const line = text.slice(start, end < 0 ? text.length : end).replaceAll("\t", " ");
  const column = [...text.slice(start, offset)].length;
  return new TypeError(
    `Cannot read marbles: expected ${expected} but received ${received} at column ${column + 1}\n  ${line}\n  ${" ".repeat(column)}^`,
  );
}
