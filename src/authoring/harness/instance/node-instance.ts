/** One instance of the node under test, and the call of `process` that runs. */
import type { DeterminismContext, NodeContext } from "../../node/node-context.ts";
import type { NodeHost, OutcomeClass } from "../../node/node-definition.ts";
import type { NodeEvent } from "../../node/node-event.ts";
import type { NodeHooks } from "../../node/node-hooks.ts";
import type { Oddity } from "../steps/input-oddity.ts";
import type { HookEntry } from "../transcript.ts";
import type { TurnState } from "../world/harness-world.ts";

/** An event that waits for `process`, with what is odd about it. */
export interface QueuedInput {
  readonly event: NodeEvent;
  readonly turn: TurnState | undefined;
  readonly oddity: Oddity | undefined;
}

/** The call of `process` that runs. */
export interface ProcessCall {
  readonly event: NodeEvent;
  readonly turn: TurnState | undefined;
  readonly entry: HookEntry;
  /** When the budget is used up, in ms. */
  budget_ends: number;
  /** How often the budget was used up. */
  exhausted: number;
  /** Ends the call from outside; what it does later is nobody's. */
  preempt(outcome: OutcomeClass): void;
  readonly preempted: Promise<void>;
  outcome: OutcomeClass | undefined;
}

/** One instance of the node. */
export interface NodeInstance {
  /** The turn that it lives for; undefined in session scope. */
  readonly turn: TurnState | undefined;
  readonly hooks: NodeHooks<NodeContext<never>, NodeEvent<string, never, never>>;
  phase: "starting" | "started" | "failed" | "stopping" | "stopped";
  /** What waits for `process`. */
  readonly queue: QueuedInput[];
  call: ProcessCall | undefined;
  isPumping: boolean;
  last_event: NodeEvent | undefined;
  /** What the node itself said of how its call ended. */
  reported: OutcomeClass | undefined;
  /** Contexts by turn. */
  readonly contexts: Map<TurnState | undefined, NodeContext>;
  /** Number of events that the node had got when the user last spoke over it; and until when it may react, in ms. */
  barge_in: { readonly received: number; readonly stops_by: number } | undefined;
  /** Ids of events whose calls ended while the consumer was paused, and how many outputs came of them since. */
  readonly held: { readonly causes: Set<string>; outputs: number; isReported: boolean };
  readonly host: NodeHost;
  /** A seed of its own; that of the session for the first instance. */
  readonly seed: number;
  /** Random numbers by stream. */
  readonly random: DeterminismContext["random"];
}

/** Hooks as the harness calls them: what they take is what the harness makes. */
export type CallableHooks = NodeHooks<NodeContext, NodeEvent>;

/** The hooks of an instance, to be called with what the harness makes. */
export const hooksOf = ({ hooks }: NodeInstance): CallableHooks => hooks as unknown as CallableHooks;
