/** Mutants whose bug is in what they do while nobody takes their outputs. */
import type { NodeContext } from "../../../authoring/node/node-context.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import type { NodeOutput } from "../../../authoring/node/node-event.ts";
import { intent } from "./correct/intent.ts";
import { mockLlm, WORD_MS, wordsOf } from "./correct/mock-llm.ts";
import { FRAME_MS, type HeldChunk, playout } from "./correct/playout.ts";
import { segmenter, splitSentences } from "./correct/segmenter.ts";
import { type AnyHooks, type NodeMutant, withHooks } from "./node-mutant.ts";
import { open, pause, resume, say, sound, wait } from "./script-steps.ts";

const words = (count: number) => "so ".repeat(count);

/** The playout with other rules for what to do every 20 ms. */
const ticking = (tick: (held: HeldChunk[]) => void): Partial<AnyHooks> => {
  const held: HeldChunk[] = [];
  let timer: ReturnType<typeof setInterval> | undefined;
  const forget = () => {
    held.length = 0;
  };
  return {
    start() {
      timer = setInterval(() => tick(held), FRAME_MS);
    },
    process(ctx, event) {
      held.push({ ctx, event });
    },
    onCancel: forget,
    onBargeIn: forget,
    stop: () => clearInterval(timer),
  };
};

/** The same node, which says that it holds back one output at most. */
const tight: NodeDefinition = { ...playout, descriptor: { ...playout.descriptor, max_buffered: 1 } };

const give = ({ ctx, event }: HeldChunk): Promise<void> =>
  ctx.cancel.is_cancelled
    ? Promise.resolve()
    : ctx.emit({ type: "audio.frame", payload: event.payload, cause: event });

/** One bug each. */
export const BACKPRESSURE_MUTANTS: readonly NodeMutant[] = [
  {
    name: "emit without await",
    rule: "NODE-BP-01",
    why: "Every word is emitted without waiting until the one before was taken",
    correct: mockLlm,
    node: withHooks(mockLlm, () => ({
      process(ctx, { payload }) {
        for (const word of wordsOf(payload as string)) void ctx.emit({ type: "text.delta", payload: word });
      },
    })),
    script: [pause, say(words(20)), resume],
  },
  {
    name: "a queue that is longer than the manifest says",
    rule: "NODE-BP-01",
    why: "Nothing looks at the 16 chunks that the manifest promises",
    correct: playout,
    node: withHooks(playout, () => {
      let isGiving = false;
      return ticking((held) => {
        const next = isGiving ? undefined : held.shift();
        if (next === undefined) return;
        isGiving = true;
        void give(next).then(() => {
          isGiving = false;
        });
      });
    }),
  },
  {
    name: "a queue without a limit",
    rule: "NODE-BP-01",
    why: "Chunks are put aside as long as nobody takes frames, however many there are",
    correct: playout,
    node: withHooks(tight, () => {
      let isGiving = false;
      return ticking((held) => {
        const next = isGiving ? undefined : held.shift();
        if (next === undefined) return;
        isGiving = true;
        void give(next).then(() => {
          isGiving = false;
        });
      });
    }),
    script: [
      open("t1"),
      pause,
      ...Array.from({ length: 40 }, (_, level) => sound("audio.chunk", level)),
      wait(100),
      resume,
      wait(2000),
    ],
  },
  {
    name: "a clock that does not wait",
    rule: "NODE-BP-01",
    why: "A frame is emitted at every tick, also when the frames before are still there",
    correct: playout,
    node: withHooks(tight, () =>
      ticking((held) => {
        const next = held.shift();
        if (next !== undefined) void give(next);
      }),
    ),
    script: [
      open("t1"),
      pause,
      ...Array.from({ length: 20 }, (_, level) => sound("audio.chunk", level)),
      wait(1000),
      resume,
    ],
  },
  {
    name: "a latch that stays shut",
    rule: "NODE-BP-02",
    why: "Whoever waits for the consumer for longer than a moment gives up, and nothing opens the latch again",
    correct: playout,
    node: withHooks(playout, () => {
      let isShut = false;
      return ticking((held) => {
        const next = isShut ? undefined : held.shift();
        if (next === undefined) return;
        isShut = true;
        const since = next.ctx.time.monotonic_ms();
        void give(next).then(() => {
          isShut = next.ctx.time.monotonic_ms() - since > FRAME_MS;
        });
      });
    }),
  },
  {
    name: "the newest first",
    rule: "NODE-BP-02",
    why: "Who has had to wait for the consumer goes on with the newest chunk, and leaves the older ones for later",
    correct: playout,
    node: withHooks(playout, () => {
      let isGiving = false;
      let isBehind = false;
      return ticking((held) => {
        const next = isGiving ? undefined : isBehind ? held.pop() : held.shift();
        if (next === undefined) return;
        isGiving = true;
        const since = next.ctx.time.monotonic_ms();
        void give(next).then(() => {
          isGiving = false;
          isBehind = next.ctx.time.monotonic_ms() > since;
        });
      });
    }),
  },
  {
    name: "a lock that is not given back",
    rule: "NODE-BP-02",
    why: "process waits for a lock, and who has waited for the consumer does not give it back",
    correct: segmenter,
    node: withHooks(segmenter, () => {
      let pending = "";
      let isLocked = false;
      return {
        async process(ctx, { type, payload }) {
          if (type !== "text.delta" || isLocked) return;
          const { whole, rest } = splitSentences(pending + (payload as string));
          pending = rest;
          const since = ctx.time.monotonic_ms();
          for (const sentence of whole) {
            isLocked = true;
            await ctx.emit({ type: "text.segment", payload: sentence });
            isLocked = ctx.time.monotonic_ms() > since;
          }
        },
      };
    }),
  },
  {
    name: "what is not taken at once is dropped",
    rule: "NODE-BP-03",
    why: "A result is dropped when the one before it has not been taken yet",
    correct: intent,
    node: withHooks(intent, (hooks) => {
      let isGiving = false;
      return {
        process(ctx, event) {
          for (const output of (hooks.process(ctx, event) ?? []) as Iterable<NodeOutput>) {
            if (isGiving) continue;
            isGiving = true;
            void ctx.emit({ ...output, cause: event }).then(() => {
              isGiving = false;
            });
          }
        },
      };
    }),
  },
  {
    name: "only the newest frame is kept",
    rule: "NODE-BP-03",
    why: "Under pressure the buffer is thrown away except for its newest frame",
    correct: playout,
    node: withHooks(playout, () => {
      let isGiving = false;
      return ticking((held) => {
        if (isGiving) held.splice(0, held.length - 1);
        const next = isGiving ? undefined : held.shift();
        if (next === undefined) return;
        isGiving = true;
        void give(next).then(() => {
          isGiving = false;
        });
      });
    }),
  },
  {
    name: "a word that is not taken in time is skipped",
    rule: "NODE-BP-03",
    why: "Words are skipped when the pace cannot be kept, as if they were frames of a film",
    correct: mockLlm,
    node: withHooks(mockLlm, () => ({
      async *process(ctx: NodeContext, { payload }) {
        const began = ctx.time.monotonic_ms();
        for (const [index, word] of wordsOf(payload as string).entries()) {
          await ctx.time.sleep(WORD_MS);
          const isBehind = ctx.time.monotonic_ms() - began > (index + 1) * WORD_MS;
          if (!isBehind) yield { type: "text.delta", payload: word };
        }
      },
    })),
  },
];
