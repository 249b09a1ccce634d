/** The smallest node: what comes in goes out again. */
import { defineNode, RefusedInput } from "@rspp/contracts/v1/authoring";
import { z } from "zod";

// The schema does two things: it gives `event.payload` its type, and it keeps what is no text away from the node.
const text = /** @type {const} */ ({ payload_class: "text_raw", payload: z.string() });

/** Echoes final text. One instance lives for one turn; it keeps nothing, so it has nothing to clean up. */
export const echo = defineNode({
  node_id: "echo",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: { "text.final": text },
  outputs: { "text.echo": text },
  create: () => ({
    *process(_ctx, event) {
      // A runtime that is newer than the node may send what no port declares. To refuse it is an answer, not a failure.
      if (event.type !== "text.final") throw new RefusedInput("Cannot echo the event: expected text.final");
      yield { type: "text.echo", payload: event.payload };
    },
  }),
});
