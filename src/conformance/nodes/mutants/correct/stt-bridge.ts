/** A correct node: speech recognition without a model. Each loud frame is a word; the commit ends the sentence. */
import { z } from "zod";

import { defineNode } from "../../../../authoring/node/define-node.ts";
import { payloadOf } from "../../../../authoring/node/node-port.ts";
import { energyOf, LOUD } from "./vad.ts";

const HypothesisSchema = z.object({ text: z.string(), confidence: z.number().min(0).max(1) });

/** What the recognition says of itself. */
export const sttBridgeHead = {
  node_id: "stt-bridge",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: {
    "audio.frame": { payload_class: "audio_raw", payload: payloadOf<Int16Array>() },
    commit: { payload_class: "metadata", lane: "ControlLane" },
  },
  outputs: {
    "text.partial": { payload_class: "text_raw", payload: HypothesisSchema },
    "text.final": { payload_class: "text_raw", payload: HypothesisSchema },
  },
} as const;

/** Words that are kept of one turn at most. */
export const MOST_WORDS = 200;

/** What was heard so far. */
export interface Hearing {
  readonly words: string[];
  frames: number;
}

/** The hypothesis; its confidence is the share of frames that were loud. */
export const hypothesisOf = ({ words, frames }: Hearing) => ({
  text: words.join(" "),
  confidence: frames === 0 ? 0 : Math.min(1, words.length / frames),
});

/** Gives a partial hypothesis with every word. */
export const sttBridge = defineNode({
  ...sttBridgeHead,
  create() {
    const hearing: Hearing = { words: [], frames: 0 };
    return {
      *process(_ctx, event) {
        if (event.type === "audio.frame") {
          const energy = energyOf(event.payload);
          hearing.frames += 1;
          if (energy < LOUD || hearing.words.length >= MOST_WORDS) return;
          hearing.words.push(`w${Math.round(energy) % 10}`);
          yield { type: "text.partial", payload: hypothesisOf(hearing) };
        }
        if (event.type === "commit") yield { type: "text.final", payload: hypothesisOf(hearing) };
      },
      onCancel() {
        hearing.words.length = 0;
        hearing.frames = 0;
      },
    };
  },
});
