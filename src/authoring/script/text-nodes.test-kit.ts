/** Small nodes for tests of scripts and assertions. */
import { defineNode } from "../node/define-node.ts";
import { payloadOf } from "../node/node-port.ts";

const text = { payload_class: "text_raw", payload: payloadOf<string>() } as const;
const audio = { payload_class: "audio_raw", payload: payloadOf<Int16Array>() } as const;

/** Gives each word of a text, 30 ms apart, and each audio frame back. */
export const speaker = defineNode({
  node_id: "speaker",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { say: text, frame: audio },
  outputs: { word: text, frame: audio },
  create: () => ({
    init() {},
    async *process(ctx, event) {
      if (event.type === "frame") {
        yield { type: "frame", payload: event.payload };
        return;
      }
      ctx.telemetry.record("said", { words: event.payload.split(" ").length });
      for (const word of event.payload.split(" ")) {
        await ctx.time.sleep(30);
        yield { type: "word", payload: word };
      }
    },
    stop() {},
  }),
});

/** A speaker that does not hear a cancel, and gives another word after each. */
export const deafSpeaker = defineNode({
  node_id: "speaker",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { say: text },
  outputs: { word: text },
  create: () => ({
    async *process(_ctx, event) {
      for (const word of event.payload.split(" ")) {
        await new Promise((resolve) => setTimeout(resolve, 40));
        yield { type: "word", payload: `${word}!` };
      }
    },
  }),
});
