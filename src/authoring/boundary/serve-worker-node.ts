/** The inside of a worker that `workerNode` starts: to be exported by the entry that the worker loads. */
import type { WorkerModule } from "./worker/serve-in-worker.ts";

/** Serves the default export of a module to the thread that started this worker; rejects where there is no node. */
export async function serveWorkerNode(given: WorkerModule): Promise<void> {
  const { serveInWorker } = await import("./worker/serve-in-worker.ts");
  await serveInWorker(given);
}
