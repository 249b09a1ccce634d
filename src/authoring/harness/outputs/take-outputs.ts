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

/** What is left when all outputs are taken. */
export interface Taken {
  /** What a generator returned, or the value that is no iterable. */
  readonly rest: unknown;
  /** Whether outputs could be taken at all. */
  readonly isSteps: boolean;
}

/** Takes all outputs of what a hook gave. */
export async function takeOutputs(world: HarnessWorld, given: unknown, taking: Taking): Promise<Taken> {
  const isThenable = typeof given === "object" && given !== null && "then" in given;
  const value = isThenable ? await Promise.race([given, taking.over]) : given;
  if (typeof value !== "object" || value === null || taking.isOver())
    return { rest: value, isSteps: taking.isOver() };
  const steps = stepsOf(world, value);
  if (steps === undefined) return { rest: value, isSteps: false };
  for (;;) {
    const stepped = world.globals.run(world.host, () => steps.next());
    const isPromise = "then" in stepped;
    const step = isPromise ? await Promise.race([stepped, taking.over]) : stepped;
    if (step === undefined || taking.isOver()) break;
    if (step.done === true) return { rest: step.value, isSteps: true };
    const taken = taking.give(step.value);
    if (taken !== undefined) await Promise.race([taken, taking.over]);
    if (taking.isOver()) break;
  }
  leave(world, steps);
  return { rest: undefined, isSteps: true };
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
