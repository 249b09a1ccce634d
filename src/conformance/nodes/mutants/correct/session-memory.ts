/** A correct node: remembers what was said in a session, wherever the session goes. */
import { z } from "zod";

import { defineNode } from "../../../../authoring/node/define-node.ts";

/** What the memory says of itself. */
export const sessionMemoryHead = {
  node_id: "session-memory",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "text.final": { payload_class: "text_raw", payload: z.string() } },
  outputs: {
    "memory.updated": {
      payload_class: "metadata",
      payload: z.object({ notes: z.number(), size: z.number() }),
    },
  },
  state: ["session_durable"],
} as const;

/** Notes that are kept at most. */
export const MOST_NOTES = 50;

/** How much is remembered. */
export const sizeOf = (notes: readonly string[]) => ({
  notes: notes.length,
  size: notes.reduce((sum, note) => sum + note.length, 0),
});

/** Reads and writes durable state with every text, and keeps nothing beside it. */
export const sessionMemory = defineNode({
  ...sessionMemoryHead,
  create: () => ({
    *process(ctx, { type, payload }) {
      if (type !== "text.final") return;
      const earlier = ctx.state.session_durable.get<string[]>("notes") ?? [];
      const notes = [...earlier, payload].slice(-MOST_NOTES);
      ctx.state.session_durable.set("notes", notes);
      yield { type: "memory.updated", payload: sizeOf(notes) };
    },
  }),
});
