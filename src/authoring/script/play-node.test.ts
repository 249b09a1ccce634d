import { expect, test } from "vitest";

import { NodeContractError } from "../harness/node-contract-error.ts";
import { defineNode } from "../node/define-node.ts";
import { payloadOf } from "../node/node-port.ts";
import { playNode } from "./play-node.ts";

const text = { payload_class: "text_raw", payload: payloadOf<string>() } as const;

/** Echoes after 200 ms; with `isDeaf` whether or not anybody still wants it. */
const late = (isDeaf: boolean) =>
  defineNode({
    node_id: "late",
    version: "1.0.0",
    execution_scope: "turn",
    inputs: { text },
    outputs: { echo: text },
    create: () => ({
      async *process(ctx, event) {
        if (isDeaf) await new Promise((resolve) => setTimeout(resolve, 200));
        else await ctx.time.sleep(200);
        yield { type: "echo", payload: event.payload };
      },
    }),
  });
const legend = { a: { type: "text", payload: "hello" } };

test("a script is played to its end, and the harness is closed", async () => {
  const harness = await playNode(late(false), "(^a) 250ms (!^a)", { legend });
  expect(harness.outputs("echo").map(({ at_ms, payload }) => [at_ms, payload])).toEqual([
    [200, "hello"],
    [450, "hello"],
  ]);
  await expect(harness.feed("text", "more")).rejects.toThrow(/expected an open harness but it was closed/);
});

test("steps are played as well, and options are those of the harness", async () => {
  const steps = [{ kind: "input", type: "text", payload: "hi" }] as const;
  const harness = await playNode(late(false), steps, { session_id: "mine" });
  expect(harness.outputs()[0]?.envelope).toMatchObject({ session_id: "mine", runtime_timestamp_ms: 200 });
});

test("a broken rule fails it", async () => {
  await expect(playNode(late(true), "(^a) 50ms !", { legend })).rejects.toThrow(NodeContractError);
});
