/** A correct node: puts packets of one stream into order, and says where some are missing. */
import { z } from "zod";

import { defineNode } from "../../../../authoring/node/define-node.ts";

/** What the gate says of itself. */
export const jitterGateHead = {
  node_id: "jitter-gate",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { packet: { payload_class: "metadata", payload: z.object({ bytes: z.number() }) } },
  outputs: { "packet.passed": { payload_class: "metadata", payload: z.object({ missed: z.number() }) } },
} as const;

/** Lets everything newer than the last one pass, and drops the rest. */
export const jitterGate = defineNode({
  ...jitterGateHead,
  create() {
    let last: number | undefined;
    return {
      *process(_ctx, { type, envelope }) {
        if (type !== "packet") return;
        const at = envelope.runtime_sequence;
        if (last !== undefined && at <= last) return;
        const missed = last === undefined ? 0 : at - last - 1;
        last = at;
        yield { type: "packet.passed", payload: { missed } };
      },
    };
  },
});
