/** Makes the context that an instance gets for a turn. */
import type { CancelToken, NodeContext, TimebaseHandle } from "../../node/node-context.ts";
import type { NodeOutput } from "../../node/node-event.ts";
import { type HarnessWorld, type TurnState, violate } from "../world/harness-world.ts";
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
  const cancel = cancelToken(() => (turn?.controller ?? world.session_controller).signal);
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
        world.host.schedule(delay, () => {
          if (instance.call === call) callback();
        });
      },
    },
    time: timebase(world, cancel),
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
        if (world.telemetry_left <= 0) return;
        world.telemetry_left -= 1;
        world.transcript.push({ at_ms: clock.now, entry: "telemetry", name, fields: { ...fields } });
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

/** The reason of an aborted signal in words. */
const reasonText = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));

function timebase(world: HarnessWorld, cancel: CancelToken): TimebaseHandle {
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
        const wake = () => {
          signal.removeEventListener("abort", leave);
          resolve();
        };
        const timer = world.host.schedule(Math.max(0, Math.ceil(ms)), wake);
        const leave = () => {
          timer.cancel();
          reject(signal.reason);
        };
        signal.addEventListener("abort", leave, { once: true });
      }),
  };
}
