/** Makes the context that an instance gets for a turn. */
import { describeValue } from "../../../internal/describe-value.ts";
import type { CancelToken, NodeContext, TimebaseHandle } from "../../node/node-context.ts";
import type { NodeOutput } from "../../node/node-event.ts";
import { type HarnessWorld, type TurnState, violate } from "../world/harness-world.ts";
import { controllerOf } from "./controller-of.ts";
import type { NodeInstance } from "./node-instance.ts";
import { stateHandle } from "./state-store.ts";

/** How an instance gives an output outside of `process`. */
export type Emit = (output: NodeOutput) => Promise<void>;

/** The context of the instance for the turn; the same one for the same turn. */
export function contextFor(
  world: HarnessWorld,
  {
    instance,
    turn,
    emit,
  }: { readonly instance: NodeInstance; readonly turn: TurnState | undefined; readonly emit: Emit },
): NodeContext {
  const made = instance.contexts.get(turn);
  if (made !== undefined) return made;
  const { node, clock } = world;
  const { descriptor } = node;
  const cancel = cancelToken(() => tokenOf(world, { instance, turn }).signal);
  const context: NodeContext = {
    session_id: world.session_id,
    ...(instance.turn !== undefined && { turn_id: instance.turn.turn_id }),
    config: world.config,
    cancel,
    budget: {
      get remaining_ms() {
        const ends = instance.call?.budget_ends ?? clock.now + descriptor.resources.timeout_ms;
        return Math.max(0, ends - clock.now);
      },
      onBelow(remaining_ms, callback) {
        const { call } = instance;
        if (call === undefined) return;
        const delay = Math.max(0, Math.ceil(call.budget_ends - clock.now - remaining_ms));
        const timer = world.host.schedule(delay, () => {
          if (instance.call === call) callback();
        });
        call.timers.push(timer);
      },
    },
    time: timebase(world, { cancel, sleeps: instance.sleeps }),
    state: stateHandle({
      node_id: descriptor.node_id,
      declared: descriptor.state,
      turn: instance.turn?.state,
      hot: world.hot,
      durable: world.durable,
      refused: (kind) =>
        violate(world, "NODE-SCOPE-03", {
          message: `The node used ${kind} state`,
          expected: descriptor.state.length === 0 ? "no state" : descriptor.state.join(", "),
          received: kind,
          likely_cause: `"state" of the descriptor does not list ${kind}`,
        }),
    }),
    telemetry: {
      record(name, fields = {}) {
        if (world.telemetry_left <= 0) {
          world.telemetry_dropped += 1;
          return;
        }
        world.telemetry_left -= 1;
        world.transcript.push({ at_ms: clock.now, entry: "telemetry", name, fields: flatFields(fields) });
      },
    },
    determinism: {
      seed: instance.seed,
      random: instance.random,
      ordering_markers: ["runtime_sequence"],
      merge_rule_id: descriptor.merge,
    },
    emit,
  };
  instance.contexts.set(turn, context);
  return context;
}

/** A call keeps the controller that it began with, whatever the session does meanwhile. */
function tokenOf(
  world: HarnessWorld,
  { instance, turn }: { readonly instance: NodeInstance; readonly turn: TurnState | undefined },
): AbortController {
  const { call } = instance;
  return call !== undefined && call.turn === turn ? call.controller : controllerOf(world, { instance, turn });
}

type Fields = { readonly [name: string]: string | number | boolean };

/** Telemetry holds plain values; what is something else is told in words, as nothing may fail here. */
const flatFields = (fields: object): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)
        ? (value as string | number | boolean)
        : describeValue(value),
    ]),
  );

function cancelToken(signalOf: () => AbortSignal): CancelToken {
  return {
    get signal() {
      return signalOf();
    },
    get is_cancelled() {
      return signalOf().aborted;
    },
    get reason() {
      const { aborted, reason } = signalOf();
      return aborted ? reasonText(reason) : undefined;
    },
    throwIfCancelled: () => signalOf().throwIfAborted(),
  };
}

const LEAVERS = new WeakMap<AbortSignal, Set<() => void>>();

/** What is called when the signal is aborted; one listener for all, as runtimes warn of many. */
function leaversOf(signal: AbortSignal): Set<() => void> {
  const known = LEAVERS.get(signal);
  if (known !== undefined) return known;
  const leavers = new Set<() => void>();
  LEAVERS.set(signal, leavers);
  const leaveAll = () => {
    for (const leave of [...leavers]) leave();
    leavers.clear();
  };
  signal.addEventListener("abort", leaveAll, { once: true });
  return leavers;
}

/** The reason of an aborted signal in words. */
const reasonText = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));

function timebase(
  world: HarnessWorld,
  { cancel, sleeps }: { readonly cancel: CancelToken } & Pick<NodeInstance, "sleeps">,
): TimebaseHandle {
  const { clock } = world;
  return {
    monotonic_ms: () => clock.now,
    wall_ms: () => clock.now + world.wall_offset,
    media_ms: () => world.media_ms,
    sleep: (ms) =>
      new Promise((resolve, reject) => {
        const { signal } = cancel;
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        const leavers = leaversOf(signal);
        const timer = world.host.schedule(Math.max(0, Math.ceil(ms)), () => {
          leavers.delete(leave);
          sleeps.delete(timer);
          resolve();
        });
        const leave = () => {
          timer.cancel();
          sleeps.delete(timer);
          reject(signal.reason);
        };
        sleeps.add(timer);
        leavers.add(leave);
      }),
  };
}
