/** A node that runs in a process of its own: any language that reads and writes lines of JSON. */
import { describeValue } from "../../internal/describe-value.ts";
import type { DefinedNode } from "../node/define-node.ts";
import type { InputPorts, OutputPorts } from "../node/node-port.ts";
import type { StandardSchema } from "../node/standard-schema.ts";
import type { BoundarySource, ClosableNode } from "./boundary-source.ts";
import { defineOutsideNode } from "./outside/outside-node.ts";

/** What a node in a process is defined by. */
export interface ProcessNodeSource<
  Inputs extends InputPorts = InputPorts,
  Outputs extends OutputPorts = OutputPorts,
  Config extends StandardSchema | undefined = StandardSchema | undefined,
> extends BoundarySource<Inputs, Outputs, Config> {
  /** An executable and its arguments. */
  readonly command: readonly string[];
  readonly cwd?: string;
  /** Variables besides those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Defines a node that runs as a child process and speaks the node protocol on stdio (`docs/node-protocol.md`). It is
 * started by `init`, serves one instance at a time and, unless something went wrong, the next one after that. That it
 * does not start, hangs, dies, floods, writes what is not the protocol or uses too much memory fails the calls that are
 * open, and nothing else. Needs Node, Bun or Deno. Throws a TypeError or RangeError for what cannot be.
 *
 * @example
 * const node = processNode({
 *   node_id: "punctuation",
 *   version: "1.0.0",
 *   execution_scope: "turn",
 *   inputs: { "text.final": { payload_class: "text_raw", payload: payloadOf<string>() } },
 *   outputs: { "text.segment": { payload_class: "text_raw", payload: payloadOf<string>() } },
 *   command: ["python3", "punctuation_node.py"],
 * });
 */
export function processNode<
  const Inputs extends InputPorts,
  const Outputs extends OutputPorts,
  const Config extends StandardSchema | undefined = undefined,
>(source: ProcessNodeSource<Inputs, Outputs, Config>): DefinedNode<Inputs, Outputs, Config> & ClosableNode {
  const { command, cwd, env } = source;
  if (!Array.isArray(command) || command.length === 0 || !command.every((word) => typeof word === "string"))
    throw new TypeError(
      `Cannot define the node: expected an executable and its arguments as command but received ${describeValue(command)}`,
    );
  return defineOutsideNode(source, {
    where: "in a process",
    open:
      ({ limits }) =>
      async (events) => {
        const { launchNodeProcess } = await import("./process/launch-node-process.ts");
        return launchNodeProcess({ command, cwd, env, max_bytes: limits.max_bytes }, events);
      },
  });
}
