/** Mutants whose bug is that the same input does not give the same output. */
import { intent, intentOf } from "./correct/intent.ts";
import { mockLlm, WORD_MS, wordsOf } from "./correct/mock-llm.ts";
import { redact, redactor } from "./correct/redactor.ts";
import { segmenter } from "./correct/segmenter.ts";
import { toolBridge } from "./correct/tool-bridge.ts";
import { translator } from "./correct/translator.ts";
import { turnDetector } from "./correct/turn-detector.ts";
import { type NodeMutant, withHooks, withOutputs } from "./node-mutant.ts";
import { feed, say, wait } from "./script-steps.ts";

/** Taken when the module was loaded, as many do: it is the real clock. */
const nanoseconds = process.hrtime.bigint.bind(process.hrtime);

let answered = 0;

/** One bug each. */
export const DETERMINISM_MUTANTS: readonly NodeMutant[] = [
  {
    name: "time that was really spent",
    rule: "NODE-DET-01",
    why: "The result says how long the machine took for it",
    correct: intent,
    node: withHooks(intent, () => ({
      *process(_ctx, { payload }) {
        const began = nanoseconds();
        const found = intentOf(payload as string);
        yield { type: "intent.found", payload: { ...found, took_ns: Number(nanoseconds() - began) } };
      },
    })),
  },
  {
    name: "a number over all runs",
    rule: "NODE-DET-01",
    why: "Results are numbered over all instances of the process",
    correct: intent,
    node: withOutputs(intent, (output) => {
      answered += 1;
      return { ...output, payload: { ...(output.payload as object), number: answered } };
    }),
  },
  {
    name: "as much as there is memory",
    rule: "NODE-DET-01",
    why: "How much of a text is kept depends on the memory that the process has used",
    correct: redactor,
    node: withHooks(redactor, () => ({
      *process(_ctx, { payload }) {
        const { heapUsed } = process.memoryUsage();
        yield { type: "text.redacted", payload: `${redact(payload as string)} (${heapUsed})` };
      },
    })),
  },
  {
    name: "the last one wins",
    rule: "NODE-DET-02",
    why: "Declared is that order does not matter, and the proposal is made from whatever came last",
    correct: turnDetector,
    node: withHooks(turnDetector, (hooks) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const forget = () => clearTimeout(timer);
      return {
        ...hooks,
        process(ctx, event) {
          clearTimeout(timer);
          const waited_ms = event.type === "text.final" ? 200 : 600;
          const propose = () => {
            if (!ctx.cancel.is_cancelled)
              void ctx.emit({ type: "turn.end_proposed", payload: { waited_ms }, cause: event });
          };
          timer = setTimeout(propose, waited_ms);
        },
        onCancel: forget,
        onBargeIn: forget,
        stop: forget,
      };
    }),
  },
  {
    name: "the text has to come first",
    rule: "NODE-DET-02",
    why: "Declared is that order does not matter, and a text after the end of speech of the same instant is not seen",
    correct: turnDetector,
    node: withHooks(turnDetector, (hooks) => {
      let isSilent = false;
      return {
        process(ctx, event) {
          if (event.type === "speech.state")
            isSilent = !(event.payload as { readonly is_speaking: boolean }).is_speaking;
          else if (isSilent) return;
          return hooks.process(ctx, event);
        },
      };
    }),
  },
  {
    name: "jitter from Math.random",
    rule: "NODE-DET-03",
    why: "The pause between two words is drawn from Math.random",
    correct: mockLlm,
    node: withHooks(mockLlm, () => {
      let isExhausted = false;
      return {
        async *process(ctx, { payload }) {
          isExhausted = false;
          for (const word of wordsOf(payload as string)) {
            await ctx.time.sleep(Math.ceil(WORD_MS * Math.random()));
            if (isExhausted) return;
            yield { type: "text.delta", payload: word };
          }
        },
        onBudgetExhausted() {
          isExhausted = true;
          return "degrade";
        },
      };
    }),
    script: [say("one two")],
  },
  {
    name: "an id from crypto",
    rule: "NODE-DET-03",
    why: "Ids of events are random UUIDs",
    correct: segmenter,
    node: withOutputs(segmenter, (output) => ({
      ...output,
      envelope: { event_id: crypto.randomUUID() },
    })),
    script: [feed("text.delta", "Hello.")],
  },
  {
    name: "a nonce from crypto",
    rule: "NODE-DET-03",
    why: "Calls of the tool carry a random nonce",
    correct: toolBridge,
    node: withHooks(toolBridge, (hooks) => ({
      process(ctx, event) {
        const [nonce = 0] = crypto.getRandomValues(new Uint8Array(1));
        ctx.telemetry.record("called", { nonce });
        return hooks.process(ctx, event);
      },
    })),
    script: [feed("tool.call", { call_id: "c1", arguments: "[1]" }), wait(100)],
  },
  {
    name: "a random fallback of the translator",
    rule: "NODE-DET-03",
    why: "One translation in two is left out by the toss of a coin",
    correct: translator,
    node: withHooks(translator, (hooks) => ({
      process: (ctx, event) => (Math.random() < 0.5 ? undefined : hooks.process(ctx, event)),
    })),
    script: [say("hello"), wait(50)],
  },
];
