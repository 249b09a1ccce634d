/** A node for tests that uses everything a node can: it is to behave the same wherever it runs. */
import { defineNode } from "../../node/define-node.ts";
import { payloadOf } from "../../node/node-port.ts";
import { RefusedInput } from "../../node/refused-input.ts";

/** Members of its definition, without the code. */
export const METER_PORTS = {
  node_id: "meter",
  version: "1.0.0",
  execution_scope: "turn",
  state: ["session_hot", "session_durable"],
  cancel: { mode: "cooperative", within_ms: 40 },
  resources: { memory_mb: 400 },
  inputs: {
    "audio.frame": { payload_class: "audio_raw", payload: payloadOf<Int16Array>() },
    "text.final": { payload_class: "text_raw", payload: payloadOf<{ readonly words: readonly string[] }>() },
    ask: { payload_class: "text_raw", payload: payloadOf<string>() },
  },
  outputs: {
    "audio.level": { payload_class: "metadata", payload: payloadOf<unknown>() },
    word: { payload_class: "text_raw", payload: payloadOf<unknown>() },
  },
} as const;

/** The node itself. */
export default defineNode({
  ...METER_PORTS,
  create: ({ config }) => {
    let held: string[] = [];
    return {
      init(ctx) {
        ctx.telemetry.record("made", { moves: ctx.state.session_hot.get<number>("moves") ?? 0 });
        ctx.state.session_hot.set("moves", (ctx.state.session_hot.get<number>("moves") ?? 0) + 1);
      },
      start() {},
      stop() {},
      async *process(ctx, event) {
        if (event.type === "audio.frame") {
          const doubled = event.payload.map((sample) => sample * 2);
          yield { type: "audio.level", payload: { doubled, peak: Math.max(...event.payload) } };
        } else if (event.type === "text.final") {
          held = [...event.payload.words];
          while (held.length > 0) {
            const word = held.shift();
            yield {
              type: "word",
              payload: { word, at: Date.now(), draw: ctx.determinism.random("w").next() },
            };
            await ctx.time.sleep(10);
          }
        } else yield* answers(event.payload);
        async function* answers(question: string) {
          if (question === "refuse") throw new RefusedInput("not today");
          if (question === "throw") throw new RangeError("too far");
          if (question === "config") yield { type: "word", payload: config } as const;
          if (question === "left") yield { type: "word", payload: ctx.budget.remaining_ms } as const;
          if (question === "later")
            setTimeout(() => void ctx.emit({ type: "word", payload: "late", cause: event }), 25);
          if (question === "ignore") await new Promise((resolve) => setTimeout(resolve, 10_000));
          if (question === "forbidden") ctx.state.turn.set("x", 1);
        }
      },
      onCancel(ctx, reason) {
        ctx.telemetry.record("told", { reason });
      },
      onBargeIn() {
        held = [];
      },
      *onBudgetExhausted() {
        yield { type: "word", payload: "short" };
        return "fallback";
      },
    };
  },
});
