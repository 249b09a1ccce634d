/** One call of a hook of a served node: what the hook gives goes out piece by piece, as it is asked for. */
import { BUDGET_OUTCOMES, type BudgetOutcome } from "../../node/node-context.ts";
import type { NodeOutput } from "../../node/node-event.ts";
import { isRefusal } from "../../node/refused-input.ts";
import { describeThrown } from "../wire/describe-thrown.ts";
import type { NodeReply } from "../wire/node-message.ts";

/** A call that is open. */
export interface ServedCall {
  /** One more output may be given. */
  next(): void;
  /** Nothing more will be taken. */
  leave(): void;
}

/** What a call is made of. */
export interface ServedCallParts {
  readonly id: number;
  reply(reply: NodeReply): void;
  give(output: NodeOutput): void;
  /** Calls the hook. */
  run(): unknown;
  onEnd(): void;
}

type Steps = AsyncIterator<NodeOutput> | Iterator<NodeOutput>;

/** Makes the call and answers it, whatever the hook does. The first output may be given at once. */
export function serveCall({ id, reply, give, run, onEnd }: ServedCallParts): ServedCall {
  let credit = 1;
  let isLeft = false;
  let steps: Steps | undefined;
  let go: () => void = () => {};

  const mayGive = async () => {
    while (credit === 0 && !isLeft)
      await new Promise<void>((resolve) => {
        go = resolve;
      });
    credit -= 1;
  };
  const drain = async (given: unknown): Promise<unknown> => {
    steps = stepsOf(given);
    if (steps === undefined) return given;
    for (;;) {
      await mayGive();
      if (isLeft) return undefined;
      const step = await steps.next();
      if (step.done === true) return step.value;
      if (!isLeft) give(step.value);
    }
  };
  const answer = async () => {
    try {
      const value = await drain(await run());
      const isOutcome = (BUDGET_OUTCOMES as readonly unknown[]).includes(value);
      reply({ op: "done", call: id, ...(isOutcome && { outcome: value as BudgetOutcome }) });
    } catch (thrown) {
      reply(failure(id, thrown));
    } finally {
      onEnd();
    }
  };
  void answer();
  return {
    next() {
      credit += 1;
      go();
    },
    leave() {
      isLeft = true;
      // What the generator does as it is left counts as part of the call, which ends when its current step does.
      const left = Promise.resolve(steps?.return?.());
      left.then(go, go);
    },
  };
}

function stepsOf(given: unknown): Steps | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  const source = given as Partial<AsyncIterable<NodeOutput> & Iterable<NodeOutput>>;
  return source[Symbol.asyncIterator]?.() ?? source[Symbol.iterator]?.();
}

function failure(call: number, thrown: unknown): NodeReply {
  const message = describeThrown(thrown);
  if (isRefusal(thrown)) return { op: "refused", call, message };
  const name = thrown instanceof Error && thrown.name !== "" ? thrown.name : "Error";
  return { op: "error", call, name, message };
}
