import { describe, expect, test } from "vitest";

import { createNodeHarness } from "../harness/node-harness.ts";
import { alignMarbles } from "./align-marbles.ts";
import { expectedCells, marblesOf, unknownOutputs } from "./output-marbles.ts";
import { parseMarbles } from "./parse-marbles.ts";
import { speaker } from "./text-nodes.test-kit.ts";

const SAY = {
  s: { type: "say", payload: "one two" },
  f: { type: "frame", payload: Int16Array.of(1, 2) },
} as const;

async function ran(marbles: string) {
  const harness = await createNodeHarness(speaker);
  await harness.run(parseMarbles(marbles, SAY));
  return harness;
}

describe("outputs as marbles", () => {
  test("line up with the inputs", async () => {
    const harness = await ran("^s-------");
    expect(
      marblesOf(harness, { o: { type: "word", payload: "one" }, t: { type: "word", payload: "two" } }),
    ).toBe("----o--t");
    expect(marblesOf(harness, { w: { type: "word" } })).toBe("----w--w");
    expect(marblesOf(harness, { w: { type: "word" } }, { frame: 30 })).toBe("40ms ww");
    await harness.close();
  });

  test("show what the legend does not know, and samples by what they hold", async () => {
    const harness = await ran("^(ff)s------");
    const legend = { f: { type: "frame", payload: Int16Array.of(1, 2) } };
    expect(marblesOf(harness, legend)).toBe("-(ff)---?--?");
    expect(unknownOutputs(harness.transcript, legend)).toEqual([
      "? at 50 ms is word one",
      "? at 80 ms is word two",
    ]);
    expect(marblesOf(harness, { g: { type: "frame", payload: Int16Array.of(1, 3) } })).toContain("(??)");
    await harness.close();
  });

  test("show late ones only where they are asked for", async () => {
    const transcript = [output("delivered", 0), output("late", 10), output("refused", 20)];
    expect(marblesOf({ transcript }, { w: { type: "word" } })).toBe("w");
    expect(marblesOf({ transcript }, { w: { type: "word" }, l: { type: "word", delivery: "late" } })).toBe(
      "wl",
    );
    const refused = { w: { type: "word" }, r: { type: "word", delivery: "refused" } } as const;
    expect(marblesOf({ transcript }, refused)).toBe("w-r");
  });

  test("can be expected only in symbols of the legend", () => {
    const wanted = { legend: { w: { type: "word" } }, frame: 10 };
    expect(expectedCells("-(ww)", wanted)).toEqual([{ at_ms: 10, symbols: ["w", "w"] }]);
    expect(() => expectedCells("-|", wanted)).toThrow(
      'legend of outputs (w), a time, or one of - ( ) but received "|"',
    );
    expect(() => expectedCells("w", { legend: {}, frame: 10 })).toThrow("it is empty");
  });
});

test("rows of marbles are set above each other, and the caret stands under the instant", () => {
  const rows = [
    {
      name: "in",
      cells: [
        { at_ms: 0, symbols: ["a"] },
        { at_ms: 40, symbols: ["b", "c"] },
      ],
    },
    {
      name: "out",
      cells: [
        { at_ms: 10, symbols: ["x"] },
        { at_ms: 345, symbols: ["y"] },
      ],
    },
  ];
  expect(alignMarbles(rows, { frame: 10, mark_ms: 345 })).toEqual([
    "in   a---(bc) 305ms -",
    "out  -x---    305ms y",
    "                    ^ at 345 ms",
  ]);
  expect(alignMarbles(rows, { frame: 10 })).toHaveLength(2);
});

const output = (delivery: "delivered" | "late" | "refused", at_ms: number) =>
  ({ entry: "output", at_ms, type: "word", payload: "x", envelope: {} as never, delivery }) as const;
