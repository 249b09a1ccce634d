/** A correct node: takes numbers and addresses out of what was said, so that it may be kept. */
import { z } from "zod";

import { defineNode } from "../../../../authoring/node/define-node.ts";

/** What the redactor says of itself. */
export const redactorHead = {
  node_id: "redactor",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "text.final": { payload_class: "PII", payload: z.string() } },
  outputs: {
    "text.redacted": { payload_class: "derived_summary", payload: z.string(), declassifies: true },
  },
} as const;

/** The text with every digit and every word with an at sign taken out. */
export const redact = (source: string): string =>
  source.replaceAll(/\S+@\S+/g, "<address>").replaceAll(/\d/g, "#");

/** Tells its telemetry how long texts are, and nothing of what they say. */
export const redactor = defineNode({
  ...redactorHead,
  create: () => ({
    *process(ctx, { type, payload }) {
      if (type !== "text.final") return;
      ctx.telemetry.record("redacted", { characters: payload.length });
      yield { type: "text.redacted", payload: redact(payload) };
    },
  }),
});
