/** A correct node: a sign of life on TelemetryLane at a fixed pace, for as long as the node runs. */
import { defineNode } from "../../../../authoring/node/define-node.ts";
import type { NodeContext } from "../../../../authoring/node/node-context.ts";
import { payloadOf } from "../../../../authoring/node/node-port.ts";

/** What the heartbeat says of itself. */
export const heartbeatHead = {
  node_id: "heartbeat",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "text.final": { payload_class: "text_raw", payload: payloadOf<string>() } },
  outputs: {
    "health.alive": {
      payload_class: "metadata",
      lane: "TelemetryLane",
      payload: payloadOf<{ readonly heard: number }>(),
    },
  },
} as const;

/** Time between two signs of life, in ms. */
export const HEARTBEAT_MS = 200;

/** Counts the texts that it hears, and tells how many there were. */
export const heartbeat = defineNode({
  ...heartbeatHead,
  create() {
    let timer: ReturnType<typeof setInterval> | undefined;
    let heard = 0;
    const beat = (ctx: NodeContext) => void ctx.emit({ type: "health.alive", payload: { heard } });
    return {
      start(ctx) {
        timer = setInterval(() => beat(ctx as unknown as NodeContext), HEARTBEAT_MS);
      },
      process(_ctx, { type }) {
        if (type === "text.final") heard += 1;
      },
      stop() {
        clearInterval(timer);
      },
    };
  },
});
