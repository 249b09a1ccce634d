/** The hooks of a node. */
import type { BudgetOutcome, NodeContext } from "./node-context.ts";
import type { NodeEvent, NodeOutput } from "./node-event.ts";

/** What a function without a return statement gives. */
type Nothing = ReturnType<() => void>;

/** What hooks give: events one after the other. A generator, an async generator, an array, a promise of one, nothing. */
export type Outputs<Output> =
  | Iterable<Output>
  | AsyncIterable<Output>
  | Promise<Iterable<Output> | AsyncIterable<Output> | Nothing>
  | Nothing;

/** What `onBudgetExhausted` gives: outputs, or the outcome, or outputs and then the outcome as the generator returns. */
export type BudgetAnswer<Output> =
  | Outputs<Output>
  | BudgetOutcome
  | Promise<BudgetOutcome | Nothing>
  | Generator<Output, BudgetOutcome | Nothing, unknown>
  | AsyncGenerator<Output, BudgetOutcome | Nothing, unknown>;

/** The hooks of one instance. Only `process` has to be there. Calls of `process` never overlap. */
export interface NodeHooks<
  Context = NodeContext,
  Event extends NodeEvent = NodeEvent,
  Output extends NodeOutput = NodeOutput,
> {
  /** Once, before everything else. */
  init?(ctx: Context): void | Promise<void>;
  /** Once, after `init`; events come after it. */
  start?(ctx: Context): void | Promise<void>;
  /** Takes an event and gives zero or more. Throwing a `RefusedInput` is a declared answer; other errors are failures. */
  process(ctx: Context, event: Event): Outputs<Output>;
  /** The work is not wanted any more: stop and clean up. May come twice, and when nothing runs. */
  onCancel?(ctx: Context, reason: string): void | Promise<void>;
  /** The user speaks: drop what is buffered. */
  onBargeIn?(ctx: Context): void | Promise<void>;
  /** The budget of the call of `process` that runs is used up, or that of the turn. */
  onBudgetExhausted?(ctx: Context, outcome: BudgetOutcome): BudgetAnswer<Output>;
  /** Once, last. Also after a hook failed. */
  stop?(ctx: Context): void | Promise<void>;
}
