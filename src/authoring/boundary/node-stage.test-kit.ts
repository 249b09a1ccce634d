/** A stage for a node: hooks are called by hand, time is virtual, everything that happens is kept. */
import { createVirtualClock } from "../../simulation/virtual-clock.ts";
import type { BudgetOutcome, NodeContext, StateStore } from "../node/node-context.ts";
import type { NodeDefinition, OutcomeClass } from "../node/node-definition.ts";
import type { NodeEvent, NodeOutput } from "../node/node-event.ts";
import type { NodeHooks } from "../node/node-hooks.ts";
import type { GlobalsHost } from "../virtual-globals/globals-host.ts";
import { loadVirtualGlobals } from "../virtual-globals/load-virtual-globals.ts";
import { randomStreams } from "./served/random-streams.ts";
import { loopTurn } from "./wire/real-timers.ts";

/** What happened, with the virtual time at which it did. */
export interface Happening {
  readonly at_ms: number;
  readonly what: string;
  readonly value?: unknown;
}

/** A stage with one instance on it. */
export type NodeStage = Awaited<ReturnType<typeof stageNode>>;

/** What a stage may be told. */
export interface StageOptions {
  readonly config?: unknown;
  readonly state?: Map<string, unknown>;
  readonly remaining_ms?: number;
}

/** An instance of the node on a stage, started. `state` goes from stage to stage as that of one session does. */
export async function stageNode(node: NodeDefinition, options: StageOptions = {}) {
  const { config, state = new Map<string, unknown>(), remaining_ms = 500 } = options;
  const globals = await loadVirtualGlobals();
  const release = globals.enter();
  const clock = createVirtualClock();
  const happened: Happening[] = [];
  const outcomes: OutcomeClass[] = [];
  const note = (what: string, value?: unknown) =>
    void happened.push({ at_ms: clock.now, what, ...(value !== undefined && { value }) });
  const work = new Set<Promise<unknown>>();
  let timers = 0;
  const host: GlobalsHost = {
    now: () => clock.now,
    wall: () => 1_770_000_000_000 + clock.now,
    schedule(delay, callback, { repeats = false } = {}) {
      timers += 1;
      let isOff = false;
      const off = () => {
        if (!isOff) timers -= 1;
        isOff = true;
      };
      const arm = () => clock.schedule(delay, fire);
      const fire = () => {
        if (isOff) return;
        if (repeats) timer = arm();
        else off();
        callback();
      };
      let timer = arm();
      return {
        cancel() {
          timer.cancel();
          off();
        },
      };
    },
    chance: () => 0.5,
  };
  const store = (name: string): StateStore => ({
    get: (key) => structuredClone(state.get(`${name}/${key}`)) as never,
    set: (key, value) => void state.set(`${name}/${key}`, structuredClone(value)),
    delete: (key) => void state.delete(`${name}/${key}`),
  });
  const controller = new AbortController();
  let reason: string | undefined;
  let credit = Number.POSITIVE_INFINITY;
  const random = randomStreams(7).of;
  const ctx: NodeContext = {
    session_id: "s-1",
    turn_id: "t-1",
    config,
    cancel: {
      signal: controller.signal,
      get is_cancelled() {
        return controller.signal.aborted;
      },
      get reason() {
        return reason;
      },
      throwIfCancelled: () => controller.signal.throwIfAborted(),
    },
    budget: { remaining_ms, onBelow: () => {} },
    time: {
      monotonic_ms: () => clock.now,
      wall_ms: () => 1_770_000_000_000 + clock.now,
      media_ms: () => undefined,
      sleep: (ms) =>
        new Promise((resolve, reject) => {
          host.schedule(ms, () => resolve());
          controller.signal.addEventListener("abort", () => reject(controller.signal.reason));
        }),
    },
    state: {
      turn: store("turn"),
      session_hot: store("session_hot"),
      session_durable: store("session_durable"),
    },
    telemetry: { record: (name, fields) => note(`telemetry ${name}`, fields) },
    determinism: { seed: 7, random, ordering_markers: [], merge_rule_id: "arrival_order" },
    emit: async (output) =>
      note(`emitted ${output.type}`, { payload: output.payload, cause: output.cause?.type }),
  };
  const within = <T>(fn: () => T): T => globals.run(host, fn);
  const hooks = within(() =>
    node.create({
      config: config as never,
      host: {
        waitFor(promise) {
          const over = promise.then(
            () => void work.delete(over),
            () => void work.delete(over),
          );
          work.add(over);
          return promise;
        },
        report: (outcome) => void outcomes.push(outcome),
      },
    }),
  ) as NodeHooks;

  /** Until nothing happens at this instant any more. */
  const idle = async () => {
    do {
      await Promise.all(work);
      await loopTurn();
    } while (work.size > 0);
  };
  const attempt = async (what: string, fn: () => unknown) => {
    try {
      const value = await within(async () => fn());
      note(`${what} ended`, value);
    } catch (thrown) {
      note(`${what} failed`, thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : thrown);
    }
  };
  const take = async (given: unknown): Promise<unknown> => {
    const awaited = await given;
    if (typeof awaited !== "object" || awaited === null) return awaited;
    const source = awaited as Partial<AsyncIterable<NodeOutput> & Iterable<NodeOutput>>;
    const steps = source[Symbol.asyncIterator]?.() ?? source[Symbol.iterator]?.();
    for (;;) {
      while (credit <= 0) await new Promise<void>((resolve) => host.schedule(1, resolve));
      const step = await steps?.next();
      if (step === undefined || step.done) return step?.value;
      credit -= 1;
      const { type, payload, cause } = step.value;
      note(type, cause === undefined ? payload : { payload, cause: cause.envelope.event_id });
    }
  };
  const call = async (what: string, fn: () => unknown) => {
    void attempt(what, () => take(fn()));
    await idle();
  };

  await call("init", () => hooks.init?.(ctx));
  await call("start", () => hooks.start?.(ctx));
  return {
    happened,
    outcomes,
    state,
    get timers() {
      return timers;
    },
    /** What happened besides the life of hooks and the marks of boundaries. */
    get outputs() {
      return happened.filter(({ what }) => !/ ended$|^telemetry boundary$/.test(what));
    },
    setCredit(amount: number) {
      credit = amount;
    },
    input: (type: string, payload?: unknown, event_id = "e-1") =>
      call("process", () =>
        hooks.process(ctx, { type, payload, envelope: { event_id } } as unknown as NodeEvent),
      ),
    async cancel(why = "user") {
      reason = why;
      controller.abort(Object.assign(new Error(`cancelled: ${why}`), { name: "CancelledError" }));
      await call("onCancel", () => hooks.onCancel?.(ctx, why));
    },
    bargeIn: () => call("onBargeIn", () => hooks.onBargeIn?.(ctx)),
    exhaust: (outcome: BudgetOutcome) =>
      call("onBudgetExhausted", () => hooks.onBudgetExhausted?.(ctx, outcome)),
    async advance(ms: number) {
      const end = clock.now + ms;
      await idle();
      while (clock.fireNext(end)) await idle();
    },
    idle,
    async stop() {
      await call("stop", () => hooks.stop?.(ctx));
      release();
    },
  };
}
