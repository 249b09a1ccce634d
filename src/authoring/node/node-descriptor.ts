/** What a node says of itself, so that a runtime can place it and tests can hold it to its word. */
import type { PayloadClass } from "../../contracts/security/payload-class.ts";

/** Whether one instance lives for a session or for a turn. */
export const EXECUTION_SCOPES = ["session", "turn"] as const;

/** Whether one instance lives for a session or for a turn. */
export type ExecutionScope = (typeof EXECUTION_SCOPES)[number];

/** Where a node runs: in the runtime, in another process or thread, or as a WASM module. */
export const EXECUTION_MODES = ["in_process", "external", "sandbox"] as const;

/** Where a node runs. */
export type ExecutionMode = (typeof EXECUTION_MODES)[number];

/** State that a node may keep by way of its context. */
export const STATE_KINDS = ["turn_ephemeral", "session_hot", "session_durable"] as const;

/** State that a node may keep by way of its context. */
export type StateKind = (typeof STATE_KINDS)[number];

/** How a node stops when it is cancelled. */
export interface CancelPolicy {
  /** `preemptible`: the runtime stops the node; `cooperative`: the node stops by itself. */
  readonly mode: "preemptible" | "cooperative";
  /** How long it may take from the cancel to the last output and the end of `process`, in ms. */
  readonly within_ms: number;
}

/** What a node needs. */
export interface NodeResources {
  /** Share of a core, such as 0.25. */
  readonly cpu?: number;
  readonly memory_mb?: number;
  /** Budget of one call of `process`, in ms. */
  readonly timeout_ms: number;
}

/** In which order results come when independent inputs meet. */
export const MERGE_RULES = ["arrival_order", "order_free"] as const;

/**
 * `arrival_order`: outputs follow the order in which inputs arrive. `order_free`: inputs of one instant on different
 * ports may come in any order, the outputs are the same.
 */
export type MergeRule = (typeof MERGE_RULES)[number];

/** A port of a descriptor: data only. */
export interface DescribedPort {
  readonly type: string;
  readonly payload_class: PayloadClass;
  readonly lane: "DataLane" | "ControlLane" | "TelemetryLane";
  readonly declassifies?: true;
}

/** What a node says of itself, with every default filled in. */
export interface NodeDescriptor {
  readonly node_id: string;
  readonly version: string;
  readonly execution_scope: ExecutionScope;
  readonly execution_mode: ExecutionMode;
  readonly inputs: readonly DescribedPort[];
  readonly outputs: readonly DescribedPort[];
  /** `final`: at most one output of each type for a turn; `incremental`: any number. */
  readonly streaming: "incremental" | "final";
  readonly cancel: CancelPolicy;
  readonly state: readonly StateKind[];
  readonly resources: NodeResources;
  /** Outputs that the node may hold back while nobody takes them. */
  readonly max_buffered: number;
  readonly merge: MergeRule;
}

/** What counts where a node says nothing. Times in ms. */
export const NODE_DEFAULTS = {
  execution_mode: "in_process",
  streaming: "incremental",
  cancel: { mode: "cooperative", within_ms: 50 },
  timeout_ms: 500,
  max_buffered: 64,
  merge: "arrival_order",
} as const satisfies Partial<NodeDescriptor> & { readonly timeout_ms: number };

/** How long a hook other than `process` may take, in ms. */
export const HOOK_TIMEOUT_MS = 250;
