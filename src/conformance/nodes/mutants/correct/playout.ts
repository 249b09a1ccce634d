/** A correct node: a jitter buffer. Chunks come in bursts and go out at an even pace. */
import { defineNode } from "../../../../authoring/node/define-node.ts";
import type { NodeContext } from "../../../../authoring/node/node-context.ts";
import type { NodeEvent } from "../../../../authoring/node/node-event.ts";
import { payloadOf } from "../../../../authoring/node/node-port.ts";
import { RefusedInput } from "../../../../authoring/node/refused-input.ts";

const audio = { payload_class: "audio_raw", payload: payloadOf<Int16Array>() } as const;

/** What the buffer says of itself. */
export const playoutHead = {
  node_id: "playout",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "audio.chunk": audio },
  outputs: { "audio.frame": audio },
  max_buffered: 16,
} as const;

/** Time between two frames, in ms. */
export const FRAME_MS = 20;

/** Chunks that are held back at most. */
export const MOST_CHUNKS = 16;

/** A chunk that waits for its time. */
export interface HeldChunk {
  readonly ctx: NodeContext;
  readonly event: NodeEvent;
}

/** Gives the frame of a chunk, unless its turn is over. */
export async function giveFrame({ ctx, event }: HeldChunk): Promise<void> {
  if (ctx.cancel.is_cancelled) return;
  await ctx.emit({ type: "audio.frame", payload: event.payload, cause: event });
}

/** One frame is on its way at a time, so that a slow consumer slows the buffer down. */
export const playout = defineNode({
  ...playoutHead,
  create() {
    const held: HeldChunk[] = [];
    let timer: ReturnType<typeof setInterval> | undefined;
    let isGiving = false;
    const tick = async () => {
      if (isGiving) return;
      isGiving = true;
      for (let next = held.shift(); next !== undefined; next = held.shift()) {
        if (next.ctx.cancel.is_cancelled) continue;
        await giveFrame(next);
        break;
      }
      isGiving = false;
    };
    return {
      start() {
        timer = setInterval(() => void tick(), FRAME_MS);
      },
      process(ctx, event) {
        if (event.type !== "audio.chunk" || !(event.payload instanceof Int16Array)) return;
        if (held.length >= MOST_CHUNKS)
          throw new RefusedInput(
            `Cannot hold a chunk: expected at most ${MOST_CHUNKS} but received one more`,
          );
        held.push({ ctx: ctx as unknown as NodeContext, event });
      },
      onCancel() {
        held.length = 0;
      },
      onBargeIn() {
        held.length = 0;
      },
      stop() {
        clearInterval(timer);
        held.length = 0;
      },
    };
  },
});
