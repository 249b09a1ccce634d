/** Takes what a hook gives, one output after the other, and waits where the consumer does. */
import type { NodeOutput } from "../../node/node-event.ts";
import type { HarnessWorld } from "../world/harness-world.ts";

/** How outputs are taken. */
export interface Taking {
  /** Gives an output on; a promise is waited for. */
  give(output: NodeOutput): Promise<void> | undefined;
  /** Whether the call was ended from outside. */
  isOver(): boolean;
  /** Settles when the call is ended from outside; asked for only where something is waited for. */
  over(): Promise<void>;
}

type Steps = Pick<Iterator<NodeOutput> | AsyncIterator<NodeOutput>, "next" | "return">;

/** What is left when all outputs are taken. */
export interface Taken {
  /** What a generator returned, or the value that is no iterable. */
  readonly rest: unknown;
  /** Whether outputs could be taken at all. */
  readonly isSteps: boolean;
}

/** Calls a hook and takes all outputs of what it gives: at once, as far as nothing has to be waited for. */
export function takeOutputs(
  world: HarnessWorld,
  call: () => unknown,
  taking: Taking,
): Taken | Promise<Taken> {
  let given: unknown;
  let steps: Steps | undefined;
  let stepped: Stepped | undefined;
  // The first step goes with the call: entering the code of the node has its price.
  world.globals.run(world.host, () => {
    given = call();
    if (!isObject(given) || "then" in given || taking.isOver()) return;
    steps = stepsOf(given);
    stepped = steps?.next();
  });
  if (isObject(given) && "then" in given) return takeLater(world, given, taking);
  if (steps === undefined) return { rest: given, isSteps: taking.isOver() };
  // What steps in another way than iterators do is found out there.
  return takeSteps(world, { steps, stepped: stepped as Stepped }, taking);
}

type Stepped = ReturnType<Steps["next"]>;

interface Begun {
  readonly steps: Steps;
  readonly stepped: Stepped;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Takes steps until one has to be waited for. */
function takeSteps(world: HarnessWorld, { steps, stepped }: Begun, taking: Taking): Taken | Promise<Taken> {
  for (let step = stepped; ; step = world.globals.run(world.host, () => steps.next())) {
    if ("then" in step) return takeRest(world, { steps, stepped: step }, taking);
    if (taking.isOver()) break;
    if (step.done === true) return { rest: step.value, isSteps: true };
    const taken = taking.give(step.value);
    if (taken !== undefined) return takeRest(world, { steps, stepped: undefined, taken }, taking);
    if (taking.isOver()) break;
  }
  leave(world, steps);
  return { rest: undefined, isSteps: true };
}

async function takeLater(world: HarnessWorld, given: object, taking: Taking): Promise<Taken> {
  const value: unknown = await Promise.race([given, taking.over()]);
  if (!isObject(value) || taking.isOver()) return { rest: value, isSteps: taking.isOver() };
  const steps = world.globals.run(world.host, () => stepsOf(value));
  return steps === undefined
    ? { rest: value, isSteps: false }
    : takeRest(world, { steps, stepped: undefined }, taking);
}

/** Takes the steps that are left, from one that was begun or from an output that waits to be taken. */
async function takeRest(
  world: HarnessWorld,
  { steps, stepped, taken }: Partial<Begun> & Pick<Begun, "steps"> & { readonly taken?: Promise<void> },
  taking: Taking,
): Promise<Taken> {
  let begun = stepped;
  let waiting = taken;
  for (;;) {
    if (waiting === undefined) {
      const now: Stepped = begun ?? world.globals.run(world.host, () => steps.next());
      begun = undefined;
      const step = "then" in now ? await Promise.race([now, taking.over()]) : now;
      if (step === undefined || taking.isOver()) break;
      if (step.done === true) return { rest: step.value, isSteps: true };
      waiting = taking.give(step.value);
    }
    if (waiting !== undefined) await Promise.race([waiting, taking.over()]);
    waiting = undefined;
    if (taking.isOver()) break;
  }
  leave(world, steps);
  return { rest: undefined, isSteps: true };
}

function stepsOf(value: object): Steps | undefined {
  const iterable = value as Partial<AsyncIterable<NodeOutput> & Iterable<NodeOutput>>;
  const begin: (() => Steps) | undefined = iterable[Symbol.asyncIterator] ?? iterable[Symbol.iterator];
  return begin?.call(iterable);
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
