/**
 * The scanner in JavaScript, for where there is no WebAssembly: the same lines, the same counts.
 *
 * Each name is first compared with the one that our writer would put next, which is right for its lines
 * and cheap to find wrong for others.
 */
import { TURN_MARKERS } from "../../../evidence/turn-markers.ts";
import { countLine } from "./count-line.ts";
import { FLAG, LINE_WORD, SCAN, SCAN_LAYOUT } from "./scan-layout.ts";
import { keySlot, SCANNED_FIELDS, type ScanMemory } from "./scan-memory.ts";

const NAMES = SCANNED_FIELDS.map((name) => wordOf(`${name}"`));
const FIRST_MARKER = SCANNED_FIELDS.indexOf("turn_open_proposed_at_ms");
const EVENTS = SCANNED_FIELDS.indexOf("terminal_events");
/** The bit of each field that is a boolean, 0 for others. */
const BITS = [0, FLAG.accepted, FLAG.happyPath, 0, 0, 0, 0, 0, 0, 0, 0, FLAG.complete, FLAG.stale, 0];
const REQUIRED = [0, 1, 2, 11, 12, 13].reduce((bits, field) => bits | (1 << field), 0);
const TERMINAL = ["commit", "abort"].map((word) => wordOf(`${word}"`));
const CLOSE = wordOf('close"');
const MAX_DIGITS = 15;
const [QUOTE, BACKSLASH, COMMA, COLON, LINE_FEED] = [0x22, 0x5c, 0x2c, 0x3a, 0x0a];

/** ASCII text to be compared four bytes at a time; its last bytes, three at most, are under the mask. */
interface Word {
  readonly length: number;
  readonly quads: readonly number[];
  readonly last: number;
  readonly mask: number;
}

function wordOf(text: string): Word {
  const { length } = text;
  const data = new DataView(new ArrayBuffer(length + 4));
  for (let at = 0; at < length; at += 1) data.setUint8(at, text.charCodeAt(at));
  const whole = length >> 2;
  return {
    length,
    quads: Array.from({ length: whole }, (_, index) => data.getInt32(4 * index, true)),
    last: data.getInt32(4 * whole, true),
    mask: 2 ** (8 * (length & 3)) - 1,
  };
}

/** The scan of an engine over its memory. */
export function scriptScan(memory: ScanMemory): (from: number, to: number) => number {
  const { bytes, line, data } = memory;
  const markers = new Float64Array(TURN_MARKERS.length);
  const index = bytes.subarray(SCAN_LAYOUT.KEY_INDEX, SCAN_LAYOUT.KEY_INDEX + 64);
  let seen = 0;
  let flags = 0;
  let idStart = 0;
  let idLength = 0;

  const blank = (place: number) => {
    let at = place;
    for (let byte = bytes[at]; byte === 0x20 || byte === 0x09 || byte === 0x0d; byte = bytes[at]) at += 1;
    return at;
  };

  const startsWith = ({ quads, last, mask }: Word, at: number) => {
    let place = at;
    for (let index = 0; index < quads.length; index += 1) {
      if (data.getInt32(place, true) !== quads[index]) return false;
      place += 4;
    }
    return (data.getInt32(place, true) & mask) === last;
  };

  /** Behind a plain string that is not empty; 0 if there is none. */
  const text = (start: number) => {
    if (bytes[start] !== QUOTE) return 0;
    let at = start + 1;
    for (let byte = bytes[at] as number; byte !== QUOTE; byte = bytes[at] as number) {
      if (byte < 0x20 || byte >= 0x80 || byte === BACKSLASH) return 0;
      at += 1;
    }
    return at === start + 1 ? 0 : at + 1;
  };

  const marker = (start: number, field: number) => {
    let at = start;
    let value = 0;
    for (let digit = (bytes[at] as number) - 0x30; digit >= 0 && digit <= 9; ) {
      value = value * 10 + digit;
      at += 1;
      digit = (bytes[at] as number) - 0x30;
    }
    const digits = at - start;
    if (digits === 0 || digits > MAX_DIGITS || (digits > 1 && bytes[start] === 0x30)) return 0;
    markers[field - FIRST_MARKER] = value;
    return at;
  };

  const boolean = (at: number, bit: number) => {
    const first = bytes[at];
    if (first === 0x74 && bytes[at + 1] === 0x72 && bytes[at + 2] === 0x75 && bytes[at + 3] === 0x65) {
      flags |= bit;
      return at + 4;
    }
    const isFalse =
      first === 0x66 &&
      bytes[at + 1] === 0x61 &&
      bytes[at + 2] === 0x6c &&
      bytes[at + 3] === 0x73 &&
      bytes[at + 4] === 0x65;
    return isFalse ? at + 5 : 0;
  };

  const events = (start: number) => {
    if (bytes[start] !== 0x5b) return 0;
    let at = blank(start + 1);
    if (bytes[at] === 0x5d) return at + 1;
    let items = 0;
    let isRight = true;
    for (;;) {
      const end = text(at);
      if (end === 0) return 0;
      if (items === 0) isRight = TERMINAL.some((word) => startsWith(word, at + 1));
      else isRight &&= items === 1 && startsWith(CLOSE, at + 1);
      items += 1;
      at = blank(end);
      if (bytes[at] === 0x5d) break;
      if (bytes[at] !== COMMA) return 0;
      at = blank(at + 1);
    }
    if (isRight && items === 2) flags |= FLAG.endsCorrectly;
    return at + 1;
  };

  /** The field whose name stands at a place; -1 if it is none of them. */
  const fieldAt = (at: number, expected: number) => {
    const guess = NAMES[expected];
    if (guess !== undefined && startsWith(guess, at)) return expected;
    const length = bytes.indexOf(QUOTE, at) - at;
    if (length < 0 || length > 27) return -1;
    const field = index[keySlot(length, bytes[at + 3] as number)] as number;
    const name = NAMES[field];
    return name !== undefined && startsWith(name, at) ? field : -1;
  };

  const value = (at: number, field: number) => {
    const bit = BITS[field] as number;
    if (bit !== 0) return boolean(at, bit);
    if (field === EVENTS) return events(at);
    if (field !== 0) return marker(at, field);
    const end = text(at);
    idStart = at + 1;
    idLength = end - at - 2;
    return end;
  };

  /** Where the line feed of a line is; 0 if the line is not plain. */
  const plainLine = (start: number) => {
    let at = blank(start);
    if (bytes[at] !== 0x7b) return 0;
    seen = 0;
    flags = 0;
    let expected = 0;
    do {
      at = blank(at + 1);
      if (bytes[at] !== QUOTE) return 0;
      const field = fieldAt(at + 1, expected);
      if (field < 0 || (seen & (1 << field)) !== 0) return 0;
      seen |= 1 << field;
      expected = field + 1;
      at = blank(at + 1 + (NAMES[field] as Word).length);
      if (bytes[at] !== COLON) return 0;
      at = value(blank(at + 1), field);
      if (at === 0) return 0;
      at = blank(at);
    } while (bytes[at] === COMMA);
    if (bytes[at] !== 0x7d || (seen & REQUIRED) !== REQUIRED) return 0;
    at = blank(at + 1);
    return bytes[at] === LINE_FEED ? at : 0;
  };

  return (from, to) => {
    const longest = line[LINE_WORD.longest] as number;
    const stop = SCAN_LAYOUT.INPUT + to;
    for (let start = SCAN_LAYOUT.INPUT + from; start < stop; ) {
      line[LINE_WORD.start] = start;
      const end = plainLine(start);
      if (end === 0 || end - start > longest) return SCAN.unknown;
      start = end + 1;
      if (!countLine(memory, { seen, flags, idStart, idLength, markers })) continue;
      line.set([start, idStart, idLength, seen, flags], LINE_WORD.end);
      for (const [place, ms] of markers.entries()) {
        data.setBigUint64(SCAN_LAYOUT.MARKERS + 8 * place, BigInt(ms), true);
      }
      return SCAN.handedOver;
    }
    line[LINE_WORD.start] = stop;
    return SCAN.done;
  };
}
