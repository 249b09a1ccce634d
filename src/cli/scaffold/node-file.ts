/** The node of a new project: a small voice activity detector. */
import type { NewProject } from "./new-project.ts";

/** The text of the node's file. */
export function nodeFile({ name, language }: NewProject): string {
  const typed = (text: string) => (language === "ts" ? text : "");
  const payload = (type: string) => typed(`, payload: payloadOf<${type}>()`);
  return `/**
 * ${name.node_id}: hears when somebody begins to speak, and when they stop.
 *
 * It measures how loud each frame is. To make it yours, change the three numbers below first, then what stands in
 * \`process\`: for a model, replace \`loudness\` and keep the rest.
 */
import { defineNode, ${typed("payloadOf, ")}RefusedInput } from "@rspp/contracts/v1/authoring";

const SAMPLE_RATE_HZ = 16_000;

/** From this loudness on (root mean square, 0 to 1) a frame is speech. Raise it for noisy rooms. */
const SPEECH_LEVEL = 0.02;

/** How long it has to be loud until somebody speaks: a click is no speech. In ms. */
const MIN_SPEECH_MS = 60;

/** How long it has to be quiet until they have stopped. Shorter answers sooner, and cuts into pauses. In ms. */
const MIN_SILENCE_MS = 500;

export const ${name.identifier} = defineNode({
  node_id: "${name.node_id}",
  version: "0.1.0",

  // One instance listens for the whole session. A node that lives for one turn says "turn" and begins anew each time.
  execution_scope: "session",

  // What it takes and gives, by event type. The payload class says how private the payload is.
  inputs: {
    "audio.frame": { payload_class: "audio_raw"${payload("Int16Array")} },
  },
  // Times may be logged: nothing of the sound is in them.
  outputs: {
    "speech.started": { payload_class: "metadata"${payload("{ loud_ms: number }")} },
    "speech.ended": { payload_class: "metadata"${payload("{ quiet_ms: number }")} },
  },

  // Called for each instance. What it keeps in variables belongs to that instance: nothing leaks between sessions.
  create() {
    let isSpeaking = false;
    /** How long the sound has said the opposite of isSpeaking, in ms. */
    let change_ms = 0;

    return {
      /** Takes one event and yields zero or more. Calls never overlap. */
      *process(_ctx, { type, payload }) {
        // A node meets events that it did not ask for. A refusal is an answer; any other error would be a failure.
        if (type !== "audio.frame" || !(payload instanceof Int16Array))
          throw new RefusedInput("Expected audio.frame with 16-bit samples");

        const isLoud = loudness(payload) >= SPEECH_LEVEL;
        if (isLoud === isSpeaking) {
          change_ms = 0;
          return;
        }
        change_ms += (payload.length / SAMPLE_RATE_HZ) * 1000;
        if (change_ms < (isSpeaking ? MIN_SILENCE_MS : MIN_SPEECH_MS)) return;

        // First the state, then the output: whoever reads a generator may stop at any yield.
        const took_ms = change_ms;
        isSpeaking = isLoud;
        change_ms = 0;
        if (isLoud) yield { type: "speech.started", payload: { loud_ms: took_ms } };
        else yield { type: "speech.ended", payload: { quiet_ms: took_ms } };
      },
    };
  },
});

/** Root mean square of the samples, 0 to 1. */
function loudness(samples${typed(": Int16Array")})${typed(": number")} {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (const sample of samples) sum += (sample / 32_768) ** 2;
  return Math.sqrt(sum / samples.length);
}
`;
}
