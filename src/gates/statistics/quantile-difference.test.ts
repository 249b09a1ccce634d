import fc from "fast-check";
import { expect, it } from "vitest";

import { quantileCorrelation, quantileDifference } from "./quantile-difference.ts";
import { boundedQuantile, rankedList } from "./ranked-values.ts";

const values = fc.array(fc.nat(500), { minLength: 60, maxLength: 150 });
const question = { p: 0.5, risk: 0.05 };

it("is at least as wide as one interval and at most as wide as both", () => {
  fc.assert(
    fc.property(values, values, (before, after) => {
      const [left, right] = [rankedList(before), rankedList(after)];
      const { observed, lower, upper } = quantileDifference(left, right, question)!;
      const a = boundedQuantile(left, question)!;
      const b = boundedQuantile(right, question)!;
      expect(observed).toBe(b.observed - a.observed);
      expect(lower!).toBeGreaterThanOrEqual(b.lower! - a.upper! - 1e-9);
      expect(upper!).toBeLessThanOrEqual(b.upper! - a.lower! + 1e-9);
      expect(lower!).toBeLessThanOrEqual(b.lower! - a.observed + 1e-9);
    }),
    { seed: 48 },
  );
});

it("changes its sign when the sides are swapped, and moves with a shift of one side", () => {
  fc.assert(
    fc.property(values, values, fc.nat(100), (before, after, shift) => {
      const there = quantileDifference(rankedList(before), rankedList(after), question)!;
      const back = quantileDifference(rankedList(after), rankedList(before), question)!;
      expect(back.observed).toBeCloseTo(-there.observed, 9);
      expect(back.lower!).toBeCloseTo(-there.upper!, 9);
      const moved = rankedList(after.map((value) => value + shift));
      const shifted = quantileDifference(rankedList(before), moved, question)!;
      expect(shifted.lower!).toBeCloseTo(there.lower! + shift, 9);
    }),
    { seed: 49 },
  );
});

it("has no bound where the values cannot give one, and is nothing without values", () => {
  const few = rankedList([1, 2, 3]);
  expect(quantileDifference(few, few, { p: 0.95, risk: 0.05 })).toEqual({ observed: 0 });
  expect(quantileDifference(few, rankedList([]), question)).toBeUndefined();
});

it("takes pairs that rise together as correlated, and never for certain", () => {
  const rising = Array.from({ length: 1000 }, (_, index) => [index, index + 5] as const);
  const crossed = rising.map(([before], index) => [before, 999 - index] as const);
  const correlation = quantileCorrelation(rising, { p: 0.5, risk: 0.1 });
  expect(correlation).toBeGreaterThan(0.9);
  expect(correlation).toBeLessThanOrEqual(0.95);
  expect(quantileCorrelation(crossed, { p: 0.5, risk: 0.1 })).toBeCloseTo(-1, 5);
  // All equal: no value is above the quantile, so nothing is known.
  expect(quantileCorrelation([[1, 1]], { p: 0.95, risk: 0.1 })).toBe(0);
  const narrow = quantileDifference(rankedList([1, 2, 3, 4, 5, 6, 7]), rankedList([1, 2, 3, 4, 5, 6, 7]), {
    ...question,
    correlation: 0.9,
  })!;
  expect(narrow.upper!).toBeLessThan(
    quantileDifference(rankedList([1, 2, 3, 4, 5, 6, 7]), rankedList([1, 2, 3, 4, 5, 6, 7]), question)!
      .upper!,
  );
});
