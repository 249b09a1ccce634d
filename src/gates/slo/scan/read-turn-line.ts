/** The full path of a line: strict JSON, then the strict shape of a sample, then where it goes wrong. */
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { describeValue } from "../../../internal/describe-value.ts";
import { jsonProblem } from "../../../internal/json-text/json-problem.ts";
import { parseWireText } from "../../../internal/json-text/parse-wire-text.ts";
import { TURN_SAMPLE } from "../turn-sample.ts";

/** Why a line is not the metrics of a turn. */
export interface LineFault {
  /** One sentence without a final period. */
  readonly message: string;
  /** The way to the field at fault, such as `.terminal_events[1]` or, in broken JSON and in other lines, a JSON Pointer. */
  readonly path?: string;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
}

/** What a line holds: turns, nothing but white space of JSON, or something that is at fault. */
export type LineReading =
  | { readonly turns: readonly TurnMetrics[] }
  | { readonly fault: LineFault }
  | "blank";

/** Reads the value of a line that is no turn itself: the turns in it, or why there are none, by a JSON Pointer. */
export type OtherLineReader = (value: unknown) => readonly TurnMetrics[] | Omit<LineFault, "column">;

/** How lines are read. */
export interface LineOptions {
  /** The longest line that is allowed. */
  readonly maxBytes: number;
  readonly readOther?: OtherLineReader | undefined;
}

/** Reads a line without its line feed. */
export function readTurnLine(bytes: Uint8Array, { maxBytes, readOther }: LineOptions): LineReading {
  if (bytes.length > maxBytes) return tooLong(maxBytes);
  if (bytes.every(isBlank)) return "blank";
  const parsed = parseWireText(bytes, { maxLength: maxBytes });
  if (!parsed.ok) {
    const { message, path, column } = parsed.problems[0] as (typeof parsed.problems)[number];
    return { fault: { message, ...(path !== "" && { path }), column } };
  }
  const misfit = TURN_SAMPLE(parsed.value);
  if (misfit === undefined) return { turns: [parsed.value as TurnMetrics] };
  if (readOther !== undefined) return otherReading(parsed, readOther);
  const { path, expected, received } = misfit;
  const pointer = path.replace(/^\.(\w+)(?:\[(\d+)\])?.*$/s, (_, name, item) =>
    item === undefined ? `/${name}` : `/${name}/${item}`,
  );
  const place = parsed.locate(pointer.startsWith("/") ? pointer : "") ?? parsed.locate("");
  const message = `Cannot evaluate turn${path}: expected ${expected} but received ${describeValue(received)}`;
  return {
    fault: { message, ...(path !== "" && { path }), ...(place !== undefined && { column: place.column }) },
  };
}

type Parsed = Extract<ReturnType<typeof parseWireText>, { readonly ok: true }>;

function otherReading({ value, locate }: Parsed, readOther: OtherLineReader): LineReading {
  const other = readOther(value);
  if (!("message" in other)) return { turns: other };
  const { message, path = "" } = other;
  // What is missing has no place of its own, but that in which it is missing has one.
  const place = locate(path) ?? locate(path.slice(0, Math.max(0, path.lastIndexOf("/")))) ?? locate("");
  return {
    fault: { message, ...(path !== "" && { path }), ...(place !== undefined && { column: place.column }) },
  };
}

/** The fault of a line that is too long to be kept. */
export function tooLong(maxBytes: number): { readonly fault: LineFault } {
  const { message, column } = jsonProblem({
    code: "too_large",
    path: "",
    line: 1,
    column: 1,
    offset: 0,
    expected: `a line of at most ${maxBytes} bytes`,
    received: "a longer one",
  });
  return { fault: { message, column } };
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}
