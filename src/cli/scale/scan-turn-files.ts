/**
 * Adds up the turns of NDJSON files of any size: cut into pieces, scanned by worker threads, put together in the order
 * of the files. The result is the same, byte for byte, for any number of workers and any cut; memory does not grow
 * with the files.
 */
import { statSync } from "node:fs";

import {
  type MvpSloAccumulatorOptions,
  readAccumulatorOptions,
} from "../../gates/slo/accumulator-options.ts";
import { defined } from "../../internal/defined.ts";
import { MAX_LINE_BYTES } from "../input/scan-texts.ts";
import { findWorkerFile } from "./find-worker-file.ts";
import { joinLanes, type LaneScan, type ScannedFiles, type ScannedPiece } from "./join-lanes.ts";
import { NEEDS_READER, type ScannerOptions } from "./piece-scanner.ts";
import { choosePieceBytes, type Piece, planPieces, type TurnFile } from "./plan-pieces.ts";
import { readFailure } from "./read-failure.ts";
import { openLocalLane, openWorkerLane, type ScanLane } from "./scan-lane.ts";

/** How files are scanned. */
export interface TurnFilesOptions extends Pick<ScannerOptions, "engine" | "maxLineBytes"> {
  /** How the turns are judged. */
  readonly gates?: MvpSloAccumulatorOptions;
  /** Most worker threads. With 1, the default, the files are scanned in this thread. */
  readonly workers?: number;
  /** Most malformed lines that are kept; all of them count. Default 20. */
  readonly maxMalformedKept?: number;
  /** Bytes of a piece, about; from the sizes of the files unless told. */
  readonly pieceBytes?: number;
  /** The module that workers run; found beside this one unless told. */
  readonly workerFile?: URL;
  /** Called with the bytes that were scanned so far. */
  onProgress?(bytes: number): void;
}

/** Malformed lines that are kept unless told. */
export const MALFORMED_KEPT = 20;

/**
 * Scans files. Rejects when a file cannot be read or a worker was lost; a malformed line is a finding.
 *
 * Most files hold nothing but turn metrics. Where a line is something else, the scan begins anew with the reader of
 * evidence, which is larger than everything else that a worker loads.
 */
export async function scanTurnFiles(
  files: readonly TurnFile[],
  options: TurnFilesOptions = {},
): Promise<ScannedFiles> {
  // A pipe can be read once only.
  const canBeginAnew = files.every(({ path }) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? true);
  if (!canBeginAnew) return await scanAll(files, options, true);
  try {
    return await scanAll(files, options, false);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === NEEDS_READER)) throw error;
    return await scanAll(files, options, true);
  }
}

async function scanAll(
  files: readonly TurnFile[],
  options: TurnFilesOptions,
  evidence: boolean,
): Promise<ScannedFiles> {
  const { gates = {}, maxMalformedKept = MALFORMED_KEPT, onProgress } = options;
  // What is wrong with the options is said here, and not as the loss of a worker.
  readAccumulatorOptions(gates);
  const { workerFile = findWorkerFile() } = options;
  const workers = workerFile === undefined ? 1 : (options.workers ?? 1);
  const pieces = planPieces(files, options.pieceBytes ?? choosePieceBytes(files, workers));
  // The first pieces are planned before anything is started: a small file is not worth a worker.
  const ahead = take(pieces, workers);
  const scanner = { ...scannerOptions(options), evidence };
  const lanes = await openLanes(ahead.length, { workerFile, scanner });
  let scanned = 0;

  const work = async (lane: ScanLane): Promise<LaneScan> => {
    const done: ScannedPiece[] = [];
    let before = 0;
    for (;;) {
      const piece = ahead.shift() ?? pieces.next().value;
      if (piece === undefined) return { pieces: done, scan: await lane.finish() };
      const lines = await lane.scan(piece).catch((error) => {
        throw readFailure(error, piece.name);
      });
      done.push({ piece, lines: lines - before });
      before = lines;
      scanned += Number.isFinite(piece.end) ? piece.end - piece.start : 0;
      onProgress?.(scanned);
    }
  };
  try {
    return joinLanes(await Promise.all(lanes.map(work)), { gates, maxMalformedKept });
  } finally {
    pieces.return();
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

/** Options of the scanner of one lane. */
export function scannerOptions(options: TurnFilesOptions): ScannerOptions {
  const { gates, engine, maxLineBytes = MAX_LINE_BYTES, maxMalformedKept = MALFORMED_KEPT } = options;
  return { ...gates, ...defined({ engine }), maxLineBytes, maxMalformedKept };
}

function take(pieces: Iterator<Piece, void>, count: number): Piece[] {
  const taken: Piece[] = [];
  while (taken.length < count) {
    const next = pieces.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

interface LaneOptions {
  readonly workerFile: URL | undefined;
  readonly scanner: ScannerOptions;
}

async function openLanes(count: number, { workerFile, scanner }: LaneOptions): Promise<ScanLane[]> {
  if (count <= 1 || workerFile === undefined) return [await openLocalLane(scanner)];
  return Array.from({ length: count }, () => openWorkerLane(workerFile, scanner));
}
