/** Mutants whose bug is in what they do when their budget is used up. */
import type { BudgetOutcome } from "../../../authoring/node/node-context.ts";
import { intent } from "./correct/intent.ts";
import { mockLlm, WORD_MS, wordsOf } from "./correct/mock-llm.ts";
import { mockTts } from "./correct/mock-tts.ts";
import { toolBridge } from "./correct/tool-bridge.ts";
import { translate, translator } from "./correct/translator.ts";
import { type NodeMutant, withHooks } from "./node-mutant.ts";
import { exhaust, feed, open, say, wait } from "./script-steps.ts";

const PHRASES = ["One moment.", "Just a second.", "Let me see."] as const;
let phrase = 0;

/** Words enough for any budget. */
const ENDLESS = "so ".repeat(200);

const made = (outcome: unknown) => outcome as BudgetOutcome;

/** One bug each. */
export const BUDGET_MUTANTS: readonly NodeMutant[] = [
  {
    name: "an outcome that is made up",
    rule: "NODE-BUD-01",
    why: "onBudgetExhausted answers with a word that is none of the four",
    correct: mockLlm,
    node: withHooks(mockLlm, (hooks) => ({
      onBudgetExhausted(ctx, outcome) {
        hooks.onBudgetExhausted?.(ctx, outcome);
        return made("retry");
      },
    })),
    script: [say("hello"), exhaust],
  },
  {
    name: "an outcome in an object",
    rule: "NODE-BUD-01",
    why: "The outcome is wrapped into an object with a reason",
    correct: mockTts,
    node: withHooks(mockTts, (hooks) => ({
      onBudgetExhausted(ctx, outcome) {
        hooks.onBudgetExhausted?.(ctx, outcome);
        return made({ outcome: "degrade", reason: "slow" });
      },
    })),
    script: [open("t1"), feed("text.segment", "hello"), exhaust],
  },
  {
    name: "yes in place of an outcome",
    rule: "NODE-BUD-01",
    why: "onBudgetExhausted tells whether it has handled the case",
    correct: translator,
    node: withHooks(translator, () => ({ onBudgetExhausted: () => made(true) })),
    script: [say("hello"), wait(5), exhaust, wait(100)],
  },
  {
    name: "the budget is noted and ignored",
    rule: "NODE-BUD-02",
    why: "onBudgetExhausted answers degrade, and process goes on as before",
    correct: mockLlm,
    node: withHooks(mockLlm, () => ({
      onBudgetExhausted(ctx) {
        ctx.telemetry.record("slow");
        return "degrade";
      },
    })),
    script: [say(ENDLESS), wait(1000)],
  },
  {
    name: "an answer that never comes",
    rule: "NODE-BUD-02",
    why: "process waits for an answer that is lost, and nothing looks at the budget",
    correct: intent,
    node: withHooks(intent, () => ({ process: () => new Promise<void>(() => {}) })),
    script: [say("hello"), wait(1000)],
  },
  {
    name: "always a little longer",
    rule: "NODE-BUD-02",
    why: "onBudgetExhausted answers continue as often as it is asked",
    correct: mockLlm,
    node: withHooks(mockLlm, () => ({ onBudgetExhausted: () => "continue" })),
    options: { inputs: { "text.final": [ENDLESS] } },
    script: [say(ENDLESS), wait(2000)],
  },
  {
    name: "terminated and still talking",
    rule: "NODE-BUD-03",
    why: "onBudgetExhausted answers terminate, and words that are on their way keep coming",
    correct: mockLlm,
    node: withHooks(mockLlm, () => {
      const timers: ReturnType<typeof setTimeout>[] = [];
      return {
        process(ctx, event) {
          for (const [index, word] of wordsOf(event.payload as string).entries()) {
            const send = () => void ctx.emit({ type: "text.delta", payload: word, cause: event });
            timers.push(setTimeout(send, (index + 1) * WORD_MS));
          }
        },
        onCancel: () => timers.forEach(clearTimeout),
        onBudgetExhausted: () => "terminate",
        stop: () => timers.forEach(clearTimeout),
      };
    }),
    script: [say("one two three four five six"), wait(30), exhaust, wait(200)],
  },
  {
    name: "last words after the end",
    rule: "NODE-BUD-03",
    why: "After the outcome terminate an excuse is given",
    correct: toolBridge,
    node: withHooks(toolBridge, () => ({
      onBudgetExhausted(ctx) {
        setTimeout(() => void ctx.emit({ type: "tool.result", payload: { call_id: "none", sum: 0 } }), 5);
        return "terminate";
      },
    })),
    script: [feed("tool.call", { call_id: "c1", arguments: "[1]" }), exhaust, wait(100)],
  },
  {
    name: "a fallback by turns",
    rule: "NODE-BUD-04",
    why: "The fallback is the next of a list of phrases, counted over all sessions",
    correct: translator,
    node: withHooks(translator, () => ({
      async *process(ctx, { payload }) {
        await ctx.time.sleep(30);
        yield { type: "text.translated", payload: translate(payload as string) };
      },
      *onBudgetExhausted() {
        phrase += 1;
        yield { type: "text.translated", payload: PHRASES[phrase % PHRASES.length] };
        return "fallback";
      },
    })),
  },
  {
    name: "a fallback by chance",
    rule: "NODE-BUD-04",
    why: "The fallback is picked with Math.random",
    correct: translator,
    node: withHooks(translator, () => ({
      *onBudgetExhausted() {
        const pick = Math.floor(Math.random() * PHRASES.length);
        yield { type: "text.translated", payload: PHRASES[pick] };
        return "fallback";
      },
    })),
  },
  {
    name: "an outcome by the clock of the machine",
    rule: "NODE-BUD-04",
    why: "Whether to degrade or to go on is decided by how busy the machine is",
    correct: mockLlm,
    node: withHooks(mockLlm, (hooks) => ({
      *onBudgetExhausted(ctx, outcome) {
        hooks.onBudgetExhausted?.(ctx, outcome);
        yield { type: "text.delta", payload: `busy: ${process.cpuUsage().user}` };
        return "degrade";
      },
    })),
  },
];
