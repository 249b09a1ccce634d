import { describe, expect, test } from "vitest";

import { defineNode } from "../node/define-node.ts";
import { payloadOf } from "../node/node-port.ts";
import { createNodeHarness } from "./node-harness.ts";

const text = { payload_class: "text_raw", payload: payloadOf<string>() } as const;

const echo = defineNode({
  node_id: "echo",
  version: "1.0.0",
  execution_scope: "turn",
  inputs: { "text.final": text },
  outputs: { "text.echo": text },
  create: () => ({
    *process(_ctx, event) {
      yield { type: "text.echo", payload: event.payload };
    },
  }),
});

const slow = defineNode({
  node_id: "slow",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "text.final": text },
  outputs: { "text.delta": text },
  resources: { timeout_ms: 5000 },
  create: () => ({
    async *process(ctx, event) {
      for (const word of event.payload.split(" ")) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        ctx.cancel.throwIfCancelled();
        yield { type: "text.delta", payload: `${word}@${Date.now() - 1_767_225_600_000}` };
      }
    },
  }),
});

describe("the harness", () => {
  test("gives what the node gives", async () => {
    const harness = await createNodeHarness(echo);
    await harness.feed("text.final", "hello");
    expect(harness.outputs("text.echo").map(({ payload }) => payload)).toEqual(["hello"]);
    await harness.close();
    const hooks = harness.transcript.flatMap((entry) => (entry.entry === "hook" ? [entry.hook] : []));
    expect(hooks).toEqual(["process"]);
  });

  test("time is virtual", async () => {
    const harness = await createNodeHarness(slow);
    await harness.openTurn();
    await harness.feed("text.final", "a b c");
    expect(harness.outputs()).toEqual([]);
    await harness.advanceBy(250);
    expect(harness.outputs().map(({ at_ms, payload }) => [at_ms, payload])).toEqual([
      [100, "a@100"],
      [200, "b@200"],
    ]);
    await harness.cancel();
    await harness.runToIdle();
    expect(harness.outputs()).toHaveLength(2);
    await harness.close();
  });
});
