/** Mutants whose bug is in what their outputs are. */
import { defineNode } from "../../../authoring/node/define-node.ts";
import type { NodeOutput } from "../../../authoring/node/node-event.ts";
import { intent } from "./correct/intent.ts";
import { mockLlm, mockLlmHead, WORD_MS, wordsOf } from "./correct/mock-llm.ts";
import { CHUNK_MS, mockTts, soundOf } from "./correct/mock-tts.ts";
import { segmenter } from "./correct/segmenter.ts";
import { type hypothesisOf, sttBridge } from "./correct/stt-bridge.ts";
import { toolBridge } from "./correct/tool-bridge.ts";
import { translate, translator } from "./correct/translator.ts";
import { vad } from "./correct/vad.ts";
import { type NodeMutant, withHooks, withOutputs } from "./node-mutant.ts";
import { commit, exhaust, feed, open, say, sound, wait } from "./script-steps.ts";

const call = (call_id: string) => feed("tool.call", { call_id, arguments: "[1]" });

const finalLlm = defineNode({
  ...mockLlmHead,
  streaming: "final",
  create: () => ({
    async *process(ctx, { payload }) {
      for (const word of wordsOf(payload)) {
        await ctx.time.sleep(WORD_MS);
        yield { type: "text.delta", payload: word };
      }
    },
  }),
});

/** One bug each. */
export const ENVELOPE_MUTANTS: readonly NodeMutant[] = [
  {
    name: "media time in seconds",
    rule: "NODE-ENV-01",
    why: "The presentation time is written in seconds, with a fraction, where whole milliseconds belong",
    correct: mockTts,
    node: withHooks(mockTts, () => ({
      async *process(ctx, { payload }) {
        let pts = 0;
        for (const character of payload as string) {
          await ctx.time.sleep(CHUNK_MS);
          yield {
            type: "audio.chunk",
            payload: soundOf(character),
            envelope: { media_time: { pts_ms: pts / 1000 } },
          };
          pts += CHUNK_MS;
        }
      },
    })),
    script: [feed("text.segment", "abc"), wait(100)],
  },
  {
    name: "audio without media time",
    rule: "NODE-ENV-01",
    why: "Audio that is made out of text has no media time to take over, and the node writes none",
    correct: mockTts,
    node: withOutputs(mockTts, ({ type, payload }) => ({ type, payload })),
    script: [feed("text.segment", "abc"), wait(100)],
  },
  {
    name: "a note in the envelope",
    rule: "NODE-ENV-01",
    why: "The node puts a field of its own into the envelope",
    correct: vad,
    node: withOutputs(vad, (output) => ({ ...output, envelope: { note: "from the detector" } })),
    script: [sound("audio.frame", 900)],
  },
  {
    name: "an error event that nobody declared",
    rule: "NODE-ENV-02",
    why: "Where the node cannot go on it gives an event of a type that its outputs do not list",
    correct: toolBridge,
    node: withHooks(toolBridge, (hooks) => ({
      async *process(ctx, event) {
        try {
          yield* (await hooks.process(ctx, event)) ?? [];
        } catch (error) {
          yield { type: "tool.error", payload: String(error) };
        }
      },
    })),
    script: [feed("tool.call", { call_id: "c1", arguments: "no json" })],
  },
  {
    name: "a bare payload",
    rule: "NODE-ENV-02",
    why: "The node yields the text and not an output with the text in it",
    correct: segmenter,
    node: withOutputs(segmenter, ({ payload }) => payload),
    script: [feed("text.delta", "Hello.")],
  },
  {
    name: "the queue is jumped",
    rule: "NODE-ENV-03",
    why: "Outputs are put on TelemetryLane so that they need not wait",
    correct: vad,
    node: withOutputs(vad, (output) => ({ ...output, envelope: { lane: "TelemetryLane" } })),
    script: [sound("audio.frame", 900)],
  },
  {
    name: "a cause that is made up",
    rule: "NODE-ENV-04",
    why: "The cause is named by the call id of the provider, and not by the id of the event",
    correct: toolBridge,
    node: withOutputs(toolBridge, (output, { event }) => ({
      ...output,
      envelope: { causal_parent_id: (event.payload as { readonly call_id: string }).call_id },
    })),
    script: [call("c1"), wait(100)],
  },
  {
    name: "one session for all",
    rule: "NODE-ENV-04",
    why: "The session id is a constant that is left over from a demo",
    correct: intent,
    node: withOutputs(intent, (output) => ({ ...output, envelope: { session_id: "default" } })),
    script: [say("hello")],
  },
  {
    name: "an invocation of its own",
    rule: "NODE-ENV-04",
    why: "The provider invocation is named by the call id, whatever the invocation of the cause is",
    correct: toolBridge,
    node: withOutputs(toolBridge, (output, { event }) => ({
      ...output,
      envelope: { provider_invocation_id: (event.payload as { readonly call_id: string }).call_id },
    })),
    script: [
      feed("tool.call", { call_id: "c1", arguments: "[1]" }, { envelope: { provider_invocation_id: "p1" } }),
      wait(100),
    ],
  },
  {
    name: "nothing divided by nothing",
    rule: "NODE-ENV-05",
    why: "The confidence of a sentence without a frame is NaN",
    correct: sttBridge,
    node: withHooks(sttBridge, (hooks) => {
      let frames = 0;
      let loud = 0;
      return {
        *process(ctx, event) {
          if (event.type === "audio.frame") frames += 1;
          for (const output of (hooks.process(ctx, event) ?? []) as Iterable<NodeOutput>) {
            if (output.type === "text.partial") loud += 1;
            const { text } = output.payload as ReturnType<typeof hypothesisOf>;
            yield { ...output, payload: { text, confidence: loud / frames } };
          }
        },
      };
    }),
    script: [open("t1"), commit],
  },
  {
    name: "a map in the payload",
    rule: "NODE-ENV-05",
    why: "The payload holds an object of a class, which cannot travel",
    correct: intent,
    node: withOutputs(intent, (output) => ({
      ...output,
      payload: { ...(output.payload as object), scores: new Map([["other", 1]]) },
    })),
    script: [say("hello")],
  },
  {
    name: "numbers as text",
    rule: "NODE-ENV-05",
    why: "The sum is given as a text where the schema of the port has a number",
    correct: toolBridge,
    node: withOutputs(toolBridge, ({ type, payload }) => {
      const { call_id, sum } = payload as { readonly call_id: string; readonly sum: number };
      return { type, payload: { call_id, sum: sum.toFixed(2) } };
    }),
    script: [call("c1"), wait(100)],
  },
  {
    name: "partial results of a node that is final",
    rule: "NODE-ENV-08",
    why: "Streaming is declared as final, and words are given as they come",
    correct: mockLlm,
    node: finalLlm,
    script: [say("two words"), wait(100)],
  },
  {
    name: "a double final",
    rule: "NODE-ENV-08",
    why: "After the fallback has been given the result comes all the same",
    correct: translator,
    node: withHooks(translator, () => {
      let source = "";
      return {
        async *process(ctx, { payload }) {
          source = payload as string;
          await ctx.time.sleep(30);
          yield { type: "text.translated", payload: translate(source) };
        },
        *onBudgetExhausted() {
          yield { type: "text.translated", payload: source };
          return "continue";
        },
      };
    }),
    script: [say("hello"), wait(10), exhaust, wait(100)],
  },
  {
    name: "a final for every repetition",
    rule: "NODE-ENV-08",
    why: "A repeated text is translated again",
    correct: translator,
    node: withHooks(translator, () => ({
      async *process(ctx, { payload }) {
        await ctx.time.sleep(30);
        yield { type: "text.translated", payload: translate(payload as string) };
      },
    })),
    script: [say("hello"), wait(50), say("hello"), wait(50)],
  },
];
