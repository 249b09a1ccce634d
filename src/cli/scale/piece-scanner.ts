/** Scans pieces of files one after the other with one scanner, whose memory serves them all. */
import type { TurnScanState } from "../../gates/slo/scan/turn-scan-state.ts";
import { createTurnScanner, type TurnScannerOptions } from "../../gates/slo/scan/turn-scanner.ts";
import type { Piece } from "./plan-pieces.ts";
import { createPieceReader } from "./read-piece.ts";

/** Options of a scanner, which travel to workers. */
export interface ScannerOptions extends Omit<TurnScannerOptions, "readLine"> {
  /** Whether lines may be evidence. Its reader is large, so a scan begins without it. */
  readonly evidence?: boolean;
}

/** Code of the error of a scan that met a line that is no turn, and has no reader for it. */
export const NEEDS_READER = "NEEDS_EVIDENCE_READER";

/** Scans pieces, one at a time. */
export interface PieceScanner {
  /** Resolves with the number of lines of all pieces so far. Rejects when the piece cannot be read. */
  scan(piece: Piece): Promise<number>;
  /** What was found in all pieces; its line numbers go through them in the order in which they were scanned. */
  finish(): Promise<TurnScanState>;
}

const LINE_FEED = new Uint8Array([10]);

/** A scanner of pieces. */
export async function createPieceScanner({
  evidence = false,
  ...options
}: ScannerOptions): Promise<PieceScanner> {
  const readLine = evidence ? (await import("./read-evidence-line.ts")).readEvidenceLine : askForReader;
  const scanner = createTurnScanner({ ...options, readLine });
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

function askForReader(): never {
  const message = "Cannot read a line: expected turn metrics but received something else";
  throw Object.assign(new Error(message), { code: NEEDS_READER });
}
