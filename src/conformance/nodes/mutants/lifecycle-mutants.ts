/** Mutants whose bug is in how they begin and end. */
import { heartbeat } from "./correct/heartbeat.ts";
import { intent } from "./correct/intent.ts";
import { mockLlm } from "./correct/mock-llm.ts";
import { playout } from "./correct/playout.ts";
import { toolBridge } from "./correct/tool-bridge.ts";
import { vad } from "./correct/vad.ts";
import { type NodeMutant, withHooks } from "./node-mutant.ts";
import { bargeIn, open, sound, wait } from "./script-steps.ts";

/** Something that takes time and cannot be stopped. */
const later = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

const alive = { type: "health.alive", payload: { heard: 0 } } as const;

/** One bug each. */
export const LIFECYCLE_MUTANTS: readonly NodeMutant[] = [
  {
    name: "start reads a config that nobody gave",
    rule: "NODE-LIFE-01",
    why: "start takes a member of a config that is undefined where the node has no config schema",
    correct: vad,
    node: withHooks(vad, () => ({
      start(ctx) {
        const { threshold } = ctx.config as { readonly threshold: number };
        ctx.telemetry.record("started", { threshold });
      },
    })),
    script: [sound("audio.frame", 900)],
  },
  {
    name: "barge-in stops a player that is not there",
    rule: "NODE-LIFE-01",
    why: "onBargeIn uses the current player although nothing is being played",
    correct: playout,
    node: withHooks(playout, (hooks) => {
      let player: { stop(): void } | undefined;
      return {
        process(ctx, event) {
          player = { stop: () => void hooks.onBargeIn?.(ctx) };
          return hooks.process(ctx, event);
        },
        onBargeIn() {
          (player as { stop(): void }).stop();
        },
      };
    }),
    script: [bargeIn],
  },
  {
    name: "a timer throws",
    rule: "NODE-LIFE-01",
    why: "The callback of an interval reads the first of a list that may be empty",
    correct: playout,
    node: withHooks(playout, (hooks) => {
      const levels: Int16Array[] = [];
      let timer: ReturnType<typeof setInterval> | undefined;
      return {
        start(ctx) {
          const meter = () => ctx.telemetry.record("level", { first: (levels.shift() as Int16Array).length });
          timer = setInterval(meter, 20);
          return hooks.start?.(ctx);
        },
        stop(ctx) {
          clearInterval(timer);
          return hooks.stop?.(ctx);
        },
      };
    }),
    script: [wait(50)],
  },
  {
    name: "init loads a model",
    rule: "NODE-LIFE-02",
    why: "init waits for a model that takes longer to load than a hook may take",
    correct: intent,
    node: withHooks(intent, () => ({ init: () => later(2000) })),
    script: [wait(3000)],
  },
  {
    name: "stop waits for work that never ends",
    rule: "NODE-LIFE-02",
    why: "stop waits for the last answer, and where there was none the promise is never resolved",
    correct: mockLlm,
    node: withHooks(mockLlm, (hooks) => {
      let settle = () => {};
      const answered = new Promise<void>((resolve) => {
        settle = resolve;
      });
      return {
        async *process(ctx, event) {
          yield* (await hooks.process(ctx, event)) ?? [];
          settle();
        },
        stop: () => answered,
      };
    }),
    script: [open("t1"), wait(10)],
  },
  {
    name: "cancel waits for the far end",
    rule: "NODE-LIFE-02",
    why: "onCancel waits until the provider confirms, which takes longer than a hook may take",
    correct: toolBridge,
    node: withHooks(toolBridge, () => ({ onCancel: () => later(900) })),
    script: [open("t1"), { kind: "cancel" }, wait(1000)],
  },
  {
    name: "init says hello",
    rule: "NODE-LIFE-03",
    why: "init gives an output although the node has not been started",
    correct: heartbeat,
    node: withHooks(heartbeat, () => ({ init: (ctx) => ctx.emit(alive) })),
    script: [],
  },
  {
    name: "start gives the first beat at once",
    rule: "NODE-LIFE-03",
    why: "start gives an output before it has ended",
    correct: heartbeat,
    node: withHooks(heartbeat, (hooks) => ({
      async start(ctx) {
        await hooks.start?.(ctx);
        await ctx.emit(alive);
      },
    })),
    script: [],
  },
];
