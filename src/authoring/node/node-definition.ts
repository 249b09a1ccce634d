/** A defined node: its descriptor, its schemas, and how an instance is made. */
import type { NodeContext } from "./node-context.ts";
import type { NodeDescriptor } from "./node-descriptor.ts";
import type { NodeEvent, NodeOutput } from "./node-event.ts";
import type { NodeHooks } from "./node-hooks.ts";
import type { InputPorts, OutputPorts } from "./node-port.ts";
import type { StandardSchema } from "./standard-schema.ts";

/** What the surroundings of an instance offer to those who build nodes out of processes, threads and modules. */
export interface NodeHost {
  /**
   * Virtual time waits for this promise: for work that really takes time outside, such as an answer of a child
   * process. A node that only uses timers and promises does not need it.
   */
  waitFor<T>(work: Promise<T>): Promise<T>;
  /** How a call of `process` ended, where the node knows better than its caller: set before the call settles. */
  report(outcome: OutcomeClass): void;
}

/** How a call of a hook ended. */
export const OUTCOME_CLASSES = [
  "success",
  "timeout",
  "overload",
  "blocked",
  "infrastructure_failure",
  "cancelled",
] as const;

/** How a call of a hook ended. */
export type OutcomeClass = (typeof OUTCOME_CLASSES)[number];

/** What an instance is made from. */
export interface InstanceInit<Config = unknown> {
  readonly config: Config;
  readonly host: NodeHost;
}

/** A node that can be run, tested and described. Made by `defineNode`. */
export interface NodeDefinition {
  readonly descriptor: NodeDescriptor;
  readonly inputs: InputPorts;
  readonly outputs: OutputPorts;
  readonly config?: StandardSchema;
  /** The hooks of a new instance. */
  create(
    init: InstanceInit<never>,
  ): NodeHooks<NodeContext<never>, NodeEvent<string, never, never>, NodeOutput>;
}

/** Whether a value looks like a defined node; it may come from another copy of this package. */
export const isNodeDefinition = (value: unknown): value is NodeDefinition =>
  typeof value === "object" && value !== null && "descriptor" in value && "create" in value;
