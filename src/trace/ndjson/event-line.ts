/**
 * Reads a line into the view of an event. One walk fills the view and measures the shortest text for what was
 * parsed, which proves that the line hides nothing that `JSON.parse` does not show (see `quickParse`).
 */
import {
  HARMLESS_EXCESS,
  hidesNothing,
  parseOrUndefined,
  SCAN_FIRST_LENGTH,
} from "../../internal/json-text/quick-parse.ts";
import { type EventView, readParsedEvent } from "../view/event-view.ts";

/**
 * The event of a line that is proven clean, in the view as well; undefined where the slow path has to look. For
 * text that a strict UTF-8 decoder gave, while no object inherits enumerable names.
 */
export function readEventLine(text: string, view: EventView): unknown {
  if (text.length > SCAN_FIRST_LENGTH) return undefined;
  const value = parseOrUndefined(text);
  if (value === undefined || !readParsedEvent(value, view)) return undefined;
  const excess = text.length - view.leastLength;
  if (excess <= HARMLESS_EXCESS) return value;
  // NaN: nested too deep, or a number of which nobody knows how short it can be.
  return !Number.isNaN(excess) && hidesNothing(text, value) ? value : undefined;
}
