/**
 * Cuts files into pieces for workers. Cuts are made where lines begin, so that no line is in two pieces and the pieces
 * of a file in their order are the file.
 */
import { closeSync, openSync, readSync, statSync } from "node:fs";

import { readFailure } from "./read-failure.ts";

const LINE_FEED = 10;

/** Bytes of a read while looking for the next line. */
const LOOK_BYTES = 64 * 1024;

/** A file, by its path and as findings name it. */
export interface TurnFile {
  readonly path: string;
  readonly name: string;
}

/** Part of a file that one worker reads. */
export interface Piece extends TurnFile {
  /** Place of the file in the list of files. */
  readonly file: number;
  /** First byte, and the byte behind the last. */
  readonly start: number;
  readonly end: number;
  /** What has no places, a compressed file or a pipe, is one piece and read as a stream from its beginning. */
  readonly form: "range" | "gzip" | "stream";
}

const MEBI = 1024 * 1024;

/** Pieces for each worker: enough that all of them are busy to the end. */
const PIECES_EACH = 8;

/** Below the first, starting a worker takes longer than scanning; above the second, nothing is won. */
const [LEAST_BYTES, MOST_BYTES] = [8 * MEBI, 64 * MEBI];

/** Bytes of a piece for so many workers. A file that is not there is told of when its pieces are planned. */
export function choosePieceBytes(files: readonly TurnFile[], workers: number): number {
  const sizes = files.map(({ path }) => statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return Math.ceil(Math.min(MOST_BYTES, Math.max(LEAST_BYTES, total / (workers * PIECES_EACH))));
}

/** The pieces of files, in order; an empty file has none. Throws when a file is not there or cannot be opened. */
export function* planPieces(files: readonly TurnFile[], pieceBytes: number): Generator<Piece, void> {
  for (const [file, { path, name }] of files.entries()) {
    const status = attempt(name, () => statSync(path));
    const isCompressed = path.endsWith(".gz");
    // A pipe must be opened once only, by whoever reads it.
    if (isCompressed || !status.isFile()) {
      const end = status.isFile() ? status.size : Number.POSITIVE_INFINITY;
      yield { path, name, file, start: 0, end, form: isCompressed ? "gzip" : "stream" };
      continue;
    }
    const { size } = status;
    const descriptor = attempt(name, () => openSync(path, "r"));
    try {
      for (let start = 0; start < size; ) {
        const from = start + pieceBytes;
        const end = from >= size ? size : lineStartFrom(descriptor, { from, size });
        yield { path, name, file, start, end, form: "range" };
        start = end;
      }
    } finally {
      closeSync(descriptor);
    }
  }
}

function attempt<T>(name: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    throw readFailure(error, name);
  }
}

interface Place {
  readonly from: number;
  readonly size: number;
}

/** The first place from here at which a line begins; the end of the file where none does. */
function lineStartFrom(descriptor: number, { from, size }: Place): number {
  const buffer = new Uint8Array(LOOK_BYTES);
  // A line begins behind a line feed, which may be just before the place.
  for (let position = from - 1; position < size; ) {
    const length = readSync(descriptor, buffer, 0, Math.min(LOOK_BYTES, size - position), position);
    if (length === 0) return size;
    const found = buffer.subarray(0, length).indexOf(LINE_FEED);
    if (found >= 0) return position + found + 1;
    position += length;
  }
  return size;
}
