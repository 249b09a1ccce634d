/** Puts the scans of lanes together, whoever scanned what: sums add up, and lines get their places in their files. */
import type { MvpSloAccumulatorOptions } from "../../gates/slo/accumulator-options.ts";
import type { MvpSloAccumulatorState } from "../../gates/slo/accumulator-state.ts";
import { createMvpSloAccumulator } from "../../gates/slo/mvp-slo-accumulator.ts";
import type { MalformedLine, TurnScanState } from "../../gates/slo/scan/turn-scan-state.ts";
import type { Piece } from "./plan-pieces.ts";

/** A line that is no turn, by its number in the file. */
export interface MalformedFileLine extends MalformedLine {
  /** Name of the file. */
  readonly file: string;
}

/** What was found in all files. */
export interface ScannedFiles {
  readonly accumulator: MvpSloAccumulatorState;
  /** Lines, blank ones and malformed ones among them. */
  readonly lines: number;
  readonly malformed: { readonly count: number; readonly first: readonly MalformedFileLine[] };
}

/** What one lane has found in the pieces that it scanned, in their order. */
export interface LaneScan {
  readonly pieces: readonly ScannedPiece[];
  readonly scan: TurnScanState;
}

/** A piece with the number of its lines. */
export interface ScannedPiece {
  readonly piece: Piece;
  readonly lines: number;
}

/** How lanes are joined. */
export interface JoinOptions {
  readonly gates: MvpSloAccumulatorOptions;
  /** Most malformed lines that are kept; no lane may have kept fewer. */
  readonly maxMalformedKept: number;
}

/** What the lanes have found together; the same whatever each of them was given, as long as it came in order. */
export function joinLanes(
  lanes: readonly LaneScan[],
  { gates, maxMalformedKept }: JoinOptions,
): ScannedFiles {
  const accumulator = createMvpSloAccumulator(gates);
  for (const { scan } of lanes) accumulator.merge({ toJSON: () => scan.accumulator });
  const linesBefore = countLinesBefore(lanes.flatMap(({ pieces }) => pieces));
  // A lane scans pieces in their order, so what it kept are the first malformed lines of all of its pieces.
  const first = lanes
    .flatMap((lane) => locateLines(lane, linesBefore))
    .sort((left, right) => left.place - right.place || left.found.line - right.found.line)
    .slice(0, maxMalformedKept)
    .map(({ found }) => found);
  return {
    accumulator: accumulator.toJSON(),
    lines: lanes.reduce((sum, { scan }) => sum + scan.lines, 0),
    malformed: { count: lanes.reduce((sum, { scan }) => sum + scan.malformed.count, 0), first },
  };
}

/** For each piece the number of lines of its file before it. */
function countLinesBefore(pieces: readonly ScannedPiece[]): ReadonlyMap<Piece, number> {
  const before = new Map<Piece, number>();
  const ofFile = new Map<number, number>();
  for (const { piece, lines } of pieces.toSorted(byPlace)) {
    const earlier = ofFile.get(piece.file) ?? 0;
    before.set(piece, earlier);
    ofFile.set(piece.file, earlier + lines);
  }
  return before;
}

const byPlace = ({ piece }: ScannedPiece, { piece: other }: ScannedPiece) =>
  piece.file - other.file || piece.start - other.start;

/** The malformed lines that a lane kept, by file and line. */
function locateLines({ pieces, scan }: LaneScan, linesBefore: ReadonlyMap<Piece, number>) {
  const all = pieces.values();
  let passed = 0;
  let current = all.next().value;
  return scan.malformed.first.flatMap((found) => {
    while (current !== undefined && found.line > passed + current.lines) {
      passed += current.lines;
      current = all.next().value;
    }
    if (current === undefined) return [];
    const { file, name } = current.piece;
    const line = (linesBefore.get(current.piece) ?? 0) + found.line - passed;
    return [{ place: file, found: { file: name, ...found, line } }];
  });
}
