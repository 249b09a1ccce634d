/**
 * A lane scans one piece after the other: in a worker thread, or right here where there is only one.
 *
 * Whatever keeps a worker from answering is an error of the whole scan: a run that lost a part would look smaller,
 * and perhaps better, than it was.
 */
import { Worker } from "node:worker_threads";

import { createPieceScanner, type PieceScanner, type ScannerOptions } from "./piece-scanner.ts";
import type { WorkerAnswer, WorkerOrder } from "./scan-worker.ts";

/** Scans pieces, one at a time. Rejects when a piece cannot be read, or when the worker was lost. */
export interface ScanLane extends PieceScanner {
  close(): Promise<unknown>;
}

/**
 * Limits of a worker in MiB. What it keeps are findings, of ten codes, in lists that may be twice as long before they
 * are cut. The room beside them is for the values of one line, which may be an artifact of 16 MiB where lines are evidence.
 */
function heapLimits({ maxViolationsPerCode = 1000, evidence = false }: ScannerOptions) {
  const findings = (10 * 2 * maxViolationsPerCode * FINDING_BYTES) / 2 ** 20;
  return {
    maxOldGenerationSizeMb: (evidence ? LINE_MIB : TURN_MIB) + Math.ceil(findings),
    maxYoungGenerationSizeMb: 2,
    stackSizeMb: 2,
  };
}

/** Heap of a scan of turn metrics, whose lines are read where they lie. */
const TURN_MIB = 8;

/** Heap of the values of the longest line: as Go writes it and in canonical form, some ten times its text. */
const LINE_MIB = 256;

/** Heap of a finding with a long turn id. */
const FINDING_BYTES = 320;

/** A lane in this thread. */
export async function openLocalLane(options: ScannerOptions): Promise<ScanLane> {
  return { ...(await createPieceScanner(options)), close: async () => {} };
}

/** A lane in a worker thread that runs the module at `workerFile`. */
export function openWorkerLane(workerFile: URL, options: ScannerOptions): ScanLane {
  const worker = new Worker(workerFile, { workerData: options, resourceLimits: heapLimits(options) });
  // A worker may be lost before anybody waits for its answer.
  let loss: string | undefined;
  let onLoss = (_reason: string) => {};
  const lose = (reason: string) => {
    loss ??= reason;
    onLoss(loss);
  };
  worker.on("error", ({ message }) => lose(message));
  worker.on("exit", (code) => lose(`it ended with exit code ${code}`));

  const ask = (order: WorkerOrder) =>
    new Promise<WorkerAnswer>((resolve, reject) => {
      onLoss = (reason) => reject(new Error(lossMessage(order, reason)));
      if (loss !== undefined) onLoss(loss);
      worker.once("message", ({ failure, ...answer }: WorkerAnswer) => {
        if (failure === undefined) resolve(answer);
        else reject(Object.assign(new Error(failure.message), failure));
      });
      worker.postMessage(order);
    });

  return {
    scan: async (piece) => expectIn(await ask({ piece }), "lines"),
    finish: async () => expectIn(await ask({}), "scan"),
    close: () => worker.terminate(),
  };
}

function expectIn<K extends keyof WorkerAnswer>(answer: WorkerAnswer, name: K): NonNullable<WorkerAnswer[K]> {
  const value = answer[name];
  if (value !== undefined) return value;
  throw new Error(`Cannot scan: expected a worker to answer with ${name} but received another answer`);
}

function lossMessage({ piece }: WorkerOrder, reason: string): string {
  const what = piece === undefined ? "" : ` bytes ${piece.start} to ${piece.end} of ${piece.name}`;
  return `Cannot scan${what}: expected an answer but lost the worker: ${reason}`;
}
