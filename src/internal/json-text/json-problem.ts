/**
 * What reading JSON text yields: a value, or the problems that stand between the text and a value.
 *
 * Problems are values because bad text is an expected input, not a misuse.
 */

/** Why a text was refused; stable, so that callers may switch on it. */
export type JsonProblemCode =
  | "syntax"
  | "trailing_data"
  | "duplicate_name"
  | "lone_surrogate"
  | "byte_order_mark"
  | "invalid_utf8"
  | "too_deep"
  | "too_large"
  | "number_out_of_range"
  | "empty";

/** A place in a text, as editors show it. */
export interface Position {
  /** 1-based; lines end with a line feed. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/** One reason why a text was refused. */
export interface JsonProblem extends Position {
  readonly code: JsonProblemCode;
  /** One sentence without a final period. */
  readonly message: string;
  /** JSON Pointer to the value, or to the object whose name is at fault. */
  readonly path: string;
  /** 0-based, in UTF-16 code units of the text; in bytes for `invalid_utf8`. */
  readonly offset: number;
  readonly expected: string;
  readonly received: string;
  /** How to mend it, for the usual mistakes. */
  readonly hint?: string;
}

/** The outcome of reading a text. */
export type JsonReading =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Where in the text the value at a JSON Pointer starts; found by reading again, on demand. */
      locate(pointer: string): Position | undefined;
    }
  | { readonly ok: false; readonly problems: readonly JsonProblem[] };

/** Most problems that one reading reports; it stops there. */
export const MAX_JSON_PROBLEMS = 100;

const ACTIONS: Partial<Record<JsonProblemCode, string>> = {
  duplicate_name: "Cannot accept a repeated name",
  lone_surrogate: "Cannot accept a lone surrogate",
  byte_order_mark: "Cannot accept a byte order mark",
  invalid_utf8: "Cannot decode the bytes as UTF-8",
  number_out_of_range: "Cannot represent the number",
};

/** Puts a problem together; its message follows from the other fields. */
export function jsonProblem(problem: Omit<JsonProblem, "message">): JsonProblem {
  const action = ACTIONS[problem.code] ?? "Cannot read the JSON text";
  const message = `${action}: expected ${problem.expected} but received ${problem.received}`;
  return { ...problem, message };
}
