/** A node for tests that does in a worker what its input says. */
import { defineNode } from "../../node/define-node.ts";
import { payloadOf } from "../../node/node-port.ts";

/** Members of its definition, without the code. */
export const WILD_PORTS = {
  node_id: "wild",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { go: { payload_class: "metadata", payload: payloadOf<string>() } },
  outputs: { gone: { payload_class: "metadata", payload: payloadOf<string>() } },
} as const;

const kept: unknown[] = [];

/** What it can do. */
const ACTS: { readonly [name: string]: () => unknown } = {
  spin: () => {
    for (;;);
  },
  exit: () => process.exit(5),
  heap: () => {
    for (;;) kept.push(Array.from({ length: 1000 }, () => ({})));
  },
  samples: () => kept.push(new Uint8Array(300 * 2 ** 20).fill(1)),
  crash: () =>
    void queueMicrotask(() => {
      throw new Error("nobody catches this");
    }),
};

/** The node itself. */
export default defineNode({
  ...WILD_PORTS,
  create: ({ host }) => ({
    async *process(_ctx, { payload }) {
      ACTS[payload]?.();
      // Real work, of which the kit gets to know.
      if (payload === "wait") yield { type: "gone", payload: await host.waitFor(readOwnFile()) };
    },
  }),
});

async function readOwnFile(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  return (await readFile(new URL(import.meta.url), "utf8")).includes("wild") ? "read" : "not found";
}
