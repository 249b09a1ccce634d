/** Tells when somebody begins and ends to speak, by loudness alone. */
import { defineNode, payloadOf, RefusedInput } from "@rspp/contracts/v1/authoring";
import { z } from "zod";

const FRAME_MS = 20;
const SAMPLES = 320; // of 16 kHz
const SAMPLES_PER_MS = 16;
const QUIETEST_DB = -90;

const config = z.object({
  /** How far above the noise of the room speech has to be, in dB. */
  margin_db: z.number().min(3).max(60).default(15),
  /** Nothing below it is speech, in dB of full scale. */
  least_db: z.number().min(-90).max(0).default(-50),
  /** It has to be loud for so long, so that a knock on the table is no speech, in ms. */
  attack_ms: z.int().min(FRAME_MS).max(1000).default(60),
  /** It has to be quiet for so long, so that a pause within a word is no end, in ms. */
  hangover_ms: z.int().min(FRAME_MS).max(5000).default(240),
});

/**
 * The classes are a decision. The input is a voice, `audio_raw`. What leaves is two times: nobody can hear or learn
 * from them what was said, and dashboards and other nodes need them without access to audio. So the ports lower the
 * class to `metadata`, and say with `declassifies` that this is on purpose.
 *
 * Both times are media time in ms: where in the audio, not when it was noticed.
 *
 * @param {import("zod").ZodType} payload
 */
const derived = (payload) => ({ payload_class: "metadata", declassifies: true, payload });

/**
 * The detector listens for the whole session: people do not wait for a turn to be opened before they speak. It reads
 * no clock. Time is what the frames say of themselves, so a recording can be played to it at any speed, and a network
 * that delivers in bursts does not make pauses out of delays.
 */
export const energyVad = defineNode({
  node_id: "energy-vad",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "audio.frame": { payload_class: "audio_raw", payload: payloadOf() } },
  outputs: {
    "speech.started": derived(z.object({ at_ms: z.number() })),
    "speech.stopped": derived(z.object({ at_ms: z.number(), spoke_ms: z.number() })),
  },
  // What was promised has to survive a move: whoever heard of a start waits for the stop. The rest can be learned
  // again within a second, and may be lost.
  state: ["session_durable", "session_hot"],
  resources: { timeout_ms: 20 },
  config,
  create: ({ config: { margin_db, least_db, attack_ms, hangover_ms } }) => {
    /** Since when speech was announced and not ended, in ms. */
    let speech_ms;
    /** What was heard; `undefined` where nothing was yet. All times are media time in ms. */
    let heard = {
      /** End of the last frame. */
      end_ms: undefined,
      /** Begin of the loud frames that were the last ones. */
      loud_ms: undefined,
      /** End of the last loud frame. */
      voice_end_ms: undefined,
      noise_db: undefined,
    };

    /** Whether the frame is loud; learns the noise of the room on the way. */
    function isLoud(samples) {
      const db = loudness(samples);
      const { noise_db = db } = heard;
      // Down at once, up by 4 dB a second: noise is what is there when nobody speaks, and speech has pauses.
      heard.noise_db = db < noise_db ? db : Math.min(db, noise_db + 0.08);
      return db >= Math.max(least_db, noise_db + margin_db);
    }

    /** What the frame from `from_ms` on changes: at most one output. */
    function listen(from_ms, samples) {
      const gap_ms = from_ms - (heard.end_ms ?? from_ms);
      heard.end_ms = from_ms + FRAME_MS;
      // Lost frames are silence: what was loud before them does not count towards a start after them.
      if (gap_ms > 0) heard.loud_ms = undefined;
      const loud = isLoud(samples);
      if (loud) {
        heard.loud_ms ??= from_ms;
        // After a long gap the old speech has ended; this frame is the first one of what may be new speech.
        if (speech_ms === undefined || gap_ms < hangover_ms) heard.voice_end_ms = heard.end_ms;
      } else heard.loud_ms = undefined;

      if (speech_ms === undefined) {
        if (heard.loud_ms === undefined || heard.end_ms - heard.loud_ms < attack_ms) return undefined;
        speech_ms = heard.loud_ms;
        return { type: "speech.started", payload: { at_ms: speech_ms } };
      }
      // After a move that lost it, the pause begins where hearing begins.
      heard.voice_end_ms ??= from_ms;
      if (heard.end_ms - heard.voice_end_ms < hangover_ms) return undefined;
      const at_ms = heard.voice_end_ms;
      const spoke_ms = Math.max(0, at_ms - speech_ms);
      speech_ms = undefined;
      return { type: "speech.stopped", payload: { at_ms, spoke_ms } };
    }

    return {
      init({ state }) {
        speech_ms = state.session_durable.get("speech_ms");
        heard = { ...heard, ...state.session_hot.get("heard") };
      },
      *process({ state, telemetry }, { type, payload, envelope }) {
        if (type !== "audio.frame") throw new RefusedInput("Cannot hear the event: expected audio.frame");
        if (!(payload instanceof Int16Array) || payload.length !== SAMPLES)
          throw new RefusedInput(`Cannot hear the frame: expected an Int16Array of ${SAMPLES} samples`);
        const from_ms = mediaTimeOf(envelope);
        if (from_ms === undefined)
          throw new RefusedInput("Cannot place the frame in time: expected media_time in its envelope");
        if (heard.end_ms !== undefined && from_ms < heard.end_ms) {
          // A repeated frame, or one that others have overtaken: time does not go back.
          telemetry.record("vad.frame_ignored", { behind_ms: heard.end_ms - from_ms });
          return;
        }
        const change = listen(from_ms, payload);
        state.session_hot.set("heard", heard);
        if (change === undefined) return;
        // Before the output: should the consumer keep us waiting until the budget is used up, the state is right.
        state.session_durable.set("speech_ms", speech_ms);
        yield change;
      },
    };
  },
});

/** Where the frame begins, in ms. */
function mediaTimeOf({ media_time }) {
  return media_time?.pts_ms ?? (media_time && Math.floor(media_time.sample_index / SAMPLES_PER_MS));
}

/** Mean power in dB of full scale. */
function loudness(samples) {
  let power = 0;
  for (const sample of samples) power += sample * sample;
  const mean = power / samples.length / 32_768 ** 2;
  return mean === 0 ? QUIETEST_DB : Math.max(QUIETEST_DB, 10 * Math.log10(mean));
}
