/** Cuts text that grows into pieces that can be spoken, so that speech begins before the text is complete. */
import { defineNode, RefusedInput } from "@rspp/contracts/v1/authoring";
import { z } from "zod";

/** The handoff policy: when a piece is handed on to be spoken. */
const config = z.object({
  /** A piece that ends at punctuation has at least so many characters: "Well," alone sounds chopped. */
  min_chars: z.int().min(1).max(500).default(12),
  /** Text waits for punctuation at most so long, in ms; then whole words go without. */
  max_wait_ms: z.int().min(1).max(10_000).default(400),
  /** Characters that end a clause, where white space follows them. */
  clause_ends: z.string().min(1).default(",;:.!?…"),
});

/** Pieces that may wait to be taken before the node takes no more text. */
const MOST_HELD = 16;

/** The text of the turn so far, from its beginning. */
const so_far = /** @type {const} */ ({ payload_class: "text_raw", payload: z.string().max(20_000) });

/**
 * A partial text is the whole text so far, not what was added to it. That makes the node easy to get right: a partial
 * text that is lost, repeated or overtaken does no harm, as the next one says everything again. All that the node has
 * to remember is how much of it was handed on.
 */
export const punctuationSegmenter = defineNode({
  node_id: "punctuation-segmenter",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: { "text.partial": so_far, "text.final": so_far },
  outputs: {
    "text.segment": {
      payload_class: "text_raw",
      payload: z.object({ text: z.string().min(1), index: z.int().min(0) }),
    },
  },
  // What was handed on goes with the turn when the session moves; said twice is worse than said late.
  state: ["turn_ephemeral"],
  config,
  create: ({ config: policy }) => {
    let text = "";
    /** How much of the text was handed on, in characters, and in how many pieces. */
    let done = { chars: 0, pieces: 0 };
    let timer;
    /** Pieces that were given and not taken yet; and what settles when the last of them is taken. */
    let held = 0;
    let last_taken = Promise.resolve();

    const rest = () => text.slice(done.chars);

    /** Hands on the next `length` characters; mere white space is passed over. */
    function handOn(ctx, length) {
      const piece = rest().slice(0, length).trim();
      const index = done.pieces;
      done = { chars: done.chars + length, pieces: piece === "" ? index : index + 1 };
      ctx.state.turn.set("done", done);
      if (piece === "") return;
      held += 1;
      // Nobody waits here: where the text is cut must not depend on how fast the pieces are taken.
      last_taken = ctx.emit({ type: "text.segment", payload: { text: piece, index } }).then(() => {
        held -= 1;
      });
    }

    function stopTimer() {
      clearTimeout(timer);
      timer = undefined;
    }

    /** Sees to it that what waits does not wait too long. The clock runs from the first character, not the last. */
    function watch(ctx) {
      if (rest().trim() === "") stopTimer();
      else if (timer === undefined) timer = setTimeout(() => flush(ctx), policy.max_wait_ms);
    }

    /** The wait is over: whole words go, the word that may still grow stays. */
    function flush(ctx) {
      timer = undefined;
      const words = rest().search(/\s\S*$/) + 1;
      // A word on its own is watched again as soon as it grows, and so is what nobody has room for.
      if (words === 0 || held >= MOST_HELD) return;
      handOn(ctx, words);
      watch(ctx);
    }

    /** Not wanted any more: what was not handed on never will be. */
    function forget(ctx) {
      stopTimer();
      done = { ...done, chars: text.length };
      ctx.state.turn.set("done", done);
    }

    return {
      init({ state }) {
        done = state.turn.get("done") ?? done;
      },
      async process(ctx, event) {
        if (event.type !== "text.partial" && event.type !== "text.final")
          throw new RefusedInput("Cannot cut the event: expected text.partial or text.final");
        if (event.payload.length > text.length) text = event.payload;
        const isFinal = event.type === "text.final";
        for (;;) {
          const cut = cutOf(rest(), policy) || (isFinal ? rest().length : 0);
          if (cut === 0) break;
          // The timer belongs to the text that goes now; what is left starts a wait of its own.
          stopTimer();
          handOn(ctx, cut);
          // Too many are held: to end later is how a node asks for less. The rest is looked at anew after the wait,
          // as a barge-in may have emptied it.
          while (held >= MOST_HELD) await last_taken;
        }
        watch(ctx);
      },
      onCancel: forget,
      onBargeIn: forget,
      // Cutting takes no time. The budget of the turn is the affair of those who wait for networks.
      onBudgetExhausted(ctx, outcome) {
        if (outcome === "terminate") forget(ctx);
      },
      stop() {
        // What was not handed on is left to the instance that goes on, if there is one.
        text = "";
        stopTimer();
      },
    };
  },
});

/** Length of the first piece that is ready, white space behind it included; 0 where none is. */
export function cutOf(text, { min_chars, clause_ends }) {
  for (let at = 0; at + 1 < text.length; at += 1) {
    // The white space tells the end of a clause from the point in 3.14 and the colon in 10:30.
    if (!clause_ends.includes(text[at]) || !/\s/.test(text[at + 1])) continue;
    if (text.slice(0, at + 1).trim().length >= min_chars) return at + 2;
  }
  return 0;
}
