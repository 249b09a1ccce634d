/** A correct node: says what a text is about, in a word of its own and not in those of the user. */
import { z } from "zod";

import { defineNode } from "../../../../authoring/node/define-node.ts";

/** What the classifier says of itself. */
export const intentHead = {
  node_id: "intent",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "text.final": { payload_class: "text_raw", payload: z.string() } },
  outputs: {
    "intent.found": {
      payload_class: "metadata",
      payload: z.object({ intent: z.enum(["question", "order", "other"]), words: z.number() }).loose(),
    },
  },
} as const;

/** The intent of a text. */
export const intentOf = (text: string) => ({
  intent: text.includes("?")
    ? ("question" as const)
    : text.includes("!")
      ? ("order" as const)
      : ("other" as const),
  words: text.split(/\s+/).filter((word) => word !== "").length,
});

/** One result for each text. */
export const intent = defineNode({
  ...intentHead,
  create: () => ({
    *process(_ctx, { type, payload }) {
      if (type !== "text.final") return;
      yield { type: "intent.found", payload: intentOf(payload) };
    },
  }),
});
