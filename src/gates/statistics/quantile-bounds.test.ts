import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { probabilityAtMost } from "./binomial.ts";
import { quantileRanks, samplesForBothBounds, samplesForUpperBound } from "./quantile-bounds.ts";

describe("the number of values that a bound needs", () => {
  it("is the published one", () => {
    expect(samplesForUpperBound({ p: 0.95, risk: 0.05 })).toBe(59);
    expect(samplesForUpperBound({ p: 0.99, risk: 0.05 })).toBe(299);
    expect(samplesForUpperBound({ p: 0.9, risk: 0.05 })).toBe(29);
    expect(samplesForUpperBound({ p: 0.95, risk: 0.01 })).toBe(90);
    expect(samplesForUpperBound({ p: 0.5, risk: 0.05 })).toBe(5);
    expect(samplesForUpperBound({ p: 0.95, risk: 0.025 })).toBe(72);
    expect(samplesForBothBounds({ p: 0.5, risk: 0.025 })).toBe(6);
  });

  it("agrees with the published 93 of which 95 % lie between the smallest and the largest", () => {
    const isEnough = (n: number) => probabilityAtMost(n - 2, { n, p: 0.95 }) >= 0.95;
    expect([92, 93].map(isEnough)).toEqual([false, true]);
  });

  it("is the first with which there is one", () => {
    const risks = fc.integer({ min: 1, max: 499 }).map((value) => value / 1000);
    const shares = fc.integer({ min: 1, max: 999 }).map((value) => value / 1000);
    fc.assert(
      fc.property(shares, risks, (p, risk) => {
        const n = samplesForUpperBound({ p, risk });
        expect(quantileRanks({ n, p, risk }).upper).toBe(n);
        if (n > 1) expect(quantileRanks({ n: n - 1, p, risk }).upper).toBeUndefined();
      }),
      { seed: 43, numRuns: 300 },
    );
  });
});

describe("quantileRanks", () => {
  it("gives the published interval of the median of 10 values", () => {
    expect(quantileRanks({ n: 10, p: 0.5, risk: 0.025 })).toMatchObject({ lower: 2, upper: 9 });
    expect(quantileRanks({ n: 10, p: 0.5, risk: 0.025 }).coverage).toBeCloseTo(0.978515625, 12);
  });

  it("is wrong at most as often as the risk, by enumeration, and the next rank would be wrong more often", () => {
    const question = fc.record({
      n: fc.integer({ min: 1, max: 14 }),
      p: fc.integer({ min: 1, max: 19 }).map((value) => value / 20),
      risk: fc.constantFrom(0.01, 0.025, 0.05, 0.2),
    });
    fc.assert(
      fc.property(question, ({ n, p, risk }) => {
        // Every pattern of values at or below the quantile, by its probability.
        const chance = (holds: (hits: number) => boolean) => {
          let total = 0;
          for (let pattern = 0; pattern < 2 ** n; pattern += 1) {
            const hits = pattern.toString(2).replaceAll("0", "").length;
            if (holds(hits)) total += p ** hits * (1 - p) ** (n - hits);
          }
          return total;
        };
        const { lower = 0, upper = n + 1, lowerCoverage, upperCoverage } = quantileRanks({ n, p, risk });
        const lowerWrong = lower === 0 ? 0 : chance((hits) => hits < lower);
        const upperWrong = upper > n ? 0 : chance((hits) => hits >= upper);
        expect(Math.max(lowerWrong, upperWrong)).toBeLessThanOrEqual(risk + 1e-12);
        expect(lowerCoverage).toBeCloseTo(1 - lowerWrong, 10);
        expect(upperCoverage).toBeCloseTo(1 - upperWrong, 10);
        expect(chance((hits) => hits < lower + 1)).toBeGreaterThan(risk - 1e-12);
        expect(chance((hits) => hits >= upper - 1)).toBeGreaterThan(risk - 1e-12);
      }),
      { seed: 44, numRuns: 25 },
    );
  });

  it("draws the bounds together with more values and pushes them apart with less risk", () => {
    const question = fc.record({ n: fc.integer({ min: 60, max: 1e9 }), p: fc.constantFrom(0.5, 0.95) });
    fc.assert(
      fc.property(question, ({ n, p }) => {
        const { lower = 0, upper = n + 1 } = quantileRanks({ n, p, risk: 0.05 });
        const surer = quantileRanks({ n, p, risk: 0.01 });
        expect(surer.lower ?? 0).toBeLessThanOrEqual(lower);
        expect(surer.upper ?? n + 1).toBeGreaterThanOrEqual(upper);
        const more = quantileRanks({ n: 4 * n, p, risk: 0.05 });
        expect(((more.upper ?? 4 * n + 1) - (more.lower ?? 0)) / (4 * n)).toBeLessThan((upper - lower) / n);
        expect(lower).toBeLessThanOrEqual(Math.ceil(p * n));
        expect(upper).toBeGreaterThanOrEqual(Math.ceil(p * n));
      }),
      { seed: 45, numRuns: 30 },
    );
  });
});
