/** Counts a recognised line in the memory of an engine, for the engine in JavaScript. */
import { COUNTER, FLAG, SCAN_LAYOUT } from "./scan-layout.ts";
import type { ScanMemory } from "./scan-memory.ts";

/** What a recognised line says. */
export interface PlainLine {
  /** Fields by their bits. */
  readonly seen: number;
  /** See FLAG. */
  readonly flags: number;
  /** Where in the memory the turn id is. */
  readonly idStart: number;
  readonly idLength: number;
  /** Markers in ms, by TURN_MARKERS; valid where `seen` says so. */
  readonly markers: Float64Array;
}

const { BARS_AT, BAR_BYTES, SERIES, DENSE_LATENCIES } = SCAN_LAYOUT;
/** The two markers of each series, as places in TURN_MARKERS. */
const FROM = [0, 6, 1, 1, 4];
const TO = [1, 7, 2, 3, 5];
const FIRST_MARKER = 3;
const TERMINAL = 1 << 5;
const CANCEL = 1 << 7;

/** Counts the line; true if a list of worst turns or of findings may want it. */
export function countLine(memory: ScanMemory, plain: PlainLine): boolean {
  const { counters } = memory;
  const { seen, flags } = plain;
  let wanted = false;
  increment(counters, COUNTER.samples);
  if ((flags & FLAG.accepted) !== 0) {
    increment(counters, COUNTER.accepted);
    if ((seen & TERMINAL) !== 0) increment(counters, COUNTER.terminalMarked);
    for (let series = 0; series < 3; series += 1) wanted = measure(memory, { plain, series }) || wanted;
    if ((flags & FLAG.stale) !== 0) wanted = offend(memory, { plain, gate: 0 }) || wanted;
    if ((flags & FLAG.complete) === 0) wanted = offend(memory, { plain, gate: 1 }) || wanted;
    if ((flags & FLAG.endsCorrectly) === 0) wanted = offend(memory, { plain, gate: 2 }) || wanted;
  }
  if ((flags & FLAG.happyPath) !== 0) wanted = measure(memory, { plain, series: 3 }) || wanted;
  if ((seen & CANCEL) !== 0) wanted = measure(memory, { plain, series: 4 }) || wanted;
  return wanted;
}

function increment(counters: Uint32Array, index: number): void {
  counters[index] = (counters[index] as number) + 1;
}

function measure(memory: ScanMemory, { plain, series }: { plain: PlainLine; series: number }): boolean {
  const { counters, tables, data } = memory;
  const { seen, markers } = plain;
  const from = FROM[series] as number;
  const to = TO[series] as number;
  increment(counters, COUNTER.covered + series);
  const both = (1 << (FIRST_MARKER + from)) | (1 << (FIRST_MARKER + to));
  if ((seen & both) !== both) {
    increment(counters, COUNTER.missing + series);
    return isBelow(memory, { plain, bar: SERIES + 3 + 2 * series, orSame: true });
  }
  const latency = (markers[to] as number) - (markers[from] as number);
  if (latency < 0) return isBelow(memory, { plain, bar: SERIES + 4 + 2 * series, orSame: true });
  if (latency >= DENSE_LATENCIES) return true;
  increment(tables, series * DENSE_LATENCIES + latency);
  const worst = data.getInt32(BARS_AT + series * BAR_BYTES + 8, true);
  return latency > worst || (latency === worst && isBelow(memory, { plain, bar: series, orSame: false }));
}

function offend(memory: ScanMemory, { plain, gate }: { plain: PlainLine; gate: number }): boolean {
  increment(memory.counters, COUNTER.offenders + gate);
  return isBelow(memory, { plain, bar: SERIES + gate, orSame: false });
}

/** Whether the turn id comes before the one of a bar, or is the same one. */
function isBelow(
  { bytes, data }: ScanMemory,
  { plain, bar, orSame }: { plain: PlainLine; bar: number; orSame: boolean },
): boolean {
  const at = BARS_AT + bar * BAR_BYTES;
  const mode = data.getUint32(at, true);
  if (mode !== 1) return mode === 0;
  const { idStart, idLength } = plain;
  const length = data.getUint32(at + 4, true);
  for (let index = 0; index < Math.min(length, idLength); index += 1) {
    const ours = bytes[idStart + index] as number;
    const theirs = bytes[at + 16 + index] as number;
    if (ours !== theirs) return ours < theirs;
  }
  return idLength < length || (orSame && idLength === length);
}
