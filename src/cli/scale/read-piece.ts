/** Reads a piece of a file through a buffer that is used over and over, so that memory does not grow with the file. */
import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

import type { Piece } from "./plan-pieces.ts";
import { SHORTENED } from "./read-failure.ts";

/** Bytes of a read: small enough to stay in the cache of a core until they are scanned. */
export const READ_BYTES = 256 * 1024;

/** Takes bytes, which are overwritten as soon as it returns. */
export type ByteTaker = (bytes: Uint8Array) => void;

/** Reads pieces one after the other. */
export interface PieceReader {
  /** Hands on the bytes of a piece. Rejects with an error of the system, or when the file is shorter than it was. */
  read(piece: Piece, take: ByteTaker): Promise<void>;
}

/** A reader with a buffer of its own. */
export function createPieceReader(): PieceReader {
  const buffer = new Uint8Array(READ_BYTES);
  return {
    async read(piece, take) {
      if (piece.form === "range") readRange(piece, { buffer, take });
      else for await (const chunk of openStream(piece)) take(chunk as Uint8Array);
    },
  };
}

function openStream({ path, form }: Piece): Readable {
  const source = createReadStream(path, { highWaterMark: READ_BYTES });
  if (form === "stream") return source;
  const plain = source.pipe(createGunzip({ chunkSize: READ_BYTES }));
  source.on("error", (error) => plain.destroy(error));
  return plain;
}

function readRange(
  { path, start, end }: Piece,
  { buffer, take }: { readonly buffer: Uint8Array; readonly take: ByteTaker },
): void {
  const descriptor = openSync(path, "r");
  try {
    for (let position = start; position < end; ) {
      const length = readSync(descriptor, buffer, 0, Math.min(READ_BYTES, end - position), position);
      if (length === 0) throw Object.assign(new Error(`${path} became shorter`), { code: SHORTENED });
      take(buffer.subarray(0, length));
      position += length;
    }
  } finally {
    closeSync(descriptor);
  }
}
