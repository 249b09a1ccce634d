/** Mutants whose bug is that they do not stop as they should. */
import type { NodeEvent } from "../../../authoring/node/node-event.ts";
import { mockLlm, WORD_MS, wordsOf } from "./correct/mock-llm.ts";
import { CHUNK_MS, mockTts, soundOf } from "./correct/mock-tts.ts";
import { segmenter } from "./correct/segmenter.ts";
import { addSlowly, readArguments, toolBridge } from "./correct/tool-bridge.ts";
import { type NodeMutant, withHooks } from "./node-mutant.ts";
import { cancel, feed, open, say, wait } from "./script-steps.ts";

/** Something that takes time and cannot be stopped. */
const later = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

const chunk = (character: string) =>
  ({ type: "audio.chunk", payload: soundOf(character), envelope: { media_time: { pts_ms: 0 } } }) as const;

/** One bug each. */
export const CANCEL_MUTANTS: readonly NodeMutant[] = [
  {
    name: "a swallowed abort",
    rule: "NODE-CXL-02",
    why: "What the sleep throws when it is cancelled is caught, and the word is given all the same, and the next",
    correct: mockLlm,
    node: withHooks(mockLlm, () => ({
      async *process(ctx, { payload }) {
        for (const word of wordsOf(payload as string)) {
          await ctx.time.sleep(WORD_MS).catch(() => later(WORD_MS));
          yield { type: "text.delta", payload: word };
        }
      },
    })),
    script: [say("one two three four five six seven eight"), wait(30), cancel, wait(300)],
  },
  {
    name: "words that were sent on their way",
    rule: "NODE-CXL-01",
    why: "All words are scheduled at once with timers that no cancel clears",
    correct: mockLlm,
    node: withHooks(mockLlm, () => {
      const timers: ReturnType<typeof setTimeout>[] = [];
      return {
        process(ctx, event) {
          for (const [index, word] of wordsOf(event.payload as string).entries()) {
            const send = () => void ctx.emit({ type: "text.delta", payload: word, cause: event });
            timers.push(setTimeout(send, (index + 1) * WORD_MS));
          }
        },
        stop: () => timers.forEach(clearTimeout),
      };
    }),
    script: [say("one two three four five six seven eight"), wait(30), cancel, wait(300)],
  },
  {
    name: "the held sentence is given when all is cancelled",
    rule: "NODE-CXL-01",
    why: "onCancel waits a little, in case the user goes on, and then gives what was left",
    correct: segmenter,
    node: withHooks(segmenter, (hooks) => {
      let last: NodeEvent | undefined;
      return {
        process(ctx, event) {
          last = event;
          return hooks.process(ctx, event);
        },
        async onCancel(ctx) {
          await later(100);
          if (last !== undefined)
            await ctx.emit({ type: "text.segment", payload: "And so on.", cause: last });
        },
      };
    }),
    script: [feed("text.delta", "Hello"), cancel, wait(200)],
  },
  {
    name: "a request without a signal",
    rule: "NODE-CXL-02",
    why: "The tool is called without the signal of the cancel token, so process ends when the tool does",
    correct: toolBridge,
    node: withHooks(toolBridge, () => ({
      async *process(_ctx, { payload }) {
        const { call_id, arguments: text } = payload as {
          readonly call_id: string;
          readonly arguments: string;
        };
        const sum = await addSlowly(readArguments(text) ?? [], new AbortController().signal);
        yield { type: "tool.result", payload: { call_id, sum } };
      },
    })),
    script: [feed("tool.call", { call_id: "c1", arguments: "[1]" }), wait(10), cancel, wait(200)],
  },
  {
    name: "a retry of what was cancelled",
    rule: "NODE-CXL-02",
    why: "The retry takes the cancel for an error of the network and tries again with a pause",
    correct: mockLlm,
    node: withHooks(mockLlm, () => ({
      async *process(ctx, { payload }) {
        for (const word of wordsOf(payload as string)) {
          for (let attempt = 1; attempt <= 3; attempt += 1) {
            try {
              await ctx.time.sleep(WORD_MS);
              break;
            } catch {
              await later(50 * attempt);
            }
          }
          ctx.cancel.throwIfCancelled();
          yield { type: "text.delta", payload: word };
        }
      },
    })),
    script: [say("one two three"), wait(30), cancel, wait(400)],
  },
  {
    name: "a sleep that nobody wakes",
    rule: "NODE-CXL-02",
    why: "The pace is kept with setTimeout, and the cancel is looked at only when the sentence is over",
    correct: mockTts,
    node: withHooks(mockTts, () => ({
      async *process(ctx, { payload }) {
        await later(CHUNK_MS * [...(payload as string)].length + 80);
        if (ctx.cancel.is_cancelled) return;
        for (const character of payload as string) yield chunk(character);
      },
    })),
    script: [open("t1"), feed("text.segment", "abc"), wait(10), cancel, wait(200)],
  },
  {
    name: "a word long after the cancel",
    rule: "NODE-CXL-01",
    why: "The abort is caught, the last word is waited for and given: the runtime has ended the call by then",
    correct: mockLlm,
    node: withHooks(mockLlm, () => ({
      async *process(ctx, { payload }) {
        for (const word of wordsOf(payload as string)) {
          await ctx.time.sleep(WORD_MS).catch(() => later(80));
          yield { type: "text.delta", payload: word };
        }
      },
    })),
  },
];
