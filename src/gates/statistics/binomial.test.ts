import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { binomialProbability, probabilityAtLeast, probabilityAtMost } from "./binomial.ts";

/** By Pascal's triangle: small and slow, and nothing in common with the deviance. */
function enumerated(n: number, p: number): number[] {
  let row = [1];
  for (let trial = 0; trial < n; trial += 1) {
    row = [...row, 0].map((_, k) => (row[k] ?? 0) * (1 - p) + (row[k - 1] ?? 0) * p);
  }
  return row;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const near = (received: number, expected: number) =>
  expect(Math.abs(received - expected)).toBeLessThanOrEqual(1e-11 * Math.max(expected, 1e-30));

describe("the binomial distribution", () => {
  it("equals the enumeration of all outcomes for few trials, in both tails", () => {
    const trials = fc.record({ n: fc.integer({ min: 1, max: 40 }), p: fc.integer({ min: 1, max: 999 }) });
    fc.assert(
      fc.property(trials, ({ n, p: thousandths }) => {
        const p = thousandths / 1000;
        const outcomes = enumerated(n, p);
        for (let k = 0; k <= n; k += 1) {
          near(binomialProbability(k, { n, p }), outcomes[k]!);
          const atLeast = sum(outcomes.slice(k).toReversed());
          // Where the tail is nearly 1, what is left of it is what counts.
          expect(Math.abs(probabilityAtLeast(k, { n, p }) - atLeast)).toBeLessThan(1e-12);
          if (atLeast < 0.2)
            expect(Math.abs(probabilityAtLeast(k, { n, p }) / atLeast - 1)).toBeLessThan(1e-9);
        }
      }),
      { seed: 41, numRuns: 60 },
    );
  });

  it("has complementary tails, and its ends", () => {
    const trials = fc.record({ n: fc.integer({ min: 1, max: 1_000_000 }), share: fc.nat(1000) });
    fc.assert(
      fc.property(trials, fc.double({ min: 0.001, max: 0.999, noNaN: true }), ({ n, share }, p) => {
        const k = Math.floor((share * n) / 1000);
        expect(probabilityAtMost(k, { n, p }) + probabilityAtLeast(k + 1, { n, p })).toBeCloseTo(1, 12);
      }),
      { seed: 42, numRuns: 200 },
    );
    expect(probabilityAtLeast(0, { n: 5, p: 0.3 })).toBe(1);
    expect(probabilityAtLeast(6, { n: 5, p: 0.3 })).toBe(0);
    expect(probabilityAtMost(5, { n: 5, p: 0.3 })).toBe(1);
    expect(binomialProbability(6, { n: 5, p: 0.3 })).toBe(0);
  });

  it("keeps its digits for a billion trials", () => {
    const n = 1e9;
    // Half of the trials: the median outcome has half of the tail beside it, by symmetry.
    const middle = binomialProbability(n / 2, { n, p: 0.5 });
    expect(probabilityAtLeast(n / 2, { n, p: 0.5 })).toBeCloseTo(0.5 + middle / 2, 9);
    expect(middle).toBeCloseTo(1 / Math.sqrt((Math.PI * n) / 2), 12);
    // 1.644854 standard deviations above the mean of p95.
    const sigma = Math.sqrt(n * 0.95 * 0.05);
    expect(probabilityAtLeast(Math.round(n * 0.95 + 1.644854 * sigma), { n, p: 0.95 })).toBeCloseTo(0.05, 4);
  });
});
