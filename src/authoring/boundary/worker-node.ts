/** A node that runs in a worker thread: a module that exports a node, kept away from everybody else. */
import { describeValue } from "../../internal/describe-value.ts";
import type { DefinedNode } from "../node/define-node.ts";
import type { InputPorts, OutputPorts } from "../node/node-port.ts";
import type { StandardSchema } from "../node/standard-schema.ts";
import type { BoundarySource, ClosableNode } from "./boundary-source.ts";
import { defineOutsideNode } from "./outside/outside-node.ts";

/** What a node in a worker is defined by. */
export interface WorkerNodeSource<
  Inputs extends InputPorts = InputPorts,
  Outputs extends OutputPorts = OutputPorts,
  Config extends StandardSchema | undefined = StandardSchema | undefined,
> extends BoundarySource<Inputs, Outputs, Config> {
  /** File URL of a module whose default export is a node made by `defineNode`. */
  readonly module: URL | string;
  /** File URL of a module that exports `serveWorkerNode`; this package as `module` finds it, unless told. */
  readonly kit?: URL | string;
}

/**
 * Defines a node that runs in a worker thread. It speaks the node protocol as a process does, and its globals (clocks,
 * timers, dice) are virtual, so that it behaves as it does inside. Memory is limited by the runtime: what it needs
 * beyond `resources.memory_mb` ends the worker. Needs Node, Bun or Deno. Throws a TypeError or RangeError for what
 * cannot be.
 *
 * @example
 * const node = workerNode({ ...ports, module: new URL("./vad-node.js", import.meta.url) });
 */
export function workerNode<
  const Inputs extends InputPorts,
  const Outputs extends OutputPorts,
  const Config extends StandardSchema | undefined = undefined,
>(source: WorkerNodeSource<Inputs, Outputs, Config>): DefinedNode<Inputs, Outputs, Config> & ClosableNode {
  const module = fileUrl("module", source.module);
  const kit = source.kit === undefined ? undefined : fileUrl("kit", source.kit);
  return defineOutsideNode(source, {
    where: "in a worker",
    open:
      ({ memory_mb }) =>
      async (events) => {
        const { launchNodeWorker } = await import("./worker/launch-node-worker.ts");
        return launchNodeWorker({ module, memory_mb, ...(kit !== undefined && { kit }) }, events);
      },
  });
}

function fileUrl(member: string, value: URL | string): string {
  const text = String(value);
  if (text.startsWith("file:") && URL.canParse(text)) return text;
  throw new TypeError(
    `Cannot define the node: expected a file URL as ${member} but received ${describeValue(value)}`,
  );
}
