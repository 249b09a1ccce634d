/** Scans pieces of files one after the other with one scanner, whose memory serves them all. */
import type { TurnScanState } from "../../gates/slo/scan/turn-scan-state.ts";
import { createTurnScanner, type TurnScannerOptions } from "../../gates/slo/scan/turn-scanner.ts";
import type { Piece } from "./plan-pieces.ts";
import { readEvidenceLine } from "./read-evidence-line.ts";
import { createPieceReader } from "./read-piece.ts";

/** Options of a scanner, which travel to workers. */
export type ScannerOptions = Omit<TurnScannerOptions, "readLine">;

/** Scans pieces, one at a time. */
export interface PieceScanner {
  /** Resolves with the number of lines of all pieces so far. Rejects when the piece cannot be read. */
  scan(piece: Piece): Promise<number>;
  /** What was found in all pieces; its line numbers go through them in the order in which they were scanned. */
  finish(): Promise<TurnScanState>;
}

const LINE_FEED = new Uint8Array([10]);

/** A scanner of pieces. */
export function createPieceScanner(options: ScannerOptions): PieceScanner {
  const scanner = createTurnScanner({ ...options, readLine: readEvidenceLine });
  const reader = createPieceReader();
  return {
    async scan(piece) {
      let last = LINE_FEED[0];
      await reader.read(piece, (bytes) => {
        scanner.push(bytes);
        last = bytes.at(-1) ?? last;
      });
      // The last line of a file may lack its line feed, and what comes next is another file.
      if (last !== LINE_FEED[0]) scanner.push(LINE_FEED);
      return scanner.lines;
    },
    async finish() {
      scanner.end();
      return scanner.toJSON();
    },
  };
}
