/** An echo with three mistakes that are easy to make and hard to see. Do not copy; read the report instead. */
import { defineNode, payloadOf } from "@rspp/contracts/v1/authoring";

const THINKING_MS = 300;

const text = /** @type {const} */ ({ payload_class: "text_raw", payload: payloadOf() });

/** Echoes final text after a while, as if it had to think. */
export const brokenEcho = defineNode({
  node_id: "broken-echo",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "text.final": text },
  outputs: { "text.echo": text },
  create: () => ({
    process(ctx, event) {
      // Mistake 1: whatever comes is taken for text. The first payload that is none takes the node down.
      const payload = event.payload.trim();
      // Mistake 2: the timer asks nobody whether the answer is still wanted. A user who has said "stop" hears it.
      setTimeout(() => void ctx.emit({ type: "text.echo", payload, cause: event }), THINKING_MS);
      // Mistake 3: what was said is on its way to every dashboard.
      ctx.telemetry.record("echo.heard", { text: payload });
    },
  }),
});
