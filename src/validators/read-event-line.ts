/**
 * The fast path for lines of events: one walk checks the parsed value and measures the shortest text for it,
 * which proves that the line hides nothing (see `quickParse`).
 */
import { DEFAULT_MAX_DEPTH, DEFAULT_MAX_LENGTH } from "../internal/json-text/json-limits.ts";
import {
  HARMLESS_EXCESS,
  hidesNothing,
  parseOrUndefined,
  SCAN_FIRST_LENGTH,
} from "../internal/json-text/quick-parse.ts";
import { measureEvent } from "./generated/event-measure.ts";
import type { TextOptions } from "./validate-text.ts";

/** The value of a line that is proven to be a valid artifact; undefined where the slow path has to look. */
export type LineReader = (text: string) => unknown;

/** Sign of the measured length, by the kinds that are read this way; 0 takes either. */
const SIGNS = { event: 0, event_record: 1, control_signal: -1 } as const;

/** Whether the kind is read this way. */
export const isEventKind = (kind: string): kind is keyof typeof SIGNS => Object.hasOwn(SIGNS, kind);

/**
 * A reader of lines that a strict UTF-8 decoder gave, which leaves no lone surrogates in them, while no object
 * inherits enumerable names. A check that may nest less than usual leaves every line to the slow path.
 */
export function eventLineReader(kind: keyof typeof SIGNS, options: TextOptions): LineReader {
  const { unknownFields, maxLength = DEFAULT_MAX_LENGTH, maxDepth = DEFAULT_MAX_DEPTH } = options;
  const longest = maxDepth >= DEFAULT_MAX_DEPTH ? Math.min(maxLength, SCAN_FIRST_LENGTH) : 0;
  const isOpen = unknownFields === "allow";
  const sign = SIGNS[kind];
  return (text) => {
    if (!(text.length <= longest)) return undefined;
    const value = parseOrUndefined(text);
    const measured = measureEvent(value, isOpen);
    if (sign === 0 ? measured === 0 : !(measured * sign > 0)) return undefined;
    const isProven = text.length - Math.abs(measured) <= HARMLESS_EXCESS;
    // NaN: nested too deep, or a number of which nobody knows how short it can be.
    return isProven || (!Number.isNaN(measured) && hidesNothing(text, value)) ? value : undefined;
  };
}
