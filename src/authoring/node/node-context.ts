/** The context: everything that a node may use of its surroundings. */
import type { SeededRandom } from "../../simulation/seeded-random.ts";
import type { NodeOutput } from "./node-event.ts";

/** What is left to a node when a budget is used up. */
export const BUDGET_OUTCOMES = ["continue", "degrade", "fallback", "terminate"] as const;

/** What is left to a node when a budget is used up. */
export type BudgetOutcome = (typeof BUDGET_OUTCOMES)[number];

/** Tells whether what the node works on is still wanted. */
export interface CancelToken {
  /** Aborted when the turn is cancelled or ends; for whatever takes an AbortSignal. */
  readonly signal: AbortSignal;
  readonly is_cancelled: boolean;
  /** Why, once it is cancelled. */
  readonly reason: string | undefined;
  /** Throws the reason of the signal once it is cancelled. */
  throwIfCancelled(): void;
}

/** The budget of the call that runs. */
export interface BudgetHandle {
  /** What is left, in ms; never below 0. */
  readonly remaining_ms: number;
  /** Calls back once when no more than `remaining_ms` is left: the time to degrade. */
  onBelow(remaining_ms: number, callback: () => void): void;
}

/** The clocks, in ms. Order and latency come from the monotonic one. */
export interface TimebaseHandle {
  /** Since the session began. */
  monotonic_ms(): number;
  /** Since the Unix epoch. */
  wall_ms(): number;
  /** Presentation time of the last input that had one. */
  media_ms(): number | undefined;
  /** Waits; rejects with the reason of the cancel token when that is cancelled first. */
  sleep(ms: number): Promise<void>;
}

/** Values by name; JSON only, copied on the way in and out. */
export interface StateStore {
  get<T = unknown>(name: string): T | undefined;
  set(name: string, value: unknown): void;
  delete(name: string): void;
}

/** State of the kinds that the node declares; another kind throws a TypeError. */
export interface StateHandle {
  /** Gone with the turn. Not reachable from session scope. */
  readonly turn: StateStore;
  /** Kept for the session; may be lost when the session moves. */
  readonly session_hot: StateStore;
  /** Kept for the session, wherever it runs. */
  readonly session_durable: StateStore;
}

/** Never blocks: under pressure records are dropped and counted. */
export interface TelemetryHandle {
  record(name: string, fields?: { readonly [name: string]: string | number | boolean }): void;
}

/** What makes a run reproducible. */
export interface DeterminismContext {
  readonly seed: number;
  /** Random numbers; each name has a stream of its own. */
  random(stream?: string): SeededRandom;
  readonly ordering_markers: readonly string[];
  readonly merge_rule_id: string;
}

/** Everything that a node may use of its surroundings. */
export interface NodeContext<Config = unknown, Output extends NodeOutput = NodeOutput> {
  readonly session_id: string;
  /** Absent in session scope: there the turn is that of the event. */
  readonly turn_id?: string;
  readonly config: Config;
  readonly cancel: CancelToken;
  readonly budget: BudgetHandle;
  readonly time: TimebaseHandle;
  readonly state: StateHandle;
  readonly telemetry: TelemetryHandle;
  readonly determinism: DeterminismContext;
  /**
   * Gives an event outside of `process`, from a timer for example; its cause is the event that came last unless told.
   * Settles when the runtime has taken it, so that waiting for it respects pressure.
   */
  emit(output: Output): Promise<void>;
}
