/** Drives a world through steps and time, one after the other, under the virtual globals. */
import { describeValue } from "../../../internal/describe-value.ts";
import type { Instances } from "../instance/instances.ts";
import { NODE_STEP_KINDS, type NodeStep } from "../node-step.ts";
import { copyPayload, freezePayload } from "../payload.ts";
import { applyStep } from "../steps/apply-step.ts";
import { TELEMETRY_CAPACITY } from "./create-world.ts";
import { createLingeringEntry } from "./enter-lingering.ts";
import { type HarnessWorld, violate } from "./harness-world.ts";
import { settle } from "./settle.ts";
import { canMove, noteStill } from "./stillness.ts";

/** Timers that may fire at one instant; a node that sets more never lets time go on. */
const MOST_TIMERS_AN_INSTANT = 10_000;

/** Drives a world. Calls wait for each other. */
export interface WorldDrive {
  /** Makes the instances. */
  begin(): Promise<void>;
  run(steps: Iterable<NodeStep>): Promise<void>;
  runToIdle(limit_ms: number): Promise<boolean>;
  /** Lets the work end and stops everything; only once. */
  end(): Promise<void>;
}

/** A drive for a world whose instances are not made yet. */
export function driveWorld(world: HarnessWorld, make: () => Instances): WorldDrive {
  let instances: Instances | undefined;
  let line: Promise<unknown> = Promise.resolve();
  let isEnded = false;
  const enter = createLingeringEntry(world.globals);

  const inLine = <T>(work: (instances: Instances) => Promise<T>): Promise<T> => {
    const done = line.then(async () => {
      const leave = enter();
      try {
        instances ??= make();
        return await work(instances);
      } finally {
        leave();
      }
    });
    line = done.catch(() => {});
    return done;
  };
  const isBusy = () => world.open_work > 0;

  const run = async (steps: Iterable<NodeStep>, made: Instances) => {
    let isSettled = true;
    let isFirst = true;
    for (const step of steps) {
      demandStep(step);
      const kept = keptStep(step);
      world.transcript.push({ at_ms: world.clock.now, entry: "step", step: kept });
      if (kept.kind === "advance") {
        // A single step has to wait either way.
        if (!isFirst) world.globals.activity?.watch();
        const passing = passTime(world, world.clock.now + kept.ms);
        while (passing.next().done !== true) {
          await settle(world);
          noteStill(world);
        }
        isSettled = true;
        isFirst = false;
        continue;
      }
      isFirst = false;
      applyStep(world, made, kept);
      isSettled = canMove(world);
      if (!isSettled && (await settle(world, isBusy))) noteStill(world);
    }
    // Also what nobody waits for has its turn before the caller goes on.
    if (!isSettled) await settle(world);
  };
  const runToIdle = async (limit_ms: number, { isStep }: { readonly isStep: boolean }): Promise<boolean> => {
    const end = world.clock.now + limit_ms;
    await settle(world);
    while (world.open_work > 0 || world.pending_once > 0) {
      const due = world.clock.next_due;
      // What waits for the consumer waits for a step, not for time.
      if (due === undefined || due > end) return false;
      const ms = due - world.clock.now;
      if (isStep && ms > 0)
        world.transcript.push({ at_ms: world.clock.now, entry: "step", step: { kind: "advance", ms } });
      await letPass(world, due);
    }
    return true;
  };
  return {
    begin: () =>
      inLine(async () => {
        await settle(world);
      }),
    run: (steps) => {
      if (isEnded)
        return Promise.reject(new TypeError("Cannot go on: expected an open harness but it was closed"));
      return inLine((made) => run(steps, made));
    },
    runToIdle: (limit_ms) => inLine(() => runToIdle(limit_ms, { isStep: true })),
    end() {
      if (isEnded) return line.then(() => {});
      isEnded = true;
      return inLine(async (made) => {
        world.consumer.resume();
        const { resources, cancel } = world.node.descriptor;
        const waiting = made.all.reduce((sum, { queue }) => sum + queue.length, 2);
        await runToIdle(waiting * (resources.timeout_ms + cancel.within_ms), { isStep: false });
        const stopped = made.replace({ goesOn: false });
        await settle(world);
        await letPass(world, world.clock.now + cancel.within_ms + 500);
        await stopped;
        await settle(world);
        judgeLeftovers(world);
      });
    },
  };
}

/** Moves the clock to a time; between two timers everything settles. */
async function letPass(world: HarnessWorld, end: number): Promise<void> {
  const passing = passTime(world, end);
  while (passing.next().done !== true) {
    await settle(world);
    noteStill(world);
  }
}

/** Moves the clock to a time; gives way wherever everything has to settle. */
function* passTime(world: HarnessWorld, end: number): Generator<undefined> {
  const { clock } = world;
  let at = clock.now;
  let fired = 0;
  if (!canMove(world)) yield;
  while (clock.fireNext(end)) {
    if (clock.now !== at) {
      refillTelemetry(world, at);
      at = clock.now;
      fired = 0;
    }
    fired += 1;
    if (fired > MOST_TIMERS_AN_INSTANT) {
      throw new RangeError(
        `Cannot let time go on: expected at most ${MOST_TIMERS_AN_INSTANT} timers at ${at} ms but received more; the node sets timers of 0 ms for ever`,
      );
    }
    if (!canMove(world)) yield;
  }
  refillTelemetry(world, at);
}

/** The next instant takes telemetry again; what the last one dropped is counted, not lost without a word. */
function refillTelemetry(world: HarnessWorld, at_ms: number): void {
  world.telemetry_left = TELEMETRY_CAPACITY;
  const { telemetry_dropped: count } = world;
  if (count === 0) return;
  world.telemetry_dropped = 0;
  world.transcript.push({ at_ms, entry: "telemetry", name: "telemetry.dropped", fields: { count } });
}

/** The step as the transcript keeps it: whoever fed it may use its memory again. */
function keptStep(step: NodeStep): NodeStep {
  if (step.kind !== "input") return step;
  return { ...step, payload: freezePayload(copyPayload(step.payload)) };
}

function judgeLeftovers(world: HarnessWorld): void {
  const { size } = world.node_timers;
  if (size === 0) return;
  violate(world, "NODE-LIFE-05", {
    message: `The node leaves ${size} timer${size === 1 ? "" : "s"} behind`,
    expected: "no timer that is pending after stop",
    received: `${size} pending`,
    likely_cause: "An interval or timeout is not cleared in stop",
  });
}

function demandStep(step: NodeStep): void {
  const kind: unknown = (step as Partial<NodeStep> | null)?.kind;
  if (!(NODE_STEP_KINDS as readonly unknown[]).includes(kind))
    throw new TypeError(
      `Cannot do a step: expected kind as one of ${NODE_STEP_KINDS.join(", ")} but received ${describeValue(kind)}`,
    );
  if (step.kind === "advance" && !(Number.isSafeInteger(step.ms) && step.ms >= 0))
    throw new RangeError(
      `Cannot advance: expected whole milliseconds >= 0 but received ${describeValue(step.ms)}`,
    );
}
