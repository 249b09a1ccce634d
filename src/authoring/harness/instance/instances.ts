/** The instances of the node under test: one for the session, or one for each turn. */
import { quote } from "../../../internal/quote.ts";
import { type HarnessWorld, type TurnState, violate } from "../world/harness-world.ts";
import { contextOf } from "./instance-context.ts";
import { bringUp, deliver, drop, takeDown } from "./instance-life.ts";
import { hooksOf, type NodeInstance, type ProcessCall, type QueuedInput } from "./node-instance.ts";
import { runHook } from "./run-hook.ts";

/** The instances of the node under test. */
export interface Instances {
  /** All that were made, in order. */
  readonly all: readonly NodeInstance[];
  /** The instance that takes what is of the turn, or of no turn. */
  instanceFor(turn: TurnState | undefined): NodeInstance | undefined;
  openTurn(turn: TurnState): void;
  closeTurn(turn: TurnState): void;
  /** The calls of `process` that run for the turn. */
  callsOf(turn: TurnState | undefined): readonly ProcessCall[];
  /** Keeps an input while the session moves; false where it does not. */
  hold(input: QueuedInput): boolean;
  /** Sees to it that calls end in time after what they work on was cancelled or has ended. */
  watchEnd(calls: readonly ProcessCall[], end: WorkEnd): void;
  tellCancel(turn: TurnState | undefined, reason: string): void;
  tellBargeIn(): void;
  /** Stops all and, if wanted, goes on with new ones. */
  replace(options: { readonly goesOn: boolean; readonly between?: () => void }): Promise<void>;
}

/** What calls have to follow. */
export interface WorkEnd {
  /** The turn; undefined for what is of none. */
  readonly turn: TurnState | undefined;
  /** Until when they may take their time, in ms. */
  readonly stops_by: number;
}

/** The instances of a harness; in session scope the first is made at once. */
export function createInstances(world: HarnessWorld): Instances {
  const { descriptor } = world.node;
  const isSessionScope = descriptor.execution_scope === "session";
  const all: NodeInstance[] = [];
  const byTurn = new Map<TurnState | undefined, NodeInstance>();
  let moving: QueuedInput[] | undefined;
  const isAlive = ({ phase }: NodeInstance) =>
    phase === "starting" || phase === "started" || phase === "failed";

  const add = (turn: TurnState | undefined) => {
    const instance = bringUp(world, turn);
    all.push(instance);
    byTurn.set(turn, instance);
  };
  if (isSessionScope) add(undefined);

  const instanceFor = (turn: TurnState | undefined) =>
    byTurn.get(isSessionScope ? undefined : (turn ?? world.turn));
  const stopOthers = (current: TurnState) => {
    for (const instance of all)
      if (instance.turn !== undefined && instance.turn !== current && isAlive(instance))
        void takeDown(world, instance);
  };
  return {
    all,
    instanceFor,
    openTurn(turn) {
      if (isSessionScope) return;
      stopOthers(turn);
      add(turn);
    },
    closeTurn(turn) {
      const instance = byTurn.get(turn);
      if (isSessionScope || instance === undefined || !isAlive(instance)) return;
      // What runs may take its time to stop; the instance is stopped after it.
      const { within_ms } = descriptor.cancel;
      if (instance.call === undefined) void takeDown(world, instance);
      else world.clock.schedule(within_ms + 2, () => void takeDown(world, instance));
    },
    callsOf: (turn) => all.flatMap(({ call }) => (call !== undefined && call.turn === turn ? [call] : [])),
    hold(input) {
      moving?.push(input);
      return moving !== undefined;
    },
    watchEnd(calls, { turn, stops_by }) {
      const { mode, within_ms } = descriptor.cancel;
      const name = turn === undefined ? "the session" : `turn ${quote(turn.turn_id)}`;
      for (const call of calls) {
        if (mode === "preemptible") call.preempt("cancelled");
        world.clock.schedule(within_ms + 1, () => {
          const instance = all.find((one) => one.call === call);
          if (instance === undefined || call.outcome !== undefined) return;
          // A turn that ends otherwise takes the node with it: there is no promise to stop by itself.
          if ((turn === undefined || turn.phase === "cancelled") && !call.isInjected)
            violate(world, "NODE-CXL-02", {
              message: `process for event ${quote(call.event.type)} goes on after ${name} was cancelled`,
              expected: `an end no later than ${stops_by} ms (within ${within_ms} ms)`,
              received: `still running at ${world.clock.now} ms`,
              likely_cause: "process waits for something without ctx.cancel.signal",
            });
          call.preempt("cancelled");
        });
      }
    },
    tellCancel(turn, reason) {
      const told = turn === undefined || isSessionScope ? all.filter(isAlive) : [byTurn.get(turn)];
      for (const instance of told) {
        if (instance === undefined || !isAlive(instance)) continue;
        const hooks = hooksOf(instance);
        const call = hooks.onCancel?.bind(hooks);
        const context = contextOf(world, { instance, turn: instance.turn ?? turn });
        const invoke = call === undefined ? undefined : () => call(context, reason);
        void runHook(world, { instance, hook: "onCancel", invoke });
      }
    },
    tellBargeIn() {
      for (const instance of all.filter(isAlive)) {
        const hooks = hooksOf(instance);
        const call = hooks.onBargeIn?.bind(hooks);
        if (call === undefined && !world.faults.has("onBargeIn")) continue;
        world.consumer.giveUp(({ owner }) => owner === instance);
        const stops_by = world.clock.now + descriptor.cancel.within_ms;
        instance.barge_in = { begun: world.calls_begun, stops_by };
        const context = contextOf(world, { instance, turn: instance.turn ?? world.turn });
        const invoke = call === undefined ? undefined : () => call(context);
        void runHook(world, { instance, hook: "onBargeIn", invoke });
      }
    },
    async replace({ goesOn, between }) {
      const { turn } = world;
      const leaving = all.filter(isAlive);
      byTurn.clear();
      if (goesOn) moving = [...(moving ?? []), ...leaving.flatMap(({ queue }) => queue.splice(0))];
      await Promise.all(leaving.map((instance) => takeDown(world, instance)));
      between?.();
      if (!goesOn) return;
      if (isSessionScope) add(undefined);
      else if (turn !== undefined) add(turn);
      const inputs = moving ?? [];
      moving = undefined;
      for (const input of inputs) {
        const instance = instanceFor(input.turn);
        if (instance !== undefined) deliver(world, instance, input);
        else drop(world, { event_id: input.event.envelope.event_id, reason: "stopped" });
      }
    },
  };
}
