/** The inside of a worker thread that scans pieces of files, one a message; a message without a piece ends the scan. */
import { parentPort, workerData } from "node:worker_threads";

import type { TurnScanState } from "../../gates/slo/scan/turn-scan-state.ts";
import { createPieceScanner } from "./piece-scanner.ts";
import type { Piece } from "./plan-pieces.ts";

/** What a worker is told. */
export interface WorkerOrder {
  /** What to scan next; without one, the scan is over. */
  readonly piece?: Piece;
}

/** What a worker answers to each order. */
export interface WorkerAnswer {
  readonly lines?: number;
  readonly scan?: TurnScanState;
  /** An error as a plain object: on its way to another thread it would lose its code. */
  readonly failure?: { readonly message: string; readonly code?: string; readonly syscall?: string };
}

const opening = createPieceScanner(workerData);

parentPort?.on("message", async (order: WorkerOrder) => {
  parentPort?.postMessage(await answer(order).catch(failure));
});

async function answer({ piece }: WorkerOrder): Promise<WorkerAnswer> {
  const scanner = await opening;
  if (piece === undefined) return { scan: await scanner.finish() };
  return { lines: await scanner.scan(piece) };
}

function failure({ message, code, syscall }: NodeJS.ErrnoException): WorkerAnswer {
  return {
    failure: { message, ...(code !== undefined && { code }), ...(syscall !== undefined && { syscall }) },
  };
}
