/** One instance of a served node: its context, and the outputs that it gives by itself. */
import type { NodeContext, TimebaseHandle } from "../../node/node-context.ts";
import type { NodeDefinition } from "../../node/node-definition.ts";
import type { NodeEvent, NodeOutput } from "../../node/node-event.ts";
import type { NodeHooks } from "../../node/node-hooks.ts";
import { wireEvent } from "../wire/event-crossing.ts";
import type { NodeCallBody, NodeReply, NodeRequestBody } from "../wire/node-message.ts";
import { encodePayload } from "../wire/payload-text.ts";
import { randomStreams } from "./random-streams.ts";
import { createServedToken, type ServedToken } from "./served-cancel.ts";
import { createServedClock, type ServedClock } from "./served-clock.ts";
import { createServedState, type ServedState } from "./served-state.ts";

/** What an instance is made of. */
export interface ServedParts {
  readonly node: NodeDefinition;
  reply(reply: NodeReply): void;
  /** The node really waits for something: it has not settled before that has come. */
  waitFor<T>(work: Promise<T>): Promise<T>;
}

/** An instance. */
export interface ServedInstance {
  readonly clock: ServedClock;
  readonly state: ServedState;
  /** The hooks; makes them at the first call. */
  hooks(): NodeHooks;
  token(number: number): ServedToken;
  /** The context of a call, for as long as it is open. */
  contextOf(call: NodeCallBody, isOpen: () => boolean): NodeContext;
  /** The reply that carries an output of a call, or one by itself. */
  outputReply(output: NodeOutput, source: { readonly call: number } | EmittedOutput): NodeReply;
  /** An event came with a call. */
  received(event: NodeEvent, call: number): void;
  /** An output by itself was taken, or why not. */
  taken(request: NodeRequestBody & { readonly op: "taken" }): void;
}

interface EmittedOutput {
  readonly output: number;
  readonly token: number;
}

type Create = NodeRequestBody & { readonly op: "create" };

/** A new instance; what is told of its session is the same for all of its calls. */
export function createServedInstance(
  { node, reply, waitFor }: ServedParts,
  { session_id, config, seed, merge_rule_id }: Create,
): ServedInstance {
  const random = randomStreams(seed);
  const clock = createServedClock({ reply, impure: random.impure });
  const state = createServedState(node.descriptor.state, reply);
  const tokens = new Map<number, ServedToken>();
  const causes = new WeakMap<NodeEvent, number>();
  const emitted = new Map<number, { resolve(): void; reject(error: Error): void }>();
  let hooks: NodeHooks | undefined;
  let outputs = 0;

  const tokenOf = (number: number): ServedToken => {
    const token = tokens.get(number) ?? createServedToken();
    tokens.set(number, token);
    return token;
  };
  const outputReply: ServedInstance["outputReply"] = ({ type, payload, envelope, cause }, source) => {
    const crossing = cause && (causes.get(cause) ?? wireEvent(cause));
    return {
      op: "output",
      ...source,
      type,
      ...(payload !== undefined && { payload: encodePayload(payload) }),
      ...(envelope !== undefined && { envelope }),
      ...(crossing !== undefined && { cause: crossing }),
    };
  };
  const emit = async (output: NodeOutput, token: number): Promise<void> => {
    const number = ++outputs;
    reply(outputReply(output, { output: number, token }));
    await new Promise<void>((resolve, reject) => emitted.set(number, { resolve, reject }));
  };

  return {
    clock,
    state,
    hooks() {
      const init = { config: config as never, host: { waitFor, report: () => {} } };
      hooks ??= node.create(init) as NodeHooks;
      return hooks;
    },
    token: tokenOf,
    outputReply,
    contextOf(call, isOpen) {
      const cancel = tokenOf(call.token);
      const { turn_id, media_ms, ordering_markers = [], budget_ms = Number.POSITIVE_INFINITY } = call;
      const end = clock.now() + budget_ms;
      const remaining = () => Math.max(0, end - clock.now());
      return {
        session_id,
        ...(turn_id !== undefined && { turn_id }),
        config,
        cancel,
        budget: {
          get remaining_ms() {
            return remaining();
          },
          onBelow(limit, callback) {
            const wait = remaining() - limit;
            if (!Number.isFinite(wait)) return;
            clock.schedule(Math.max(0, wait), () => {
              if (isOpen()) callback();
            });
          },
        },
        time: timebase(clock, { cancel, media_ms }),
        state,
        telemetry: {
          record: (name, fields) =>
            reply({ op: "telemetry", name, ...(fields && { fields: sayable(fields) }) }),
        },
        determinism: { seed, random: random.of, ordering_markers, merge_rule_id },
        emit: (output) => emit(output, call.token),
      };
    },
    received: (event, call) => void causes.set(event, call),
    taken({ output, error }) {
      const waiting = emitted.get(output);
      emitted.delete(output);
      if (error === undefined) waiting?.resolve();
      else waiting?.reject(new Error(error));
    },
  };
}

/** JSON has no name for NaN and the infinities. */
const sayable = (fields: { readonly [name: string]: string | number | boolean }) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
    ]),
  );

interface CallTimes {
  readonly cancel: ServedToken;
  readonly media_ms: number | undefined;
}

function timebase(clock: ServedClock, { cancel, media_ms }: CallTimes): TimebaseHandle {
  return {
    monotonic_ms: clock.now,
    wall_ms: clock.wall,
    media_ms: () => media_ms,
    sleep: (ms) =>
      new Promise<void>((resolve, reject) => {
        const { signal } = cancel;
        if (signal.aborted) return reject(signal.reason);
        const onAbort = () => {
          timer.cancel();
          reject(signal.reason);
        };
        const timer = clock.schedule(ms, () => {
          signal.removeEventListener("abort", onAbort);
          resolve();
        });
        signal.addEventListener("abort", onAbort, { once: true });
      }),
  };
}
