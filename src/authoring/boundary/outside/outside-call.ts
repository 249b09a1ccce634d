/** A call of a hook outside: what it gives, one after the other, and how it ends. */
import type { BudgetOutcome } from "../../node/node-context.ts";
import type { NodeOutput } from "../../node/node-event.ts";

/** How a call ended. */
export interface CallEnd {
  readonly error?: unknown;
  readonly outcome?: BudgetOutcome;
}

/** What a call asks of the other side. */
export interface CallWishes {
  /** Everything that it gave was taken. */
  pull(): void;
  /** Nothing more will be taken. */
  leave(): void;
}

/** The outputs of a call; `onBudgetExhausted` returns its outcome. */
export type CallOutputs = AsyncGenerator<NodeOutput, BudgetOutcome | undefined, unknown>;

/** A call that may be open. */
export interface OutsideCall {
  /** Outputs that nobody has taken yet. */
  readonly waiting_outputs: number;
  readonly end: CallEnd | undefined;
  give(output: NodeOutput): void;
  finish(end: CallEnd): void;
  /** Settles with the end; rejects with its error. */
  ended(): Promise<CallEnd>;
  readonly outputs: CallOutputs;
}

/** A call that has just been made. The other side begins at once: the first output needs no pull. */
export function createOutsideCall({ pull, leave }: CallWishes): OutsideCall {
  const waiting: NodeOutput[] = [];
  let end: CallEnd | undefined;
  let isFirst = true;
  let isLeft = false;
  let isOver = false;
  let waiters: (() => void)[] = [];

  const notify = () => {
    const all = waiters;
    waiters = [];
    for (const resolve of all) resolve();
  };
  const changed = () => new Promise<void>((resolve) => waiters.push(resolve));
  const ended = async (): Promise<CallEnd> => {
    while (end === undefined) await changed();
    if ("error" in end) throw end.error;
    return end;
  };
  const finalStep = async () => {
    const wasOver = isOver;
    isOver = true;
    const outcome = wasOver ? undefined : (await ended()).outcome;
    return { done: true as const, value: outcome };
  };
  const outputs: CallOutputs = {
    async next() {
      if (waiting.length === 0 && end === undefined && !isFirst && !isLeft) pull();
      isFirst = false;
      while (waiting.length === 0 && end === undefined) await changed();
      const output = waiting.shift();
      return output === undefined ? finalStep() : { done: false, value: output };
    },
    async return() {
      waiting.length = 0;
      if (end === undefined && !isLeft) leave();
      isLeft = true;
      while (end === undefined) await changed();
      // Whoever leaves does not want to know how it ended; a step that is still awaited does.
      isOver = true;
      return { done: true, value: undefined };
    },
    async throw(error) {
      await outputs.return(undefined);
      throw error;
    },
    [Symbol.asyncIterator]: () => outputs,
  };

  return {
    get waiting_outputs() {
      return waiting.length;
    },
    get end() {
      return end;
    },
    give(output) {
      if (isLeft) return;
      waiting.push(output);
      notify();
    },
    finish(how) {
      end ??= how;
      notify();
    },
    ended,
    outputs,
  };
}
