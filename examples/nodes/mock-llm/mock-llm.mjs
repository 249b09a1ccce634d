/** A language model as tests need one: it streams, takes its time, can be interrupted, and always says the same. */
import { defineNode, RefusedInput } from "@rspp/contracts/v1/authoring";
import { z } from "zod";

const SENTENCES = [
  "Well, that depends on what you had in mind.",
  "The next train leaves at 10:30, from platform two.",
  "Yes, of course.",
  "I have looked it up, and the answer is 3.14, more or less.",
  "Shall I book it for you?",
  "Let me say it in other words: it cannot be done today.",
  "Thank you for waiting!",
];

const config = z.object({
  /** Sentences of an answer. */
  sentences: z.int().min(1).max(50).default(3),
  /** The usual time between two tokens, in ms; what is drawn varies around it. */
  token_ms: z.int().min(1).max(1000).default(40),
  /** What is said in place of an answer when there is no time for one. */
  fallback: z.string().min(1).default("Sorry, one moment please."),
});

/** What has to be left of the budget to come to an end, in ms. */
const LEAST_MS = 20;

const text = /** @type {const} */ ({ payload_class: "text_raw", payload: z.string() });

/**
 * Answers each text of the user: `text.partial` is the answer so far, once a token, `text.final` the whole of it.
 *
 * Words and delays are drawn from streams of random numbers that are named after the answer. An interruption ends the
 * drawing at another place each time; with streams of its own, the next answer is the same nevertheless.
 */
export const mockLlm = defineNode({
  node_id: "mock-llm",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: { "user.text": text },
  outputs: { "text.partial": text, "text.final": text },
  resources: { timeout_ms: 4000 },
  config,
  create: ({ config: { sentences, token_ms, fallback } }) => {
    let prompts = 0;
    /** How the answer that is being given has to end: undefined as long as nobody has said so. */
    let ending;
    /** Wakes the answer out of its wait for the next token. */
    let wake = () => {};

    function endWith(how) {
      // "drop" is for good; of the others the first one counts.
      if (ending === undefined || how === "drop") ending = how;
      wake();
    }

    const drop = () => endWith("drop");

    /**
     * Waits for the next token. `ctx.time.sleep` would do, but it cannot be cut short when the budget is used up or
     * the node is stopped, and a timer that is left behind is a breach.
     */
    const tokenTime = (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });

    return {
      async *process(ctx, event) {
        if (event.type !== "user.text") throw new RefusedInput("Cannot answer the event: expected user.text");
        prompts += 1;
        ending = undefined;
        // The turn may be cancelled or just end; the token tells of both, and at once.
        ctx.cancel.signal.addEventListener("abort", drop, { once: true });
        const words = ctx.determinism.random(`words of answer ${prompts}`);
        const delays = ctx.determinism.random(`delays of answer ${prompts}`);
        const answer = Array.from({ length: sentences }, () => words.pick(SENTENCES)).join(" ");
        const shape = { median: token_ms, spread: 0.4, min: 1, max: 4 * token_ms };

        let said = "";
        for (const token of answer.match(/\S+\s*/g) ?? []) {
          const ms = delays.latency(shape);
          // No token is begun that the budget would cut off; a budget that was renewed counts anew.
          if (ctx.budget.remaining_ms - ms < LEAST_MS) endWith("degrade");
          // Much may have happened while the last token waited to be taken.
          if (ending === undefined) await tokenTime(ms);
          if (ending !== undefined) break;
          said += token;
          yield { type: "text.partial", payload: said.trimEnd() };
        }
        // Telemetry says how it went, never what was said.
        ctx.telemetry.record("llm.answer", { chars: said.length, ending: ending ?? "complete" });
        if (ending === "drop") return;
        // To degrade is to stop here: what was said stands. To fall back is to say something that is known to be good.
        const final = ending === "fallback" ? `${said.trimEnd()} ${fallback}`.trim() : said.trimEnd();
        if (final !== "") yield { type: "text.final", payload: final };
      },
      onBargeIn: drop,
      onBudgetExhausted(_ctx, outcome) {
        if (outcome === "degrade" || outcome === "fallback") endWith(outcome);
        if (outcome === "terminate") drop();
        return outcome;
      },
      stop: drop,
    };
  },
});
