/** What a scan has found, as JSON, by which parts of a run travel between workers; reading it is strict. */
import {
  INTEGER,
  type InputShape,
  integerFrom,
  listOf,
  objectOf,
  optional,
  TEXT,
} from "../../../internal/input-shape.ts";
import { requireShape } from "../../invalid-input.ts";
import type { MvpSloAccumulatorState } from "../accumulator-state.ts";
import type { LineFault } from "./read-turn-line.ts";

/** A line that is not the metrics of a turn. */
export interface MalformedLine extends LineFault {
  /** 1-based, blank lines included. */
  readonly line: number;
}

/** The lines of a scan that are not the metrics of a turn: all of them counted, the first of them kept. */
export interface MalformedLines {
  readonly count: number;
  readonly max_kept: number;
  readonly first: readonly MalformedLine[];
}

/** Everything a scan has found. */
export interface TurnScanState {
  readonly accumulator: MvpSloAccumulatorState;
  /** Lines seen, blank ones included. */
  readonly lines: number;
  readonly malformed: MalformedLines;
  /** Lines that an engine recognised. */
  readonly fast_lines: number;
  /** All others. */
  readonly slow_lines: number;
}

/** Read by the accumulator. */
const ACCUMULATOR: InputShape<MvpSloAccumulatorState> = () => undefined;

const STATE = objectOf<TurnScanState>({
  accumulator: ACCUMULATOR,
  lines: INTEGER,
  malformed: objectOf<MalformedLines>({
    count: INTEGER,
    max_kept: INTEGER,
    first: listOf(
      objectOf<MalformedLine>({
        line: integerFrom(1),
        message: TEXT,
        path: optional(TEXT),
        column: optional(integerFrom(1)),
      }),
    ),
  }),
  fast_lines: INTEGER,
  slow_lines: INTEGER,
});

/** Reads a state, apart from its accumulator. Throws TypeError or RangeError that names the field at fault. */
export function readTurnScanState(path: string, value: TurnScanState): TurnScanState {
  const state = requireShape(path, value, STATE);
  const { lines, malformed, fast_lines, slow_lines } = state;
  requireShape(`${path}.lines`, lines, integerFrom(fast_lines + slow_lines, fast_lines + slow_lines));
  requireShape(`${path}.malformed.count`, malformed.count, integerFrom(malformed.first.length, slow_lines));
  const kept = Math.min(malformed.count, malformed.max_kept);
  requireShape(`${path}.malformed.first.length`, malformed.first.length, integerFrom(kept, kept));
  return state;
}
