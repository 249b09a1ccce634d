/** A correct node: translates the final text of a turn, once; without time for it, the text goes on as it is. */
import { z } from "zod";

import { defineNode } from "../../../../authoring/node/define-node.ts";
import type { NodeEvent } from "../../../../authoring/node/node-event.ts";

const text = { payload_class: "text_raw", payload: z.string() } as const;

/** What the translator says of itself. */
export const translatorHead = {
  node_id: "translator",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: { "text.final": text },
  outputs: { "text.translated": text },
  streaming: "final",
  state: ["turn_ephemeral"],
  cancel: { mode: "cooperative", within_ms: 40 },
  resources: { timeout_ms: 300 },
} as const;

/** How long a translation takes, in ms. */
export const TRANSLATION_MS = 30;

/** A translation into a language that nobody speaks. */
export const translate = (source: string): string => [...source].reverse().join("");

/** The fallback is the text itself; turn state remembers that there was a result, also when the session moves. */
export const translator = defineNode({
  ...translatorHead,
  create() {
    let pending: NodeEvent<string, string> | undefined;
    return {
      async *process(ctx, event) {
        if (event.type !== "text.final" || ctx.state.turn.get("is_done") === true) return;
        pending = event;
        await ctx.time.sleep(TRANSLATION_MS);
        if (ctx.state.turn.get("is_done") === true) return;
        ctx.state.turn.set("is_done", true);
        pending = undefined;
        yield { type: "text.translated", payload: translate(event.payload) };
      },
      *onBudgetExhausted(ctx) {
        if (pending !== undefined && ctx.state.turn.get("is_done") !== true) {
          ctx.state.turn.set("is_done", true);
          yield { type: "text.translated", payload: pending.payload };
        }
        return "fallback";
      },
    };
  },
});
