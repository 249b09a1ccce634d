/** A correct node: proposes the end of a turn when speech has stopped for a while, sooner if the sentence is whole. */
import { z } from "zod";

import { defineNode } from "../../../../authoring/node/define-node.ts";
import type { NodeContext } from "../../../../authoring/node/node-context.ts";
import type { NodeEvent } from "../../../../authoring/node/node-event.ts";

/** What the detector says of itself. */
export const turnDetectorHead = {
  node_id: "turn-detector",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: {
    "speech.state": { payload_class: "metadata", payload: z.object({ is_speaking: z.boolean() }) },
    "text.final": { payload_class: "text_raw", payload: z.string() },
  },
  outputs: {
    "turn.end_proposed": { payload_class: "metadata", payload: z.object({ waited_ms: z.number() }) },
  },
  merge: "order_free",
} as const;

/** Silence after which a turn may be over, in ms: with a whole sentence, and without one. */
export const SILENCE_MS = { whole: 200, open: 600 } as const;

/** Whether a text ends as sentences do. */
export const isWhole = (text: string): boolean => /[.!?]\s*$/.test(text);

/** Waits with one timer; every input sets it anew from the end of speech. */
export const turnDetector = defineNode({
  ...turnDetectorHead,
  create() {
    let silence: { readonly since: number; readonly event: NodeEvent } | undefined;
    let hasSentence = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const arm = (ctx: NodeContext) => {
      clearTimeout(timer);
      if (silence === undefined) return;
      const { since, event } = silence;
      const waited_ms = hasSentence ? SILENCE_MS.whole : SILENCE_MS.open;
      const propose = () => {
        silence = undefined;
        if (!ctx.cancel.is_cancelled)
          void ctx.emit({ type: "turn.end_proposed", payload: { waited_ms }, cause: event });
      };
      timer = setTimeout(propose, Math.max(1, since + waited_ms - ctx.time.monotonic_ms()));
    };
    const forget = () => {
      clearTimeout(timer);
      silence = undefined;
    };
    return {
      process(ctx, event) {
        if (event.type === "text.final") hasSentence = isWhole(event.payload);
        if (event.type === "speech.state") {
          if (event.payload.is_speaking) silence = undefined;
          else silence ??= { since: ctx.time.monotonic_ms(), event };
        }
        arm(ctx as unknown as NodeContext);
      },
      onCancel: forget,
      onBargeIn: forget,
      stop: forget,
    };
  },
});
