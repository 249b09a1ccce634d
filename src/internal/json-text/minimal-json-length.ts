/**
 * A lower bound for the length of every JSON text that parses to a value.
 *
 * It is what lets `quickParse` prove that a text hides nothing, see there. It need not be reached by any
 * text, but no text may be shorter: a string counts as if nothing in it needed an escape, and a multiple
 * of 1000 counts in exponent form, because `1e3` is shorter than `1000`.
 */

/**
 * The bound in UTF-16 code units, or NaN for a value that has no cheap bound (fractions, integers beyond
 * 2^53 - 1) or is nested more than `depthLeft` levels.
 *
 * Objects must come from `JSON.parse` and must not inherit enumerable properties: `for...in` measures
 * three times faster than `Object.keys` here and would count those too.
 */
export function minimalJsonLength(value: unknown, depthLeft: number): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value === "number") return minimalNumberLength(value);
  if (value === true || value === null) return 4;
  if (typeof value !== "object") return 5;
  if (!(depthLeft > 0)) return Number.NaN;
  return Array.isArray(value) ? minimalArrayLength(value, depthLeft) : minimalObjectLength(value, depthLeft);
}

function minimalArrayLength(items: readonly unknown[], depthLeft: number): number {
  let length = items.length === 0 ? 2 : 1;
  for (const item of items) length += 1 + minimalJsonLength(item, depthLeft - 1);
  return length;
}

function minimalObjectLength(object: object, depthLeft: number): number {
  let length = 1;
  for (const name in object) {
    const value: unknown = (object as Record<string, unknown>)[name];
    // Two quotes, a colon, and a comma or the closing brace; most values on the wire are short strings.
    length += name.length + 4;
    length += typeof value === "string" ? value.length + 2 : minimalJsonLength(value, depthLeft - 1);
  }
  return length === 1 ? 2 : length;
}

function minimalNumberLength(value: number): number {
  if (value < 0) return 1 + minimalNumberLength(-value);
  if (value > Number.MAX_SAFE_INTEGER || Math.floor(value) !== value) return Number.NaN;
  if (value === 0) return 1;
  let digits = value;
  let zeros = 0;
  // Below 2^53 a quotient by ten is whole only if the division is exact, and cheaper than a remainder.
  if (Math.floor(value / 1000) === value / 1000) {
    while (Math.floor(digits / 10) === digits / 10) {
      digits /= 10;
      zeros++;
    }
  }
  const exponent = zeros === 0 ? 0 : zeros < 10 ? 2 : 3;
  return digitCount(digits) + exponent;
}

/**
 * The bound for a safe integer of at least `min`; 0 for everything else. Counters and times of day are most of
 * what comes, so these are measured without a loop.
 */
export function integerLength(value: unknown, min: number): number {
  if (typeof value !== "number" || value < min) return 0;
  const small = value | 0;
  if (small === value && small >= 0) return smallLength(small);
  if (!Number.isSafeInteger(value)) return 0;
  const isTimeOfDay = value >= 1e12 && value < 1e13 && Math.floor(value / 1000) !== value / 1000;
  return isTimeOfDay ? 13 : minimalNumberLength(value);
}

/** The same for an integer of 31 bits. */
function smallLength(integer: number): number {
  if (integer < 1000) return integer < 10 ? 1 : integer < 100 ? 2 : 3;
  if (integer % 1000 === 0) return minimalNumberLength(integer);
  if (integer < 1e6) return integer < 1e4 ? 4 : integer < 1e5 ? 5 : 6;
  return integer < 1e8 ? (integer < 1e7 ? 7 : 8) : integer < 1e9 ? 9 : 10;
}

function digitCount(integer: number): number {
  let count = integer < 1e6 ? 1 : 7;
  for (let bound = integer < 1e6 ? 10 : 1e7; integer >= bound; bound *= 10) count++;
  return count;
}
