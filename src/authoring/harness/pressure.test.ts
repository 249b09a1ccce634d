import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { defineNode } from "../node/define-node.ts";
import { payloadOf } from "../node/node-port.ts";
import { createNodeHarness } from "./node-harness.ts";
import type { NodeStep } from "./node-step.ts";

const count = { payload_class: "derived_summary", payload: payloadOf<number>() } as const;

/** Gives as many outputs as it is told, a pair of types at a time. */
const source = defineNode({
  node_id: "source",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { give: count },
  outputs: { a: count, b: count },
  resources: { timeout_ms: 60_000 },
  create: () => {
    let next = 0;
    return {
      *process(_ctx, event) {
        for (let given = 0; given < event.payload; given += 1) {
          next += 1;
          yield { type: next % 2 === 0 ? "b" : "a", payload: next };
        }
      },
    };
  },
});

const numbers = (outputs: readonly { readonly payload: number }[]) => outputs.map(({ payload }) => payload);

describe("a consumer", () => {
  test("that pauses holds the node up, and gets everything in order when it goes on", async () => {
    const harness = await createNodeHarness(source);
    await harness.pauseOutput();
    await harness.feed("give", 4);
    await harness.advanceBy(100);
    expect(harness.outputs()).toEqual([]);
    await harness.resumeOutput();
    expect(numbers(harness.outputs())).toEqual([1, 2, 3, 4]);
    expect(harness.outputs().map(({ at_ms }) => at_ms)).toEqual([100, 100, 100, 100]);
    await harness.close();
  });

  test("takes as much as it has granted", async () => {
    const harness = await createNodeHarness(source);
    await harness.grantCredit(2);
    await harness.feed("give", 5);
    expect(numbers(harness.outputs())).toEqual([1, 2]);
    await harness.grantCredit(1);
    expect(numbers(harness.outputs())).toEqual([1, 2, 3]);
    await harness.resumeOutput();
    expect(numbers(harness.outputs())).toEqual([1, 2, 3, 4, 5]);
    await harness.close();
  });

  test("that pauses one type stops the others only behind it", async () => {
    const harness = await createNodeHarness(source);
    await harness.pauseOutput("b");
    await harness.feed("give", 3);
    expect(numbers(harness.outputs())).toEqual([1]);
    await harness.resumeOutput("b");
    expect([numbers(harness.outputs("a")), numbers(harness.outputs("b"))]).toEqual([[1, 3], [2]]);
    await harness.close();
  });

  test("that never goes on gets what is owed at the end, and nothing of a turn that was cancelled", async () => {
    const harness = await createNodeHarness(source);
    await harness.openTurn();
    await harness.pauseOutput();
    await harness.feed("give", 2);
    await harness.cancel();
    await harness.openTurn();
    await harness.feed("give", 1);
    await harness.close();
    expect(harness.outputs().map(({ envelope }) => envelope.turn_id)).toEqual(["turn-2"]);
  });

  test("gets the same outputs in the same order, however slow it is", async () => {
    const pressure = fc.array(
      fc.oneof(
        fc.nat(4).map((payload): NodeStep => ({ kind: "input", type: "give", payload })),
        fc.constantFrom<NodeStep>(
          { kind: "pause_output" },
          { kind: "pause_output", type: "a" },
          { kind: "resume_output" },
          { kind: "resume_output", type: "a" },
          { kind: "grant_credit", amount: 1 },
          { kind: "grant_credit", amount: 2, type: "b" },
          { kind: "advance", ms: 10 },
        ),
      ),
      { maxLength: 15 },
    );
    await fc.assert(
      fc.asyncProperty(pressure, async (steps) => {
        const harness = await createNodeHarness(source);
        await harness.run(steps);
        await harness.close();
        const given = steps.reduce(
          (sum, step) => sum + (step.kind === "input" ? Number(step.payload) : 0),
          0,
        );
        expect(numbers(harness.outputs())).toEqual(Array.from({ length: given }, (_, index) => index + 1));
      }),
      { seed: 41, numRuns: 100 },
    );
  });
});
