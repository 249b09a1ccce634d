/** A correct node: gives texts at an even pace, and hears by a port of its own that the user speaks. */
import { z } from "zod";

import { defineNode } from "../../../../authoring/node/define-node.ts";
import type { NodeContext } from "../../../../authoring/node/node-context.ts";
import type { NodeEvent } from "../../../../authoring/node/node-event.ts";
import { RefusedInput } from "../../../../authoring/node/refused-input.ts";

const text = { payload_class: "text_raw", payload: z.string() } as const;

/** Time between two texts, in ms. */
export const PACE_MS = 80;

const MOST_TEXTS = 16;

interface HeldText {
  readonly ctx: NodeContext;
  readonly event: NodeEvent;
}

/** Holds texts until it is their time; the signal barge_in empties the queue. */
export const announcer = defineNode({
  node_id: "announcer",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "text.final": text, barge_in: { payload_class: "metadata", lane: "ControlLane" } },
  outputs: { "text.announced": text },
  max_buffered: MOST_TEXTS,
  create() {
    const held: HeldText[] = [];
    let timer: ReturnType<typeof setInterval> | undefined;
    let isGiving = false;
    const forget = () => {
      held.length = 0;
    };
    const tick = async () => {
      const next = isGiving ? undefined : held.shift();
      if (next === undefined || next.ctx.cancel.is_cancelled) return;
      isGiving = true;
      await next.ctx.emit({ type: "text.announced", payload: next.event.payload, cause: next.event });
      isGiving = false;
    };
    return {
      start() {
        timer = setInterval(() => void tick(), PACE_MS);
      },
      process(ctx, event) {
        if (event.type === "barge_in") forget();
        if (event.type !== "text.final") return;
        if (held.length >= MOST_TEXTS)
          throw new RefusedInput(`Cannot hold a text: expected at most ${MOST_TEXTS} but received one more`);
        held.push({ ctx: ctx as unknown as NodeContext, event });
      },
      onCancel: forget,
      stop() {
        clearInterval(timer);
        forget();
      },
    };
  },
});
