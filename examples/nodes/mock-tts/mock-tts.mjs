/** A voice as tests need one: it hums, one vowel a letter, ahead of time and into a buffer that has an end. */
import { defineNode, RefusedInput } from "@rspp/contracts/v1/authoring";
import { z } from "zod";

const RATE = 16_000;
const FRAME_MS = 20;
const SAMPLES = (RATE * FRAME_MS) / 1000;

/** What has to be left of the budget to come to an end, in ms. */
const LEAST_MS = 20;

const config = z.object({
  /** How long a letter sounds, in ms. */
  letter_ms: z.int().min(1).max(1000).default(60),
  /** Until the first frame of a segment is there, in ms; what is drawn varies around it. */
  latency_ms: z.int().min(1).max(2000).default(80),
  /** How long it takes to make a frame of 20 ms, in ms: below 20 it gets ahead of the listener. */
  frame_cost_ms: z.int().min(0).max(100).default(5),
  /** Frames that are made before they are wanted. */
  buffer_frames: z.int().min(1).max(500).default(25),
});

/**
 * Turns segments of text into frames of audio. Two tasks work hand in hand for each segment: the maker makes frames
 * and puts them into the buffer, the giver takes them out and gives them. When the consumer is slow the buffer fills
 * and the maker waits; when the user speaks the buffer is emptied and both stop.
 *
 * Only the giver is `process`: it yields one frame at a time and so never gets ahead of the consumer. That the next
 * segment waits until this one was taken is wanted, as audio has an order.
 */
export const mockTts = defineNode({
  node_id: "mock-tts",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: {
    "text.segment": {
      payload_class: "text_raw",
      payload: z.object({ text: z.string().min(1).max(1000), index: z.int().min(0) }),
    },
  },
  outputs: { "audio.frame": { payload_class: "audio_raw", payload: z.instanceof(Int16Array) } },
  // Where in the audio of the turn the voice is, so that media time goes on after a move.
  state: ["turn_ephemeral"],
  resources: { timeout_ms: 5000 },
  config,
  create: ({ config: { letter_ms, latency_ms, frame_cost_ms, buffer_frames } }) => {
    /** The segment that is being spoken. */
    let speech;
    /** Segments that were begun. */
    let segments = 0;

    /** Makes frames until there are no more, or nobody wants them. */
    async function make(ctx, own) {
      const shape = { median: latency_ms, spread: 0.3, min: 1, max: 3 * latency_ms };
      await own.maker.pause(ctx.determinism.random(`latency of segment ${segments}`).latency(shape));
      for (let at = 0; at < own.frames && !own.isOver; at += 1) {
        while (own.buffer.length >= buffer_frames && !own.isOver) await own.room.wait();
        // No frame is begun that the budget would cut off.
        if (ctx.budget.remaining_ms - frame_cost_ms < LEAST_MS) end({ keep: true });
        if (!own.isOver) await own.maker.pause(frame_cost_ms);
        if (own.isOver) return;
        own.buffer.push(hum(own.text, { from: at * SAMPLES, letter_ms }));
        own.isMade = at + 1 === own.frames;
        own.giver.ring();
      }
    }

    /** Ends the segment; `keep` lets what is in the buffer still go out. */
    function end({ keep = false } = {}) {
      if (speech === undefined) return;
      speech.isOver = true;
      if (!keep) speech.buffer.length = 0;
      for (const bell of [speech.maker, speech.room, speech.giver]) bell.ring();
    }

    return {
      async *process(ctx, event) {
        if (event.type !== "text.segment")
          throw new RefusedInput("Cannot speak the event: expected text.segment");
        const { text } = event.payload;
        segments += 1;
        const own = {
          text,
          frames: Math.ceil((text.length * letter_ms) / FRAME_MS),
          buffer: [],
          // A frame is there; there is room for one; the wait for one that is being made is over.
          giver: createBell(),
          room: createBell(),
          maker: createBell(),
          isMade: false,
          isOver: false,
        };
        speech = own;
        const leave = () => end();
        // The turn may be cancelled or just end; the token tells of both, and at once.
        ctx.cancel.signal.addEventListener("abort", leave, { once: true });
        void make(ctx, own);
        let position = ctx.state.turn.get("position_ms") ?? 0;
        try {
          for (;;) {
            while (own.buffer.length === 0 && !own.isMade && !own.isOver) await own.giver.wait();
            const frame = own.buffer.shift();
            if (frame === undefined) return;
            own.room.ring();
            ctx.state.turn.set("position_ms", position + FRAME_MS);
            yield { type: "audio.frame", payload: frame, envelope: { media_time: { pts_ms: position } } };
            position += FRAME_MS;
          }
        } finally {
          // However it ends, also when the runtime takes no more: the maker must not be left waiting.
          own.isOver = true;
          own.room.ring();
          own.maker.ring();
          ctx.cancel.signal.removeEventListener("abort", leave);
        }
      },
      onBargeIn: () => end(),
      onBudgetExhausted(_ctx, outcome) {
        // Degrade: say what is made, leave the rest out. There is no other voice to fall back to: be silent.
        if (outcome === "degrade") end({ keep: true });
        if (outcome === "fallback" || outcome === "terminate") end();
        return outcome;
      },
      stop: () => end(),
    };
  },
});

/** A bell for one: whoever waits goes on when it rings. */
function createBell() {
  let ring = () => {};
  return {
    ring: () => ring(),
    wait: () =>
      new Promise((resolve) => {
        ring = resolve;
      }),
    /** Waits for a time at most. The timer is cleared by the bell: one that is left behind is a breach. */
    pause: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        ring = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}

/** A frame of the text as sound, from sample `from` on: each letter has a pitch of its own, white space is silence. */
export function hum(text, { from, letter_ms }) {
  const frame = new Int16Array(SAMPLES);
  for (let index = 0; index < SAMPLES; index += 1) {
    const at = from + index;
    const letter = text[Math.floor((at * 1000) / RATE / letter_ms)] ?? " ";
    if (letter.trim() === "") continue;
    const pitch = 110 + 5 * (letter.charCodeAt(0) % 32);
    // A triangle wave, counted in whole numbers: the same samples on every machine.
    const phase = (at * pitch) % RATE;
    frame[index] = phase < RATE / 2 ? 2 * phase - RATE / 2 : (3 * RATE) / 2 - 2 * phase;
  }
  return frame;
}
