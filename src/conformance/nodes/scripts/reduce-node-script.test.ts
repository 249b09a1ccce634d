import fc from "fast-check";
import { expect, test } from "vitest";

import type { NodeStep } from "../../../authoring/harness/node-step.ts";
import type { NodeScript } from "../run/node-run.ts";
import { reduceNodeScript } from "./reduce-node-script.ts";

const step: fc.Arbitrary<NodeStep> = fc.oneof(
  fc.nat({ max: 500 }).map((ms): NodeStep => ({ kind: "advance", ms })),
  fc.string().map((payload): NodeStep => ({ kind: "input", type: "text.final", payload })),
  fc.constantFrom<NodeStep>(
    { kind: "open_turn" },
    { kind: "cancel", scope: "session" },
    { kind: "barge_in" },
  ),
);

/** Fails where a cancel comes 100 ms or more after an input that has an "e" in it. */
function isBroken(script: NodeScript): boolean {
  let since: number | undefined;
  for (const one of script) {
    if (one.kind === "input" && String(one.payload).includes("e")) since ??= 0;
    if (one.kind === "advance" && since !== undefined) since += one.ms;
    if (one.kind === "cancel" && since !== undefined && since >= 100) return true;
  }
  return false;
}

test("what is left is minimal, whatever it was made of", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (script) => {
      const failing = [
        ...script,
        { kind: "input", type: "text.final", payload: "some text" },
        { kind: "advance", ms: 250 },
        { kind: "cancel" },
      ] as const;
      const smallest = await reduceNodeScript(failing, { fails: async (one) => isBroken(one), most: 2000 });
      expect(isBroken(smallest)).toBe(true);
      expect(smallest.filter(({ kind }) => kind !== "advance")).toEqual([
        { kind: "input", type: "text.final", payload: "e" },
        { kind: "cancel" },
      ]);
      expect(smallest.reduce((sum, one) => sum + (one.kind === "advance" ? one.ms : 0), 0)).toBe(100);
    }),
    { seed: 3, numRuns: 40 },
  );
});

test("no more scripts are tried than allowed", async () => {
  let tried = 0;
  const script = Array.from({ length: 40 }, (): NodeStep => ({ kind: "barge_in" }));
  await reduceNodeScript(script, {
    most: 15,
    async fails() {
      tried += 1;
      return false;
    },
  });
  expect(tried).toBe(15);
});
