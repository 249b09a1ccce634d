/** What a node outside is defined by, and what is told of its runs. */
import type { NodeSource } from "../node/define-node.ts";
import type { InputPorts, OutputPorts } from "../node/node-port.ts";
import type { StandardSchema } from "../node/standard-schema.ts";
import type { BoundaryLimits } from "./boundary-limits.ts";

/** What one call used, as it was measured: never the same twice. */
export interface BoundaryUsage {
  readonly boundary: "process" | "worker";
  readonly node_id: string;
  readonly hook: string;
  /** CPU time of the call, in ms; of a process in steps of 10. */
  readonly cpu_ms: number;
  /** The most memory that the node outside has used so far, in MiB. */
  readonly memory_mb: number;
}

/** What every node outside is defined by, besides how it is started. */
export interface BoundarySource<
  Inputs extends InputPorts = InputPorts,
  Outputs extends OutputPorts = OutputPorts,
  Config extends StandardSchema | undefined = StandardSchema | undefined,
> extends Omit<NodeSource<Inputs, Outputs, Config>, "create" | "execution_mode"> {
  readonly limits?: Partial<BoundaryLimits>;
  /**
   * What the telemetry marks `cpu_units` and `memory_mb` say. `reserved`, unless told otherwise: what the node may use,
   * so that the same script gives the same bytes. `measured`: CPU ms and MiB of the call, never the same twice.
   */
  readonly marks?: "reserved" | "measured";
  /** Told after each call what it used. */
  readonly on_usage?: (usage: BoundaryUsage) => void;
}

/** Holds what was started for a node. */
export interface ClosableNode {
  /** Ends everything that was started for the node; instances that still run fail. */
  close(): void;
}
