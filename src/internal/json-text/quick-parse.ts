/**
 * The fast path for text that a machine wrote: `JSON.parse`, then a proof that it hid nothing.
 *
 * `JSON.parse` accepts four things that I-JSON refuses: repeated names (the last one wins), lone
 * surrogates, numbers beyond a 64-bit float (they become Infinity), and any nesting. The last two show in
 * the value. The first two are excluded by one of two proofs.
 *
 * Proof by length. Let `least` be the length that no text for the value undercuts.
 * - A text with a repeated name stays a text for the same value when the earlier of the two members goes,
 *   which takes away at least the five units of `"":0,`. So the text has at least `least` + 5 units.
 * - A text with a surrogate written as an escape stays a text for the same value (for `JSON.parse`) when
 *   the six units of `\ud800` become one raw unit. So again the text has at least `least` + 5 units.
 * So a text of at most `least` + 4 units has neither. What else may stand in these four units (spaces, a
 * line feed at the end, a needless `\/`) is harmless. Raw lone surrogates are looked for directly.
 *
 * Proof by count, for spaced or escaped text. Without repeated names the text has as many colons outside
 * of strings as the value has names, with a repeated name it has more. Surrogate escapes are looked for.
 */
import { DEFAULT_MAX_DEPTH, DEFAULT_MAX_LENGTH, type JsonLimits } from "./json-limits.ts";
import { minimalJsonLength } from "./minimal-json-length.ts";
import { scanStructure } from "./scan-structure.ts";

/** A repeated name, and an escaped surrogate, cost at least one unit more than this. */
export const HARMLESS_EXCESS = 4;

/** Text longer than this is scanned before it is parsed: a depth bomb must not cost its memory. */
export const SCAN_FIRST_LENGTH = 65_536;

/** Deepest value that the proofs follow with the call stack; deeper ones take the slow path. */
const MAX_RECURSION = 256;

/** Also finds `ud800` after an escaped backslash; that false alarm is rare and costs only time. */
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;

/** The value, or undefined when the text is not proven clean and `parseIJson` has to look. */
export function quickParse(text: string, limits: JsonLimits = {}): { value: unknown } | undefined {
  const { maxDepth = DEFAULT_MAX_DEPTH, maxLength = DEFAULT_MAX_LENGTH } = limits;
  if (!(text.length <= maxLength) || inheritsNames() || !isWellFormed(text)) return undefined;
  const depth = Math.min(maxDepth, MAX_RECURSION);
  let structure = text.length > SCAN_FIRST_LENGTH ? scanStructure(text) : undefined;
  if (structure !== undefined && !(structure.depth <= depth)) return undefined;

  const value = parseOrUndefined(text);
  if (value === undefined) return undefined;
  if (text.length - minimalJsonLength(value, depth) <= HARMLESS_EXCESS) return { value };

  structure ??= scanStructure(text);
  return structure.depth <= depth && hidesNothing(text, value, { structure }) ? { value } : undefined;
}

/** The proof by count; for a value from `JSON.parse` that inherits no names, and a text without lone surrogates. */
export function hidesNothing(
  text: string,
  value: unknown,
  { structure = scanStructure(text) } = {},
): boolean {
  return !SURROGATE_ESCAPE.test(text) && countNames(value) === structure.names;
}

/** The parsed value. JSON has no undefined, so undefined says that the text is not JSON. */
export function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names in the value, inner ones included; NaN when a number was out of range. */
function countNames(value: unknown): number {
  if (typeof value === "number") return Number.isFinite(value) ? 0 : Number.NaN;
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += countNames(item);
  } else {
    for (const name in value) count += 1 + countNames((value as Record<string, unknown>)[name]);
  }
  return count;
}

/** Whether someone gave every object an enumerable property, which would spoil both proofs. */
export function inheritsNames(): boolean {
  for (const _ in {}) return true;
  return false;
}

/** `String.prototype.isWellFormed` is ES2024; the search needs no pairing because a false alarm is cheap. */
function isWellFormed(text: string & { isWellFormed?: () => boolean }): boolean {
  return text.isWellFormed?.() ?? !/[\ud800-\udfff]/.test(text);
}
