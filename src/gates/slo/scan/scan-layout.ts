/**
 * Where everything lies in the memory of a scan engine, in bytes from its start.
 *
 * The compiled engine and the TypeScript around it share this one table: the build of the former reads it
 * from here, so the two cannot drift apart.
 */

/** Latencies below this, in ms, are counted in dense tables. */
const DENSE_LATENCIES = 65_536;
/** Series of latencies; as many as SERIES_NAMES. */
const SERIES = 5;
/** Longest turn id that an engine compares with a bar. */
const BAR_ID_BYTES = 128;
/** Mode, length, value and id. */
const BAR_BYTES = 16 + BAR_ID_BYTES;
/** One bar for each list of worst turns, then two for each series: findings of missing and of negative. */
const BARS = SERIES + 3 + 2 * SERIES;
const ROW_BYTES = 32;
const FIELDS = 14;
const INPUT_BYTES = 262_144;
/** Engines look a few bytes ahead. */
const INPUT_PADDING = 64;

const ROWS = 4096;
const NAMES = ROWS + FIELDS * ROW_BYTES;
const EVENTS = NAMES + FIELDS * ROW_BYTES;
const ROW_MASKS = EVENTS + 2 * ROW_BYTES;
const KEY_INDEX = ROW_MASKS + 4 * (2 * FIELDS + 2);
const POWERS = align8(KEY_INDEX + 64);
const MARKERS = POWERS + 8 * 8;
const LINE = MARKERS + 8 * 8;
const COUNTERS = LINE + 8 * 4;
const BARS_AT = COUNTERS + 4 * 16;
const TABLES = align8(BARS_AT + BARS * BAR_BYTES);
const INPUT = TABLES + 4 * SERIES * DENSE_LATENCIES;
const BYTES = INPUT + INPUT_BYTES + INPUT_PADDING;

/** The layout. Words are little-endian; counters, tables and the words of a line are unsigned 32-bit. */
export const SCAN_LAYOUT = {
  /** `,"name":` of each field in the contract's order, padded; the first begins with a brace. */
  ROWS,
  /** `name"` of each field. */
  NAMES,
  /** The two usual lists of terminal events. */
  EVENTS,
  /** For each of these rows the bytes that matter, as bits. */
  ROW_MASKS,
  /** By twice the length of a name plus the lowest bit of its fourth byte: the field, else 255. */
  KEY_INDEX,
  /** 10^0 to 10^7 as 64-bit integers. */
  POWERS,
  /** Markers of the line, 64-bit integers; valid where `seen` says so. */
  MARKERS,
  /** Of the current line: start, end, start of id, length of id, seen fields, flags, longest line allowed. */
  LINE,
  COUNTERS,
  BARS_AT,
  TABLES,
  INPUT,
  INPUT_BYTES,
  BYTES,
  BAR_BYTES,
  BAR_ID_BYTES,
  SERIES,
  DENSE_LATENCIES,
  ROW_BYTES,
} as const;

/** Words of the current line, by index. */
export const LINE_WORD = {
  start: 0,
  end: 1,
  idStart: 2,
  idLength: 3,
  seen: 4,
  flags: 5,
  longest: 6,
} as const;

/** Counters, by index; `covered` and `missing` have one for each series, `offenders` one for each of G4 to G6. */
export const COUNTER = {
  samples: 0,
  accepted: 1,
  terminalMarked: 2,
  covered: 3,
  missing: 8,
  offenders: 13,
} as const;

/** What a line says beside its id and markers, as bits of its flags. */
export const FLAG = { accepted: 1, happyPath: 2, complete: 4, stale: 8, endsCorrectly: 16 } as const;

/** What a scan ended with: no lines left, a counted line that lists may want, or a line it does not know. */
export const SCAN = { done: 0, handedOver: 1, unknown: 2 } as const;

function align8(offset: number): number {
  return (offset + 7) & ~7;
}
