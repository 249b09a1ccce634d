/**
 * Recognises and counts NDJSON lines of turn metrics, in AssemblyScript.
 *
 * It knows the plain forms of a line only: strings of printable ASCII without escapes, markers of at most 15
 * digits, every field at most once and none that the contract lacks. Whatever else a line says, the
 * caller reads it. The names in capitals come from scan-layout.ts.
 */

const TEMPLATE_MASKS: usize = ROW_MASKS;
const NAME_MASKS: usize = ROW_MASKS + 4 * 14;
const EVENT_MASKS: usize = ROW_MASKS + 4 * 28;
const REQUIRED: u32 = 0b11100000000111;

const ACCEPTED: u32 = 1;
const HAPPY_PATH: u32 = 2;
const COMPLETE: u32 = 4;
const STALE: u32 = 8;
const ENDS_CORRECTLY: u32 = 16;

let seen: u32 = 0;
let flags: u32 = 0;
let idStart: usize = 0;
let idLength: u32 = 0;

/** Reads lines in [from, to), which ends with a line feed. */
export function scan(from: usize, to: usize): i32 {
  const longest = load<u32>(LINE, 24);
  let line = from;
  while (line < to) {
    store<u32>(LINE, <u32>line);
    let end = inWrittenOrder(line);
    if (end == 0) end = inAnyOrder(line);
    if (end == 0 || <u32>(end - line) > longest) return 2;
    line = end + 1;
    if (count()) {
      store<u32>(LINE, <u32>line, 4);
      store<u32>(LINE, <u32>idStart, 8);
      store<u32>(LINE, idLength, 12);
      store<u32>(LINE, seen, 16);
      store<u32>(LINE, flags, 20);
      return 1;
    }
  }
  store<u32>(LINE, <u32>line);
  return 0;
}

/** Where the line feed of a line in the order of our writer is; 0 if the line is anything else. */
function inWrittenOrder(line: usize): usize {
  if (!matches(line, ROWS, TEMPLATE_MASKS)) return 0;
  let p = text(line + 11);
  if (p == 0) return 0;
  flags = 0;
  seen = REQUIRED;
  if (!matches(p, ROWS + 32, TEMPLATE_MASKS + 4)) return 0;
  p = flag(p + 12, ACCEPTED);
  if (p == 0 || !matches(p, ROWS + 64, TEMPLATE_MASKS + 8)) return 0;
  p = flag(p + 14, HAPPY_PATH);
  if (p == 0) return 0;
  p = marker(p, 3, 28);
  if (p == 0) return 0;
  p = marker(p, 4, 19);
  if (p == 0) return 0;
  p = marker(p, 5, 23);
  if (p == 0) return 0;
  p = marker(p, 6, 22);
  if (p == 0) return 0;
  p = marker(p, 7, 25);
  if (p == 0) return 0;
  p = marker(p, 8, 30);
  if (p == 0) return 0;
  p = marker(p, 9, 23);
  if (p == 0) return 0;
  p = marker(p, 10, 26);
  if (p == 0 || !matches(p, ROWS + 11 * 32, TEMPLATE_MASKS + 44)) return 0;
  p = flag(p + 21, COMPLETE);
  if (p == 0 || !matches(p, ROWS + 12 * 32, TEMPLATE_MASKS + 48)) return 0;
  p = flag(p + 31, STALE);
  if (p == 0 || !matches(p, ROWS + 13 * 32, TEMPLATE_MASKS + 52)) return 0;
  p = events(p + 19);
  if (p == 0 || load<u16>(p) != 0x0a7d) return 0;
  return p + 1;
}

/** An optional marker at its place in the written order, whose name with its punctuation has this length. */
// @ts-ignore: decorator
@inline
function marker(p: usize, field: u32, length: usize): usize {
  if (!matches(p, ROWS + field * 32, TEMPLATE_MASKS + field * 4)) return p;
  seen |= 1 << field;
  return integer(p + length, field);
}

/** Where the line feed of a line with its fields in any order is; 0 if the line is anything else. */
function inAnyOrder(line: usize): usize {
  let p = blank(line);
  if (load<u8>(p) != 0x7b) return 0;
  flags = 0;
  let found: u32 = 0;
  do {
    p = blank(p + 1);
    if (load<u8>(p) != 0x22) return 0;
    p += 1;
    const quote = i8x16.splat(0x22);
    const quotes =
      i8x16.bitmask(i8x16.eq(v128.load(p), quote)) | (i8x16.bitmask(i8x16.eq(v128.load(p, 16), quote)) << 16);
    const length: u32 = ctz(quotes);
    if (length > 27) return 0;
    const field = <u32>load<u8>(KEY_INDEX + length * 2 + (load<u8>(p, 3) & 1));
    if (field == 255 || !matches(p, NAMES + field * 32, NAME_MASKS + field * 4)) return 0;
    const bit: u32 = 1 << field;
    if (found & bit) return 0;
    found |= bit;
    p = blank(p + length + 1);
    if (load<u8>(p) != 0x3a) return 0;
    p = blank(p + 1);
    if (field - 3 < 8) p = integer(p, field);
    else if (field == 0) p = text(p);
    else if (field == 13) p = events(p);
    else p = flag(p, field < 11 ? field : 4 << (field - 11));
    if (p == 0) return 0;
    p = blank(p);
  } while (load<u8>(p) == 0x2c);
  if (load<u8>(p) != 0x7d || (found & REQUIRED) != REQUIRED) return 0;
  p = blank(p + 1);
  seen = found;
  return load<u8>(p) == 0x0a ? p : 0;
}

/** Whether the bytes at p begin with a row; its mask says how many of its 32 bytes matter. */
// @ts-ignore: decorator
@inline
function matches(p: usize, row: usize, maskAt: usize): bool {
  const mask = load<u32>(maskAt);
  const same =
    i8x16.bitmask(i8x16.eq(v128.load(p), v128.load(row))) |
    (i8x16.bitmask(i8x16.eq(v128.load(p, 16), v128.load(row, 16))) << 16);
  return (same & mask) == mask;
}

/** The first byte from p on that is no white space; a line feed ends the line and is none. */
// @ts-ignore: decorator
@inline
function blank(p: usize): usize {
  let byte = load<u8>(p);
  while (byte == 0x20 || byte == 0x09 || byte == 0x0d) {
    p += 1;
    byte = load<u8>(p);
  }
  return p;
}

/** Behind the closing quote of a plain string at p; 0 if there is none. */
// @ts-ignore: decorator
@inline
function plainText(p: usize): usize {
  if (load<u8>(p) != 0x22) return 0;
  p += 1;
  while (true) {
    const bytes = v128.load(p);
    // Signed: what is not ASCII is negative.
    const stops = v128.or(
      i8x16.lt_s(bytes, i8x16.splat(0x20)),
      v128.or(i8x16.eq(bytes, i8x16.splat(0x22)), i8x16.eq(bytes, i8x16.splat(0x5c))),
    );
    const mask = i8x16.bitmask(stops);
    if (mask != 0) {
      p += ctz(mask);
      return load<u8>(p) == 0x22 ? p + 1 : 0;
    }
    p += 16;
  }
  return 0;
}

/** As plainText, for the turn id: not empty, and remembered. */
// @ts-ignore: decorator
@inline
function text(p: usize): usize {
  const end = plainText(p);
  if (end == 0 || end == p + 2) return 0;
  idStart = p + 1;
  idLength = <u32>(end - p - 2);
  return end;
}

/** Behind a boolean at p, whose bit is set in the flags if it is true. */
// @ts-ignore: decorator
@inline
function flag(p: usize, bit: u32): usize {
  const word = load<u32>(p);
  if (word == 0x65757274) {
    flags |= bit;
    return p + 4;
  }
  return word == 0x736c6166 && load<u8>(p, 4) == 0x65 ? p + 5 : 0;
}

/** Behind an integer of 1 to 15 digits at p, which is remembered as the marker. */
// @ts-ignore: decorator
@inline
function integer(p: usize, field: u32): usize {
  const first = load<u64>(p);
  let digits = digitsIn(first);
  let value: u64 = 0;
  if (digits == 8) {
    const second = load<u64>(p, 8);
    const more = digitsIn(second);
    if (more == 8) return 0;
    value = valueOf(first, 8) * load<u64>(POWERS + (<usize>more << 3));
    if (more != 0) value += valueOf(second, more);
    digits += more;
  } else {
    if (digits == 0) return 0;
    value = valueOf(first, digits);
  }
  if (digits > 1 && (first & 0xff) == 0x30) return 0;
  store<u64>(MARKERS + ((<usize>field - 3) << 3), value);
  return p + <usize>digits;
}

/** How many of eight bytes are digits before the first that is none. */
// @ts-ignore: decorator
@inline
function digitsIn(bytes: u64): u32 {
  const others =
    ((bytes & 0xf0f0f0f0f0f0f0f0) ^ 0x3030303030303030) |
    (((bytes + 0x0606060606060606) & 0xf0f0f0f0f0f0f0f0) ^ 0x3030303030303030);
  return others == 0 ? 8 : <u32>(ctz(others) >> 3);
}

/** The number that the first 1 to 8 of eight digits say. */
// @ts-ignore: decorator
@inline
function valueOf(bytes: u64, digits: u32): u64 {
  let parts = (bytes - 0x3030303030303030) << <u64>((8 - digits) * 8);
  parts = parts * 10 + (parts >> 8);
  const low = (parts & 0x000000ff000000ff) * 0x000f424000000064;
  const high = ((parts >> 16) & 0x000000ff000000ff) * 0x0000271000000001;
  return (low + high) >> 32;
}

/** Behind a list of plain strings at p; notes whether they end a turn as they should. */
// @ts-ignore: decorator
@inline
function events(p: usize): usize {
  if (matches(p, EVENTS, EVENT_MASKS)) {
    flags |= ENDS_CORRECTLY;
    return p + 18;
  }
  if (matches(p, EVENTS + 32, EVENT_MASKS + 4)) {
    flags |= ENDS_CORRECTLY;
    return p + 17;
  }
  return anyEvents(p);
}

function anyEvents(start: usize): usize {
  if (load<u8>(start) != 0x5b) return 0;
  let p = blank(start + 1);
  if (load<u8>(p) == 0x5d) return p + 1;
  let items = 0;
  let right = true;
  while (true) {
    const end = plainText(p);
    if (end == 0 || end == p + 2) return 0;
    if (items == 0) {
      const isCommit = end - p == 8 && load<u32>(p, 1) == 0x6d6d6f63 && load<u16>(p, 5) == 0x7469;
      const isAbort = end - p == 7 && load<u32>(p, 1) == 0x726f6261 && load<u8>(p, 5) == 0x74;
      right = isCommit || isAbort;
    } else if (items == 1) {
      right = right && end - p == 7 && load<u32>(p, 1) == 0x736f6c63 && load<u8>(p, 5) == 0x65;
    }
    items += 1;
    p = blank(end);
    const next = load<u8>(p);
    if (next == 0x5d) break;
    if (next != 0x2c) return 0;
    p = blank(p + 1);
  }
  if (right && items == 2) flags |= ENDS_CORRECTLY;
  return p + 1;
}

/** Counts the line; true if a list of worst turns or of findings may want it. */
// @ts-ignore: decorator
@inline
function count(): bool {
  let wanted = false;
  increment(0);
  if (flags & ACCEPTED) {
    increment(1);
    if (seen & (1 << 5)) increment(2);
    wanted = measure(0, 3, 4) || wanted;
    wanted = measure(1, 9, 10) || wanted;
    wanted = measure(2, 4, 5) || wanted;
    if (flags & STALE) wanted = offend(0) || wanted;
    if (!(flags & COMPLETE)) wanted = offend(1) || wanted;
    if (!(flags & ENDS_CORRECTLY)) wanted = offend(2) || wanted;
  }
  if (flags & HAPPY_PATH) wanted = measure(3, 4, 6) || wanted;
  if (seen & (1 << 7)) wanted = measure(4, 7, 8) || wanted;
  return wanted;
}

// @ts-ignore: decorator
@inline
function increment(counter: usize): void {
  store<u32>(COUNTERS + counter * 4, load<u32>(COUNTERS + counter * 4) + 1);
}

/** Counts a covered turn in a series; true if the turn is to be handed over. */
// @ts-ignore: decorator
@inline
function measure(series: usize, from: u32, to: u32): bool {
  increment(3 + series);
  const both: u32 = (1 << from) | (1 << to);
  if ((seen & both) != both) {
    increment(8 + series);
    return isBelow(BARS_AT + (8 + 2 * series) * BAR_BYTES, 1);
  }
  const latency = load<i64>(MARKERS + (to - 3) * 8) - load<i64>(MARKERS + (from - 3) * 8);
  if (<u64>latency >= DENSE_LATENCIES) {
    return latency > 0 || isBelow(BARS_AT + (9 + 2 * series) * BAR_BYTES, 1);
  }
  const cell = TABLES + ((series * DENSE_LATENCIES + <usize>latency) << 2);
  store<u32>(cell, load<u32>(cell) + 1);
  const bar = BARS_AT + series * BAR_BYTES;
  const worst = load<i64>(bar, 8);
  return latency > worst || (latency == worst && isBelow(bar, 0));
}

// @ts-ignore: decorator
@inline
function offend(gate: usize): bool {
  increment(13 + gate);
  return isBelow(BARS_AT + (5 + gate) * BAR_BYTES, 0);
}

/** Whether the turn id comes before the one of a bar, or is the same and `orSame` is 1. */
function isBelow(bar: usize, orSame: u32): bool {
  const mode = load<u32>(bar);
  if (mode != 1) return mode == 0;
  const length = load<u32>(bar, 4);
  const shared = min<u32>(length, idLength);
  for (let index: usize = 0; index < shared; index++) {
    const ours = load<u8>(idStart + index);
    const theirs = load<u8>(bar + index, 16);
    if (ours != theirs) return ours < theirs;
  }
  return idLength < length || (orSame == 1 && idLength == length);
}
