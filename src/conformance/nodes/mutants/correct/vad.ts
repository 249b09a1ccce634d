/** A correct node: voice activity by energy. Loud frames begin speech, a few quiet ones end it. */
import { z } from "zod";

import { defineNode } from "../../../../authoring/node/define-node.ts";
import { payloadOf } from "../../../../authoring/node/node-port.ts";
import { RefusedInput } from "../../../../authoring/node/refused-input.ts";

/** What the detector says of itself. */
export const vadHead = {
  node_id: "vad",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "audio.frame": { payload_class: "audio_raw", payload: payloadOf<Int16Array>() } },
  outputs: {
    "speech.state": { payload_class: "metadata", payload: z.object({ is_speaking: z.boolean() }) },
  },
} as const;

/** Mean absolute sample from which a frame is loud. */
export const LOUD = 500;

/** Quiet frames after which speech is over. */
export const HANGOVER_FRAMES = 3;

/** Mean absolute sample; 0 of an empty frame. Refuses what is no frame. */
export function energyOf(frame: unknown): number {
  if (!(frame instanceof Int16Array)) throw new RefusedInput("Cannot read a frame: expected samples");
  let sum = 0;
  for (const sample of frame) sum += Math.abs(sample);
  return frame.length === 0 ? 0 : sum / frame.length;
}

/** Keeps what it knows of one turn only. */
export const vad = defineNode({
  ...vadHead,
  create() {
    let turn_id: string | undefined;
    let isSpeaking = false;
    let quiet = 0;
    return {
      *process(_ctx, { type, payload, envelope }) {
        if (type !== "audio.frame") return;
        if (envelope.turn_id !== turn_id) {
          turn_id = envelope.turn_id;
          isSpeaking = false;
        }
        const isLoud = energyOf(payload) >= LOUD;
        quiet = isLoud ? 0 : quiet + 1;
        if (isLoud === isSpeaking || (isSpeaking && quiet < HANGOVER_FRAMES)) return;
        isSpeaking = isLoud;
        yield { type: "speech.state", payload: { is_speaking: isSpeaking } };
      },
      onCancel() {
        isSpeaking = false;
      },
    };
  },
});
