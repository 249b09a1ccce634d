/** A harness that goes on at once gives the transcript of one that always waits. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { defineNode } from "../node/define-node.ts";
import type { NodeDefinition } from "../node/node-definition.ts";
import { payloadOf } from "../node/node-port.ts";
import { loadVirtualGlobals } from "../virtual-globals/load-virtual-globals.ts";
import { createNodeHarness } from "./node-harness.ts";
import type { NodeStep } from "./node-step.ts";

const globals = await loadVirtualGlobals();
const word = { payload_class: "metadata", payload: payloadOf<string>() } as const;

/** Answers in the way that the word says: at once, after microtasks, by a timer, and to nobody's knowledge. */
const many = (execution_scope: "session" | "turn") =>
  defineNode({
    node_id: "many-ways",
    version: "1.0.0",
    execution_scope,
    inputs: { word, commit: { payload_class: "metadata", lane: "ControlLane" } },
    outputs: { answer: word },
    create() {
      let wake = () => {};
      const answer = (payload: string) => ({ type: "answer", payload }) as const;
      return {
        process(ctx, { type, payload }) {
          if (type === "commit") return [answer("commit")];
          if (payload === "throw") throw new Error("no word");
          if (payload === "promise") return Promise.resolve([answer("later")]);
          if (payload === "timer") setTimeout(() => void ctx.emit(answer("timer")), 3);
          if (payload === "wait")
            void new Promise<void>((resolve) => (wake = resolve)).then(() => ctx.emit(answer("woken")));
          if (payload === "wake") wake();
          if (payload === "long")
            void (async () => {
              for (let turn = 0; turn < 100; turn += 1) await undefined;
              await ctx.emit(answer("long"));
            })();
          return [answer("one"), answer("two")];
        },
      };
    },
  });

async function transcriptOf(node: NodeDefinition, steps: readonly NodeStep[]) {
  const harness = await createNodeHarness(node as ReturnType<typeof many>);
  await harness.run(steps);
  await harness.close().catch(() => {});
  return harness.transcript;
}

/** The same under globals that cannot tell what happens. */
async function patiently(node: NodeDefinition, steps: readonly NodeStep[]) {
  const known = Object.getOwnPropertyDescriptor(globals, "activity") as PropertyDescriptor;
  Object.defineProperty(globals, "activity", { value: undefined, configurable: true });
  try {
    return await transcriptOf(node, steps);
  } finally {
    Object.defineProperty(globals, "activity", known);
  }
}

const stepArbitrary: fc.Arbitrary<NodeStep> = fc.oneof(
  fc.record({
    kind: fc.constant("input" as const),
    type: fc.constant("word"),
    payload: fc.constantFrom("now", "now", "throw", "promise", "timer", "wait", "wake", "long"),
  }),
  fc.record({ kind: fc.constant("advance" as const), ms: fc.integer({ min: 0, max: 5 }) }),
  fc.constantFrom<NodeStep[]>(
    { kind: "open_turn" },
    { kind: "commit_turn" },
    { kind: "cancel" },
    { kind: "pause_output" },
    { kind: "resume_output" },
    { kind: "migrate" },
  ),
);

describe("a harness that goes on at once", () => {
  test.each(["session", "turn"] as const)(
    "sees the same as one that always waits, in %s scope",
    async (scope) => {
      const node = many(scope);
      await fc.assert(
        fc.asyncProperty(fc.array(stepArbitrary, { maxLength: 30 }), async (steps) => {
          expect(await transcriptOf(node, steps)).toEqual(await patiently(node, steps));
        }),
        { seed: 1, numRuns: 150 },
      );
    },
  );

  test("lets what a call has woken have its turn before time goes on", async () => {
    const input = (payload: string): NodeStep => ({ kind: "input", type: "word", payload });
    const advance: NodeStep = { kind: "advance", ms: 1 };
    const steps = ["wait", "wake", "long", "now"].map(input).flatMap((step) => [advance, step, advance]);
    const transcript = await transcriptOf(many("session"), steps);
    const answers = transcript.flatMap((entry) => (entry.entry === "output" ? [entry] : []));
    const timeOf = (answer: string) => answers.find(({ payload }) => payload === answer)?.at_ms;
    expect([timeOf("woken"), timeOf("long")]).toEqual([3, 5]);
    expect(transcript).toEqual(await patiently(many("session"), steps));
  });

  test("does so where nothing waits, and lets the event loop have its turn all the same", async () => {
    const steps = Array.from(
      { length: 4000 },
      (_, at): NodeStep =>
        at % 2 === 0 ? { kind: "input", type: "word", payload: "now" } : { kind: "advance", ms: 1 },
    );
    const turnsDuring = async (run: typeof transcriptOf) => {
      let turns = 0;
      const turn = () => {
        turns += 1;
        next = setImmediate(turn);
      };
      let next = setImmediate(turn);
      await run(many("session"), steps);
      clearImmediate(next);
      return turns;
    };
    const [few, all] = [await turnsDuring(transcriptOf), await turnsDuring(patiently)];
    expect(all).toBeGreaterThan(2000);
    expect(few).toBeLessThan(all / 10);
    expect(few).toBeGreaterThan(10);
  });
});
