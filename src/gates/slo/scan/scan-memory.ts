/** The memory of a scan engine: views of its parts, and the tables that it reads the field names from. */
import { TURN_MARKERS } from "../../../evidence/turn-markers.ts";
import { COUNTER, LINE_WORD, SCAN_LAYOUT } from "./scan-layout.ts";

/** Names of the fields that an engine knows, in the contract's order; `tags` are read by the full path. */
export const SCANNED_FIELDS = [
  "turn_id",
  "accepted",
  "happy_path",
  ...TURN_MARKERS,
  "baseline_complete",
  "accepted_stale_epoch_output",
  "terminal_events",
] as const;

/** Views of the memory of an engine. */
export interface ScanMemory {
  readonly bytes: Uint8Array;
  /** Lines to be scanned stand here. */
  readonly input: Uint8Array;
  /** Words of the current line, see LINE_WORD. */
  readonly line: Uint32Array;
  /** See COUNTER. */
  readonly counters: Uint32Array;
  /** Turns by latency, one table a series. */
  readonly tables: Uint32Array;
  readonly data: DataView<ArrayBuffer>;
}

const EVENT_LISTS = ['["commit","close"]', '["abort","close"]'];

/** Views of the memory, whose tables of names are written; `longest` is the longest line to recognise. */
export function createScanMemory(buffer: ArrayBuffer, longest: number): ScanMemory {
  const { LINE, COUNTERS, TABLES, INPUT, INPUT_BYTES, SERIES, DENSE_LATENCIES } = SCAN_LAYOUT;
  const memory: ScanMemory = {
    bytes: new Uint8Array(buffer),
    input: new Uint8Array(buffer, INPUT, INPUT_BYTES),
    line: new Uint32Array(buffer, LINE, Object.keys(LINE_WORD).length),
    counters: new Uint32Array(buffer, COUNTERS, COUNTER.offenders + 3),
    tables: new Uint32Array(buffer, TABLES, SERIES * DENSE_LATENCIES),
    data: new DataView(buffer),
  };
  memory.line[LINE_WORD.longest] = longest;
  writeRows(memory);
  writeKeyIndex(memory.bytes);
  for (let power = 0; power < 8; power += 1) {
    memory.data.setBigUint64(SCAN_LAYOUT.POWERS + 8 * power, 10n ** BigInt(power), true);
  }
  return memory;
}

/** The row of a field as our writer begins it. */
export function writtenName(field: number): string {
  return `${field === 0 ? "{" : ","}"${SCANNED_FIELDS[field]}":`;
}

function writeRows({ bytes, data }: ScanMemory): void {
  const encoder = new TextEncoder();
  const rows = [
    ...SCANNED_FIELDS.map((_, field) => writtenName(field)),
    ...SCANNED_FIELDS.map((name) => `${name}"`),
    ...EVENT_LISTS,
  ];
  for (const [index, row] of rows.entries()) {
    bytes.set(encoder.encode(row), SCAN_LAYOUT.ROWS + index * SCAN_LAYOUT.ROW_BYTES);
    data.setUint32(SCAN_LAYOUT.ROW_MASKS + 4 * index, 2 ** row.length - 1, true);
  }
}

function writeKeyIndex(bytes: Uint8Array): void {
  bytes.fill(255, SCAN_LAYOUT.KEY_INDEX, SCAN_LAYOUT.KEY_INDEX + 64);
  for (const [field, name] of SCANNED_FIELDS.entries()) {
    bytes[SCAN_LAYOUT.KEY_INDEX + keySlot(name.length, name.charCodeAt(3))] = field;
  }
}

/** Where the key index has a name of this length with this fourth byte; no two fields share a slot. */
export function keySlot(length: number, fourthByte: number): number {
  return 2 * length + (fourthByte & 1);
}
