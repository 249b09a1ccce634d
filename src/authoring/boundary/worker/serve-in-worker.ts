/** The inside of a worker: loads the module of the node and serves it to the thread that started the worker. */
import { getHeapStatistics } from "node:v8";
import { parentPort } from "node:worker_threads";

import { describeValue } from "../../../internal/describe-value.ts";
import { isNodeDefinition } from "../../node/node-definition.ts";
import { loadVirtualGlobals } from "../../virtual-globals/load-virtual-globals.ts";
import { createNodeServer } from "../served/node-server.ts";
import { readNodeRequest } from "../served/read-node-request.ts";

/** The module of a node, by the file URL that it has. */
export interface WorkerModule {
  readonly module: string;
  /** Imports it. */
  load(): Promise<object>;
}

/** Serves the default export of a module. Called inside of the worker; rejects where there is no node to serve. */
export async function serveInWorker({ module, load }: WorkerModule): Promise<void> {
  if (parentPort === null) throw new TypeError("Cannot serve a node: expected to be in a worker thread");
  const port = parentPort;
  const globals = await loadVirtualGlobals();
  // First of all, so that what the module keeps of the globals is virtual, too.
  globals.enter();
  const { default: node } = (await load()) as { readonly default?: unknown };
  if (!isNodeDefinition(node))
    throw new TypeError(
      `Cannot serve ${module}: expected a node as its default export but received ${describeValue(node)}`,
    );
  const send = (reply: unknown) => port.postMessage(JSON.stringify(reply));
  const server = createNodeServer({ node, globals, send, memory: memoryInUse });
  port.on("message", (text: string) => server.receive(readNodeRequest(text)));
}

/** What the heap holds and what hangs on it, in MiB: samples are not on the heap. */
function memoryInUse(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return (used_heap_size + external_memory) / 2 ** 20;
}
