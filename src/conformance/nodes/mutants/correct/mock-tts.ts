/** A correct node: speech synthesis without a voice. Each character becomes a short chunk of samples. */
import { z } from "zod";

import { defineNode } from "../../../../authoring/node/define-node.ts";
import { payloadOf } from "../../../../authoring/node/node-port.ts";

/** What the synthesis says of itself. */
export const mockTtsHead = {
  node_id: "mock-tts",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "text.segment": { payload_class: "text_raw", payload: z.string() } },
  outputs: { "audio.chunk": { payload_class: "audio_raw", payload: payloadOf<Int16Array>() } },
  cancel: { mode: "cooperative", within_ms: 30 },
} as const;

/** Length of a chunk in ms; it is also the pace at which chunks are given. */
export const CHUNK_MS = 10;

/** Samples of one character. */
export const soundOf = (character: string): Int16Array =>
  new Int16Array(8).fill(100 + (character.codePointAt(0) ?? 0));

/** Speaks a segment until the user speaks over it. */
export const mockTts = defineNode({
  ...mockTtsHead,
  create() {
    let interruptions = 0;
    let isExhausted = false;
    return {
      async *process(ctx, { type, payload }) {
        if (type !== "text.segment") return;
        const begun = interruptions;
        isExhausted = false;
        let pts_ms = Math.trunc(ctx.time.monotonic_ms());
        for (const character of payload) {
          await ctx.time.sleep(CHUNK_MS);
          if (interruptions !== begun || isExhausted) return;
          yield { type: "audio.chunk", payload: soundOf(character), envelope: { media_time: { pts_ms } } };
          pts_ms += CHUNK_MS;
        }
      },
      onBargeIn() {
        interruptions += 1;
      },
      onBudgetExhausted() {
        isExhausted = true;
        return "degrade";
      },
    };
  },
});
