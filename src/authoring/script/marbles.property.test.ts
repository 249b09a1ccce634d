import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { NodeStep } from "../harness/node-step.ts";
import { formatMarbles } from "./format-marbles.ts";
import type { MarbleLegend } from "./marble-legend.ts";
import { parseMarbles } from "./parse-marbles.ts";

const LEGEND: MarbleLegend = {
  a: { type: "text.final", payload: "hello" },
  b: { kind: "input", type: "audio.frame", payload: Int16Array.of(1, -2) },
  x: { kind: "cancel", reason: "user" },
  "😀": { kind: "barge_in" },
};

const symbol = fc.constantFrom("a", "b", "x", "😀", "^", "|", "#", "!");
const time = fc.oneof(
  fc.nat(400).map((ms) => ` ${ms}ms `),
  fc.nat(3).map((seconds) => ` ${seconds}.5s `),
);
const piece = fc.oneof(
  { weight: 3, arbitrary: symbol },
  { weight: 3, arbitrary: fc.constantFrom("-", "---", " ", "\n") },
  time,
  fc.array(symbol, { minLength: 1, maxLength: 3 }).map((symbols) => `(${symbols.join(" ")})`),
);
const marbles = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
const frame = fc.constantFrom(1, 10, 20);

const step: fc.Arbitrary<NodeStep> = fc.oneof(
  fc.constantFrom<NodeStep>(
    { kind: "input", type: "text.final", payload: "hello" },
    { kind: "input", type: "text.final", payload: { $bytes: "AAA=" }, turn_id: null },
    { kind: "input", type: "audio.frame", payload: Int16Array.of(7) },
    { kind: "open_turn" },
    { kind: "open_turn", turn_id: "t" },
    { kind: "commit_turn" },
    { kind: "cancel", scope: "session" },
    { kind: "skew_clock", ms: -5 },
  ),
  fc.nat(300).map((ms): NodeStep => ({ kind: "advance", ms })),
);

/** Steps whose times are put together, as marbles know only how much time lies between two symbols. */
function joined(steps: readonly NodeStep[]): NodeStep[] {
  const result: NodeStep[] = [];
  for (const one of steps) {
    const last = result.at(-1);
    if (one.kind !== "advance") result.push(one);
    else if (last?.kind === "advance") result[result.length - 1] = { kind: "advance", ms: last.ms + one.ms };
    else if (one.ms > 0) result.push(one);
  }
  return result.filter((one) => one.kind !== "advance" || one.ms > 0);
}

describe("marbles", () => {
  test("written again are the same steps, and have one canonical form", () => {
    fc.assert(
      fc.property(marbles, frame, (text, ms) => {
        const steps = parseMarbles(text, LEGEND, { frame: ms });
        const written = formatMarbles(steps, LEGEND, { frame: ms });
        expect(written.legend).toEqual(LEGEND);
        const again = parseMarbles(written.marbles, LEGEND, { frame: ms });
        expect(again.map(kindOf)).toEqual(steps.map(kindOf));
        expect(formatMarbles(again, LEGEND, { frame: ms }).marbles).toBe(written.marbles);
      }),
      { seed: 21, numRuns: 400 },
    );
  });

  test("say every list of steps, with letters of their own for what the legend lacks", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), frame, (steps, ms) => {
        const { marbles: text, legend } = formatMarbles(steps, {}, { frame: ms });
        expect(parseMarbles(text, legend, { frame: ms })).toEqual(joined(steps));
      }),
      { seed: 22, numRuns: 400 },
    );
  });
});

const kindOf = (one: NodeStep) =>
  one.kind === "input" ? one.type : one.kind === "advance" ? one.ms : one.kind;
