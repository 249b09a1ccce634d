/** Mutants whose bug is in what they leave behind when they end. */
import type { NodeContext } from "../../../authoring/node/node-context.ts";
import { HEARTBEAT_MS, heartbeat } from "./correct/heartbeat.ts";
import { intent } from "./correct/intent.ts";
import { mockLlm, WORD_MS } from "./correct/mock-llm.ts";
import { segmenter } from "./correct/segmenter.ts";
import { SILENCE_MS, turnDetector } from "./correct/turn-detector.ts";
import { type NodeMutant, withHooks } from "./node-mutant.ts";
import { migrate, open, say, wait } from "./script-steps.ts";

/** Something that takes time and cannot be stopped. */
const later = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

const alive = { type: "health.alive", payload: { heard: 0 } } as const;

/** One bug each. */
export const ENDING_MUTANTS: readonly NodeMutant[] = [
  {
    name: "an interval is never cleared",
    rule: "NODE-LIFE-05",
    why: "stop does not clear the interval that start has set",
    correct: heartbeat,
    node: withHooks(heartbeat, () => ({ stop() {} })),
    script: [wait(HEARTBEAT_MS)],
  },
  {
    name: "an interval of init is never cleared",
    rule: "NODE-LIFE-05",
    why: "init sets an interval for housekeeping, and its handle is thrown away",
    correct: segmenter,
    node: withHooks(segmenter, () => ({
      init(ctx) {
        setInterval(() => ctx.telemetry.record("housekeeping"), 1000);
      },
    })),
    script: [open("t1")],
  },
  {
    name: "a timeout outlives the node",
    rule: "NODE-LIFE-05",
    why: "stop does not clear the timeout of the last call",
    correct: intent,
    node: withHooks(intent, (hooks) => ({
      process(ctx, event) {
        setTimeout(() => ctx.telemetry.record("idle"), 30_000);
        return hooks.process(ctx, event);
      },
    })),
    script: [say("hello")],
  },
  {
    name: "the beat goes on after stop",
    rule: "NODE-LIFE-04",
    why: "The interval is not cleared, and it gives outputs",
    correct: heartbeat,
    node: withHooks(heartbeat, () => ({ stop() {} })),
    script: [say("hello"), migrate, wait(2 * HEARTBEAT_MS)],
  },
  {
    name: "stop says goodbye",
    rule: "NODE-LIFE-04",
    why: "stop gives a last output",
    correct: heartbeat,
    node: withHooks(heartbeat, (hooks) => ({
      async stop(ctx) {
        await hooks.stop?.(ctx);
        await ctx.emit(alive);
      },
    })),
    script: [],
  },
  {
    name: "a late then after stop",
    rule: "NODE-LIFE-04",
    why: "process starts work without waiting for it, and the work gives its result whenever it is done",
    correct: intent,
    node: withHooks(intent, () => ({
      process(ctx) {
        void later(400).then(() =>
          ctx.emit({ type: "intent.found", payload: { intent: "other", words: 0 } }),
        );
      },
    })),
    script: [say("hello"), migrate, wait(1000)],
  },
  {
    name: "a timer of the turn goes on",
    rule: "NODE-LIFE-04",
    why: "The timer of a turn gives its output without looking whether the turn is still there",
    correct: turnDetector,
    node: withHooks(turnDetector, () => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      return {
        process(ctx, { payload, type }) {
          if (type !== "speech.state" || (payload as { readonly is_speaking: boolean }).is_speaking) return;
          clearTimeout(timer);
          const end = { type: "turn.end_proposed", payload: { waited_ms: SILENCE_MS.whole } };
          timer = setTimeout(() => void ctx.emit(end), SILENCE_MS.whole);
        },
        onCancel: () => clearTimeout(timer),
        onBargeIn: () => clearTimeout(timer),
        stop: () => {},
      };
    }),
  },
  {
    name: "a poll goes on after stop",
    rule: "NODE-LIFE-05",
    why: "A chain of timeouts asks for the state of a job and is ended by nothing but the job",
    correct: mockLlm,
    node: withHooks(mockLlm, (hooks) => ({
      process(ctx, event) {
        const poll = (ctx: NodeContext) => {
          ctx.telemetry.record("polled");
          setTimeout(() => poll(ctx), 10 * WORD_MS);
        };
        poll(ctx);
        return hooks.process(ctx, event);
      },
    })),
    script: [say("hello")],
  },
  {
    name: "stop takes start for granted",
    rule: "NODE-LIFE-06",
    why: "stop uses what start has made, which is not there when start has failed",
    correct: heartbeat,
    node: withHooks(heartbeat, (hooks) => {
      let session: { close(): void } | undefined;
      return {
        async start(ctx) {
          await hooks.start?.(ctx);
          session = { close() {} };
        },
        async stop(ctx) {
          await hooks.stop?.(ctx);
          (session as { close(): void }).close();
        },
      };
    }),
  },
  {
    name: "stop joins a start that has failed",
    rule: "NODE-LIFE-06",
    why: "stop waits until the node is up, which it never is when init or start has failed",
    correct: intent,
    node: withHooks(intent, (hooks) => {
      let isUp = false;
      return {
        start() {
          isUp = true;
        },
        async stop(ctx) {
          while (!isUp) await later(10);
          await hooks.stop?.(ctx);
        },
      };
    }),
  },
];
