/** A correct node: a language model without a model. It repeats what it hears, word by word, at a steady pace. */
import { z } from "zod";

import { defineNode } from "../../../../authoring/node/define-node.ts";

/** What the model says of itself. */
export const mockLlmHead = {
  node_id: "mock-llm",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: { "text.final": { payload_class: "text_raw", payload: z.string() } },
  outputs: { "text.delta": { payload_class: "text_raw", payload: z.string() } },
  cancel: { mode: "cooperative", within_ms: 40 },
  resources: { timeout_ms: 500 },
  max_buffered: 4,
} as const;

/** Time between two words, in ms. */
export const WORD_MS = 20;

/** Words of a prompt. */
export const wordsOf = (prompt: string): readonly string[] =>
  prompt.split(/\s+/).filter((word) => word !== "");

/** Ends early, with what it has, when its budget is used up. */
export const mockLlm = defineNode({
  ...mockLlmHead,
  create() {
    let isExhausted = false;
    return {
      async *process(ctx, { type, payload }) {
        if (type !== "text.final") return;
        isExhausted = false;
        for (const word of wordsOf(payload)) {
          await ctx.time.sleep(WORD_MS);
          if (isExhausted) return;
          yield { type: "text.delta", payload: word };
        }
      },
      onBudgetExhausted() {
        isExhausted = true;
        return "degrade";
      },
    };
  },
});
