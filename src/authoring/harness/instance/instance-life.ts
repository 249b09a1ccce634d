/** The life of an instance: made, started, fed, stopped. */

import { createRandomStreams } from "../../../simulation/random-streams.ts";
import type { NodeContext } from "../../node/node-context.ts";
import type { NodeDefinition } from "../../node/node-definition.ts";
import type { DroppedEntry } from "../transcript.ts";
import { type HarnessWorld, type TurnState, violate } from "../world/harness-world.ts";
import { contextOf } from "./instance-context.ts";
import { judgeSamples } from "./judge-samples.ts";
import { hooksOf, type NodeInstance, type QueuedInput } from "./node-instance.ts";
import { errorText, runHook } from "./run-hook.ts";
import { runProcess } from "./run-process.ts";
import { turnCancelled } from "./turn-cancelled.ts";

/** Inputs that wait for an instance at most. */
const MOST_QUEUED = 1024;

/** Makes an instance and starts it; inputs wait until it has started. */
export function bringUp(world: HarnessWorld, turn: TurnState | undefined): NodeInstance {
  const instance = create(world, turn);
  instance.up = start(world, instance);
  return instance;
}

function create(world: HarnessWorld, turn: TurnState | undefined): NodeInstance {
  const host: NodeInstance["host"] = {
    waitFor(work) {
      const open = work.then(ignore, ignore).then(() => void world.outside.delete(open));
      world.outside.add(open);
      return work;
    },
    report(outcome) {
      instance.reported = outcome;
    },
  };
  // Instances of one session draw different numbers; runs of one script draw the same.
  const seed = (world.seed ^ Math.imul(world.instances_made, 0x9e3779b1)) >>> 0;
  world.instances_made += 1;
  let hooks: NodeInstance["hooks"] = { process: ignore };
  let isMade = true;
  try {
    const make = world.node.create as NodeDefinition["create"];
    const init = { config: world.config as never, host };
    hooks = world.globals.run(world.host, () => make.call(world.node, init));
  } catch (error) {
    isMade = false;
    violate(world, "NODE-LIFE-01", {
      message: "create threw",
      expected: "the hooks of a new instance",
      received: errorText(error),
    });
  }
  const instance: NodeInstance = {
    turn,
    hooks,
    phase: isMade ? "starting" : "failed",
    queue: [],
    call: undefined,
    isPumping: false,
    last_event: undefined,
    reported: undefined,
    contexts: new Map(),
    barge_in: undefined,
    held: { causes: new Set(), outputs: 0, isReported: false },
    host,
    isMade,
    sleeps: new Set(),
    up: Promise.resolve(),
    controllers: new Map(),
    last_events: new Map(),
    samples: [],
    flow: { at_ms: -1, outputs: 0 },
    hasFailed: false,
    seed,
    random: createRandomStreams(seed),
  };
  return instance;
}

function ignore(): void {}

async function start(world: HarnessWorld, instance: NodeInstance): Promise<void> {
  if (instance.phase === "failed") return;
  world.open_work += 1;
  const isReady = await lifeHook(world, instance, "init");
  // It may have been stopped meanwhile.
  const isUp = isReady && instance.phase === "starting" && (await lifeHook(world, instance, "start"));
  world.open_work -= 1;
  if (instance.phase !== "starting") return;
  instance.phase = isUp ? "started" : "failed";
  if (isUp) {
    pump(world, instance);
    return;
  }
  for (const { event } of instance.queue.splice(0))
    drop(world, { event_id: event.envelope.event_id, reason: "stopped" });
}

async function lifeHook(
  world: HarnessWorld,
  instance: NodeInstance,
  hook: "init" | "start" | "stop",
): Promise<boolean> {
  const hooks = hooksOf(instance);
  const call = hooks[hook]?.bind(hooks) as ((ctx: NodeContext) => void | Promise<void>) | undefined;
  const context = contextOf(world, { instance, turn: instance.turn });
  const { isOk } = await runHook(world, {
    instance,
    hook,
    invoke: call === undefined ? undefined : () => call(context),
  });
  return isOk;
}

/** Writes down that an input did not reach the node. */
export function drop(
  world: HarnessWorld,
  { event_id, reason, detail }: Omit<DroppedEntry, "at_ms" | "entry">,
): void {
  world.transcript.push({
    at_ms: world.clock.now,
    entry: "dropped",
    event_id,
    reason,
    ...(detail !== undefined && { detail }),
  });
}

/** Hands an input to an instance: at once where it is free. */
export function deliver(world: HarnessWorld, instance: NodeInstance, input: QueuedInput): void {
  const { event_id } = input.event.envelope;
  if (instance.phase !== "starting" && instance.phase !== "started")
    drop(world, { event_id, reason: "stopped" });
  else if (instance.queue.length >= MOST_QUEUED) drop(world, { event_id, reason: "overload" });
  else {
    instance.queue.push({ ...input, turn: instance.turn ?? input.turn });
    if (instance.phase === "started") pump(world, instance);
  }
}

/** Signals of a turn reach the node also when it is over: they say so. */
const isOver = ({ turn, event }: QueuedInput): boolean =>
  turn !== undefined && turn.phase !== "open" && event.envelope.lane !== "ControlLane";

function pump(world: HarnessWorld, instance: NodeInstance): void {
  if (instance.isPumping) return;
  instance.isPumping = true;
  world.open_work += 1;
  const running = processQueue(world, instance);
  if (running === undefined) endPump(world, instance);
  else void pumpOn(world, { instance, running });
}

/** Goes on when the call that runs is over. */
async function pumpOn(
  world: HarnessWorld,
  { instance, running }: { readonly instance: NodeInstance; readonly running: Promise<void> },
): Promise<void> {
  for (let call: Promise<void> | undefined = running; call !== undefined; ) {
    await call;
    call = processQueue(world, instance);
  }
  endPump(world, instance);
}

function endPump(world: HarnessWorld, instance: NodeInstance): void {
  instance.isPumping = false;
  world.open_work -= 1;
}

/** Takes what waits, up to a call that takes its time. */
function processQueue(world: HarnessWorld, instance: NodeInstance): Promise<void> | undefined {
  for (let next = instance.queue.shift(); next !== undefined; next = instance.queue.shift()) {
    if (instance.phase !== "started")
      drop(world, { event_id: next.event.envelope.event_id, reason: "stopped" });
    else if (isOver(next)) drop(world, { event_id: next.event.envelope.event_id, reason: "turn_over" });
    else {
      const running = runProcess(world, instance, next);
      if (running !== undefined) return running;
    }
  }
  return undefined;
}

/** Stops an instance, once: what runs is ended first. */
export async function takeDown(world: HarnessWorld, instance: NodeInstance): Promise<void> {
  if (instance.phase === "stopping" || instance.phase === "stopped") return;
  const isStarting = instance.phase === "starting";
  instance.phase = "stopping";
  world.open_work += 1;
  for (const { event } of instance.queue.splice(0))
    drop(world, { event_id: event.envelope.event_id, reason: "stopped" });
  if (isStarting) await instance.up;
  instance.call?.preempt("cancelled");
  for (const controller of instance.controllers.values())
    world.globals.run(world.host, () => controller.abort(turnCancelled("The node is stopped")));
  if (instance.isMade) await lifeHook(world, instance, "stop");
  for (const sleep of instance.sleeps) sleep.cancel();
  for (const [given, copy] of instance.samples) judgeSamples(world, { given, copy, when: "after the call" });
  instance.phase = "stopped";
  world.open_work -= 1;
}
