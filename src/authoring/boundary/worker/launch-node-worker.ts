/** Starts a node in a worker thread. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { LinkEvents, NodeLink } from "../outside/node-link.ts";
import { describeThrown } from "../wire/describe-thrown.ts";

/** What to start. */
export interface WorkerLaunch {
  /** File URL of the module of the node. */
  readonly module: string;
  /** File URL of a module that exports `serveWorkerNode`; found from the module of the node unless told. */
  readonly kit?: string;
  /** The most that it may use, in MiB. */
  readonly memory_mb: number;
}

/**
 * The worker begins with no module of its own, so that whoever bundles this one has nothing to carry along. It imports
 * the module of the node, because a bundler may have turned our own imports into calls of `require`.
 */
const BOOTSTRAP = `
const { workerData } = require("node:worker_threads");
const { kit, module } = workerData;
import(kit).then(({ serveWorkerNode }) => serveWorkerNode({ module, load: () => import(module) }));
`;

/** The entry of this package that the module of a node imports as well. */
const KIT = "@rspp/contracts/v1/authoring";

/** Starts it. Never throws: a module that is not there ends at once. */
export function launchNodeWorker(
  { module, kit, memory_mb }: WorkerLaunch,
  { onLine, onBytes, onEnd }: LinkEvents,
): NodeLink {
  let isTold = false;
  const tellEnd = (end: Parameters<typeof onEnd>[0]) => {
    if (isTold) return;
    isTold = true;
    onEnd(end);
  };
  let worker: Worker;
  try {
    worker = new Worker(BOOTSTRAP, {
      eval: true,
      workerData: { module, kit: kit ?? findKit(module) },
      resourceLimits: { maxOldGenerationSizeMb: memory_mb },
    });
  } catch (thrown) {
    tellEnd({ words: `could not be started: ${describeThrown(thrown)}` });
    return { boundary: "worker", send: () => {}, usage: () => undefined, kill: () => {} };
  }
  worker.on("message", (text: unknown) => {
    const line = String(text);
    onBytes(line.length);
    if (!isTold) onLine({ text: line });
  });
  worker.on("error", (error: Error & { readonly code?: string }) => {
    const isOutOfMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
    if (isOutOfMemory) tellEnd({ words: `needs more than ${memory_mb} MiB of memory`, outcome: "overload" });
    else tellEnd({ words: `failed: ${describeThrown(error)}` });
  });
  worker.on("exit", (code) => tellEnd({ words: `ended with exit code ${code}` }));
  // A node that is at rest keeps nobody waiting: while an answer is awaited, its watchdog does.
  worker.unref();

  return {
    boundary: "worker",
    send: (line) => worker.postMessage(line),
    // How long its event loop was not idle is as near as one gets to the CPU time of a thread.
    usage: () => ({ cpu_ms: Math.round(worker.performance.eventLoopUtilization().active) }),
    kill() {
      isTold = true;
      void worker.terminate();
    },
  };
}

/** The copy of this package that the module of the node uses. */
function findKit(module: string): string {
  return pathToFileURL(createRequire(module).resolve(KIT)).href;
}
