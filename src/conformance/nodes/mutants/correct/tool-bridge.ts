/** A correct node: calls a tool for a language model, and gives what the tool says. */
import { z } from "zod";

import { defineNode } from "../../../../authoring/node/define-node.ts";
import { RefusedInput } from "../../../../authoring/node/refused-input.ts";

const CallSchema = z.object({ call_id: z.string(), arguments: z.string() });

/** What the bridge says of itself. */
export const toolBridgeHead = {
  node_id: "tool-bridge",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: { "tool.call": { payload_class: "text_raw", payload: CallSchema } },
  outputs: {
    "tool.result": { payload_class: "text_raw", payload: z.object({ call_id: z.string(), sum: z.number() }) },
  },
  cancel: { mode: "cooperative", within_ms: 20 },
} as const;

/** How long the tool takes, in ms. */
export const TOOL_MS = 60;

/** What a language model wrote, as numbers; undefined where it is no list of them. */
export function readArguments(text: string): readonly number[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every(Number.isFinite) ? (value as number[]) : undefined;
  } catch {
    return undefined;
  }
}

/** The tool: it adds numbers. Rejects with the reason of the signal. */
export const addSlowly = (numbers: readonly number[], signal: AbortSignal): Promise<number> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", leave);
      resolve(numbers.reduce((sum, number) => sum + number, 0));
    }, TOOL_MS);
    const leave = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    signal.addEventListener("abort", leave, { once: true });
  });

/** Does each call once, whoever repeats it. */
export const toolBridge = defineNode({
  ...toolBridgeHead,
  create() {
    const done = new Set<string>();
    let budget = new AbortController();
    return {
      async *process(ctx, { type, payload }) {
        if (type !== "tool.call") return;
        const { call_id } = payload;
        if (done.has(call_id)) return;
        const numbers = readArguments(payload.arguments);
        if (numbers === undefined) throw new RefusedInput("Cannot call the tool: expected a list of numbers");
        budget = new AbortController();
        const sum = await addSlowly(numbers, AbortSignal.any([ctx.cancel.signal, budget.signal])).catch(
          (error: unknown) => {
            if (ctx.cancel.is_cancelled) throw error;
            throw new RefusedInput("Cannot call the tool: expected more time");
          },
        );
        if (!Number.isFinite(sum)) throw new RefusedInput("Cannot call the tool: expected a finite sum");
        done.add(call_id);
        yield { type: "tool.result", payload: { call_id, sum } };
      },
      onBudgetExhausted() {
        budget.abort();
        return "degrade";
      },
    };
  },
});
