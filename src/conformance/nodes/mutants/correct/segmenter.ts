/** A correct node: cuts a stream of text into sentences, for a speech synthesis that speaks them one by one. */
import { z } from "zod";

import { defineNode } from "../../../../authoring/node/define-node.ts";

const text = { payload_class: "text_raw", payload: z.string() } as const;

/** What the segmenter says of itself. */
export const segmenterHead = {
  node_id: "segmenter",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: { "text.delta": text, commit: { payload_class: "metadata", lane: "ControlLane" } },
  outputs: { "text.segment": text },
} as const;

/** Characters after which a sentence without an end is cut. */
export const LONGEST_SEGMENT = 80;

/** Whole sentences at the beginning of a text, and what is left. */
export function splitSentences(pending: string): { readonly whole: string[]; readonly rest: string } {
  const parts = pending.match(
    new RegExp(`[^.!?]{0,${LONGEST_SEGMENT}}[.!?]+|[^.!?]{${LONGEST_SEGMENT}}`, "g"),
  );
  const whole = parts ?? [];
  return { whole, rest: pending.slice(whole.join("").length) };
}

/** Holds back what is no whole sentence yet, until the turn is committed. */
export const segmenter = defineNode({
  ...segmenterHead,
  create() {
    let pending = "";
    return {
      *process(_ctx, event) {
        if (event.type === "text.delta") {
          const { whole, rest } = splitSentences(pending + event.payload);
          pending = rest;
          for (const sentence of whole) yield { type: "text.segment", payload: sentence };
        }
        if (event.type === "commit" && pending !== "") {
          const last = pending;
          pending = "";
          yield { type: "text.segment", payload: last };
        }
      },
      onCancel() {
        pending = "";
      },
      onBargeIn() {
        pending = "";
      },
    };
  },
});
