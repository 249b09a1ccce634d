/** The example node in Python does what it says, under virtual time. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

import { createNodeHarness } from "../harness/node-harness.ts";
import { payloadOf } from "../node/node-port.ts";
import { stageNode } from "./node-stage.test-kit.ts";
import { processNode } from "./process-node.ts";

const program = fileURLToPath(
  new URL("../../../examples/nodes/python-punctuation/punctuation_node.py", import.meta.url),
);
const hasPython = spawnSync("python3", ["--version"]).status === 0;

const node = processNode({
  node_id: "python-punctuation",
  version: "1.0.0",
  execution_scope: "session",
  state: ["session_hot"],
  inputs: {
    "text.partial": { payload_class: "text_raw", payload: payloadOf<string>() },
    "text.final": { payload_class: "text_raw", payload: payloadOf<string>() },
  },
  outputs: {
    "text.segment": { payload_class: "text_raw", payload: payloadOf<{ text: string; index: number }>() },
  },
  command: ["python3", program],
  limits: { answer_ms: 20_000, start_ms: 20_000 },
});

afterAll(() => node.close());

test("Python is there, or its absence is noticed", () => {
  if (!hasPython) console.warn("The example in Python is not tested: there is no python3 on this machine");
});

/** Registers the tests where they can run. */
const describePython = hasPython ? describe : () => {};

describePython("the punctuation node in Python", () => {
  const segments = ({ outputs }: Awaited<ReturnType<typeof stageNode>>) =>
    outputs.map(({ at_ms, what, value }) => {
      const { payload = value } = value as { payload?: unknown };
      return [at_ms, what, payload];
    });

  test("gives a sentence as soon as it is complete, and the rest with the final text", async () => {
    const stage = await stageNode(node);
    await stage.input("text.partial", "Good mor");
    await stage.advance(100);
    await stage.input("text.partial", "Good morning. How");
    await stage.advance(100);
    await stage.input("text.final", 'Good morning. How are you? "Fine!" and so');
    expect(segments(stage)).toEqual([
      [100, "text.segment", { text: "Good morning.", index: 1 }],
      [200, "text.segment", { text: "How are you?", index: 2 }],
      [200, "text.segment", { text: '"Fine!"', index: 3 }],
      [200, "text.segment", { text: "and so", index: 4 }],
    ]);
    await stage.stop();
    expect(stage.timers).toBe(0);
  });

  test("gives what is left when nothing has changed for a while, with the guess as its cause", async () => {
    const stage = await stageNode(node, { config: { hold_ms: 300 } });
    await stage.input("text.partial", "One more");
    await stage.advance(299);
    await stage.input("text.partial", "One more thing");
    await stage.advance(299);
    expect(stage.outputs).toEqual([]);
    await stage.advance(1);
    expect(stage.outputs).toEqual([
      {
        at_ms: 599,
        what: "emitted text.segment",
        value: { payload: { text: "One more thing", index: 1 }, cause: "text.partial" },
      },
    ]);
    await stage.stop();
  });

  test("gives nothing of what is buffered after a cancel or a barge-in", async () => {
    for (const interruption of ["cancel", "bargeIn"] as const) {
      const stage = await stageNode(node);
      await stage.input("text.partial", "Never mind");
      await stage[interruption]();
      await stage.advance(10_000);
      expect(stage.outputs).toEqual([]);
      await stage.stop();
    }
  });

  test("keeps the rules of nodes over turns, and nothing of one turn reaches the next", async () => {
    const harness = await createNodeHarness(node);
    await harness.openTurn();
    await harness.feed("text.partial", "Never mind that at all");
    await harness.cancel();
    await harness.advanceBy(5_000);
    await harness.openTurn();
    await harness.feed("text.partial", "Good");
    await harness.feed("text.partial", "Good evening. And");
    await harness.advanceBy(5_000);
    expect(harness.outputs("text.segment").map(({ payload }) => payload.text)).toEqual([
      "Good evening.",
      "And",
    ]);
    await harness.close();
  });

  test("goes on counting where the session was moved", async () => {
    const state = new Map<string, unknown>();
    for (const index of [1, 2, 3]) {
      const stage = await stageNode(node, { state });
      await stage.input("text.final", "Hm.");
      expect(segments(stage)).toEqual([[0, "text.segment", { text: "Hm.", index }]]);
      await stage.stop();
    }
  });

  test("refuses what is no text, cuts very long text, and degrades when told to hurry", async () => {
    const stage = await stageNode(node, { config: { longest: 20 } });
    await stage.input("text.final", { text: "no" });
    expect(stage.outcomes).toEqual(["blocked"]);
    await stage.input("text.final", "a text without any full stop at all");
    expect(stage.outputs.slice(1).map(({ value }) => (value as { text: string }).text)).toEqual([
      "a text without any",
      "full stop at all",
    ]);
    await stage.exhaust("fallback");
    expect(stage.happened.at(-1)).toEqual({ at_ms: 0, what: "onBudgetExhausted ended", value: "degrade" });
    await stage.stop();
  });
});
