/** Takes what a hook gives, one output after the other, and waits where the consumer does. */
import type { NodeOutput } from "../../node/node-event.ts";
import type { HarnessWorld } from "../world/harness-world.ts";

/** How outputs are taken. */
export interface Taking {
  /** Gives an output on; a promise is waited for. */
  give(output: NodeOutput): Promise<void> | undefined;
  /** Whether the call was ended from outside. */
  isOver(): boolean;
  /** Settles when the call is ended from outside. */
  readonly over: Promise<void>;
}

type Steps = Pick<Iterator<NodeOutput> | AsyncIterator<NodeOutput>, "next" | "return">;

/** Takes all outputs of what a hook gave, and gives what a generator returned, or the value that is no iterable. */
export async function takeOutputs(world: HarnessWorld, given: unknown, taking: Taking): Promise<unknown> {
  const isThenable = typeof given === "object" && given !== null && "then" in given;
  const value = isThenable ? await Promise.race([given, taking.over]) : given;
  if (value === undefined || value === null || typeof value === "string" || taking.isOver()) return value;
  const steps = stepsOf(world, value as object);
  if (steps === undefined) return value;
  for (;;) {
    const stepped = world.globals.run(world.host, () => steps.next());
    const isPromise = "then" in stepped;
    const step = isPromise ? await Promise.race([stepped, taking.over]) : stepped;
    if (step === undefined || taking.isOver()) {
      leave(world, steps);
      return undefined;
    }
    if (step.done === true) return step.value;
    const taken = taking.give(step.value);
    if (taken !== undefined) await Promise.race([taken, taking.over]);
    if (taking.isOver()) {
      leave(world, steps);
      return undefined;
    }
  }
}

function stepsOf(world: HarnessWorld, value: object): Steps | undefined {
  const iterable = value as Partial<AsyncIterable<NodeOutput> & Iterable<NodeOutput>>;
  const begin: (() => Steps) | undefined = iterable[Symbol.asyncIterator] ?? iterable[Symbol.iterator];
  return begin === undefined ? undefined : world.globals.run(world.host, () => begin.call(iterable));
}

/** Lets a generator run its `finally`; what it throws or gives there is nobody's. */
function leave(world: HarnessWorld, steps: Steps): void {
  try {
    const left = world.globals.run(world.host, () => steps.return?.());
    if (left !== undefined && "then" in left) left.then(ignore, ignore);
  } catch {
    // The call is over: its outcome stands.
  }
}

function ignore(): void {}
