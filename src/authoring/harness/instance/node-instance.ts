/** One instance of the node under test, and the call of `process` that runs. */
import type { DeterminismContext, NodeContext } from "../../node/node-context.ts";
import type { NodeHost, OutcomeClass } from "../../node/node-definition.ts";
import type { NodeEvent } from "../../node/node-event.ts";
import type { NodeHooks } from "../../node/node-hooks.ts";
import type { PayloadArray } from "../payload.ts";
import type { Oddity } from "../steps/input-oddity.ts";
import type { HookEntry } from "../transcript.ts";
import type { TurnState } from "../world/harness-world.ts";

/** An event that waits for `process`, with what is odd about it. */
export interface QueuedInput {
  readonly event: NodeEvent;
  readonly turn: TurnState | undefined;
  readonly oddity: Oddity | undefined;
  /** A copy of the samples that the node got; undefined where the payload is none. */
  readonly samples: PayloadArray | undefined;
}

/** The call of `process` that runs. */
export interface ProcessCall {
  readonly event: NodeEvent;
  readonly turn: TurnState | undefined;
  /** Whether the turn, if there is one, was open when the call began. */
  readonly isOfOpenTurn: boolean;
  /** Aborted when what the call works on is cancelled or over. */
  readonly controller: AbortController;
  readonly entry: HookEntry;
  /** When the budget is used up, in ms. */
  budget_ends: number;
  /** Since when the call waits for the consumer, in ms; that time does not count. */
  held_since: number | undefined;
  /** Sets the timer of the budget anew. */
  armBudget(): void;
  /** By when it has to end because its budget is used up, in ms. */
  must_end: number | undefined;
  /** Sets the timer of that anew. */
  armEnd(): void;
  /** How often the budget was used up. */
  exhausted: number;
  /** Whether the node was asked and has answered with something else than `continue`. */
  isBudgetSettled: boolean;
  /** Whether the call ends because of that. */
  isOverBudget: boolean;
  /** Timers that go with the call. */
  readonly timers: { cancel(): void }[];
  /** Whether the harness makes it hang or throw. */
  isInjected: boolean;
  /** Ends the call from outside; what it does later is nobody's. */
  preempt(outcome: OutcomeClass): void;
  /** Settles when the call is ended from outside. */
  whenPreempted(): Promise<void>;
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
  /** How many calls had begun when the user last spoke over the node; until when it may react, in ms. */
  barge_in: { readonly begun: number; readonly stops_by: number } | undefined;
  /** Ids of events whose calls ended while the consumer was paused, and how many outputs came of them since. */
  readonly held: { readonly causes: Set<string>; outputs: number; isReported: boolean };
  readonly host: NodeHost;
  /** Whether `create` gave hooks. */
  readonly isMade: boolean;
  /** Whether a hook of it has failed; `stop` has to work all the same. */
  hasFailed: boolean;
  /** A seed of its own; that of the session for the first instance. */
  readonly seed: number;
  /** How many outputs came at which instant. */
  readonly flow: { at_ms: number; outputs: number };
  /** Settles when `init` and `start` are done with. */
  up: Promise<void>;
  /** By turn: aborted with the turn, with the session for what is of none, and when the instance is stopped. */
  readonly controllers: Map<TurnState | undefined, AbortController>;
  /** The event that came last, by turn. */
  readonly last_events: Map<TurnState | undefined, NodeEvent>;
  /** Samples that the node got last, with a copy of each. */
  readonly samples: (readonly [given: PayloadArray, copy: PayloadArray])[];
  /** What `ctx.time.sleep` waits for; it goes with the instance. */
  readonly sleeps: Set<{ cancel(): void }>;
  /** Random numbers by stream. */
  readonly random: DeterminismContext["random"];
}

/** Hooks as the harness calls them: what they take is what the harness makes. */
export type CallableHooks = NodeHooks<NodeContext, NodeEvent>;

/** The hooks of an instance, to be called with what the harness makes. */
export const hooksOf = ({ hooks }: NodeInstance): CallableHooks => hooks as unknown as CallableHooks;
