/** The bars in the memory of an engine: below them, a line cannot change any bounded list. */
import { SERIES_NAMES, type SeriesName } from "../latency-series.ts";
import { COUNTING_GATES, type RunTally } from "../run-tally.ts";
import type { TurnFinding } from "../turn-finding.ts";
import type { WorstTurn } from "../worst-turns.ts";
import { SCAN_LAYOUT } from "./scan-layout.ts";
import type { ScanMemory } from "./scan-memory.ts";

/** Every line is handed over; those whose turn id is low enough; none. */
const MODE = { all: 0, byId: 1, none: 2 } as const;
const WORST_LISTS = SERIES_NAMES.length + COUNTING_GATES.length;
/** A list of worst turns is full with this many. */
const FULL = 5;
const PLAIN_ID = /^[\x20-\x7e]*$/;

interface Bar {
  readonly index: number;
  readonly turn_id: string;
  /** The latency that a turn has to reach. */
  readonly value: number;
}

/** Raises the bars as the lists fill up. */
export interface HandOverBars {
  /** After a turn that may have entered a list of worst turns; lists that are not full take everything. */
  raiseWorst(tally: RunTally): void;
  /** After a look at the findings that are kept, in their order, at most `cap` of a kind. */
  raiseFindings(findings: readonly TurnFinding[], cap: number): void;
}

/** The bars in a memory, at first low; findings are kept of these series only. */
export function createHandOverBars(memory: ScanMemory, kept: readonly SeriesName[]): HandOverBars {
  const raised: (WorstTurn | undefined)[] = [];

  const raise = (index: number, worst: readonly WorstTurn[]) => {
    const last = worst[FULL - 1];
    if (last === undefined || last === raised[index]) return;
    raised[index] = last;
    const value = Math.min(last.observed, SCAN_LAYOUT.DENSE_LATENCIES);
    write(memory, { index, turn_id: last.turn_id, value });
  };

  for (const [index, name] of SERIES_NAMES.entries()) {
    memory.data.setBigInt64(placeOf(index) + 8, -1n, true);
    if (kept.includes(name)) continue;
    for (const isNegative of [false, true]) {
      memory.data.setUint32(placeOf(findingBar(name, isNegative)), MODE.none, true);
    }
  }

  return {
    raiseWorst({ series, offenders }) {
      for (const [index, name] of SERIES_NAMES.entries()) raise(index, series[name].worst);
      for (const [index, gate_id] of COUNTING_GATES.entries()) {
        raise(SERIES_NAMES.length + index, offenders[gate_id].worst);
      }
    },
    raiseFindings(findings, cap) {
      const groups = new Map<number, { count: number; last: string }>();
      for (const { series, turn_id, observed } of findings) {
        const index = findingBar(series, observed !== undefined);
        groups.set(index, { count: (groups.get(index)?.count ?? 0) + 1, last: turn_id });
      }
      for (const [index, { count, last }] of groups) {
        if (count >= cap) write(memory, { index, turn_id: last, value: 0 });
      }
    },
  };
}

function findingBar(series: SeriesName, isNegative: boolean): number {
  return WORST_LISTS + 2 * SERIES_NAMES.indexOf(series) + (isNegative ? 1 : 0);
}

function write({ bytes, data }: ScanMemory, { index, turn_id, value }: Bar): void {
  const place = placeOf(index);
  // Ids that are long or not ASCII are compared here, so that the engine need not know how.
  const isPlain = turn_id.length <= SCAN_LAYOUT.BAR_ID_BYTES && PLAIN_ID.test(turn_id);
  data.setUint32(place, isPlain ? MODE.byId : MODE.all, true);
  data.setUint32(place + 4, turn_id.length, true);
  data.setBigInt64(place + 8, BigInt(value), true);
  if (isPlain) new TextEncoder().encodeInto(turn_id, bytes.subarray(place + 16));
}

function placeOf(index: number): number {
  return SCAN_LAYOUT.BARS_AT + index * SCAN_LAYOUT.BAR_BYTES;
}
