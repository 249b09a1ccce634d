/** Percentiles of histograms against a naive sort; over a million random sets with RSPP_FULL=1. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { seededRandom } from "../../simulation/seeded-random.ts";
import { countLatency, percentiles } from "../slo/latency-histogram.ts";
import { boundedQuantile, nearestRank, rankedList, rankedValues } from "./ranked-values.ts";

const isFull = process.env["RSPP_FULL"] === "1";
const SETS = isFull ? 1_000_000 : 20_000;

describe("percentiles of counted values", () => {
  it(`equal those of a naive sort on ${SETS} random sets`, { timeout: 300_000 }, () => {
    const random = seededRandom(2024);
    for (let set = 0; set < SETS; set += 1) {
      const size = 1 + Math.floor(random.next() * random.next() * 120);
      const range = 1 + Math.floor(random.next() ** 3 * 4000);
      const values = Array.from({ length: size }, () => Math.floor(random.next() * range));
      const histogram = new Map<number, number>();
      for (const value of values) countLatency(histogram, value);
      const sorted = Float64Array.from(values).sort();
      const ranked = rankedValues(histogram);
      const [p50, p95] = percentiles(histogram, [50, 95]);
      const naive = [50, 95].map((percent) => sorted[Math.ceil((percent * size) / 100) - 1]);
      const told = [ranked.at(nearestRank(size, 0.5)), ranked.at(nearestRank(size, 0.95))];
      if (p50 === naive[0] && p95 === naive[1] && told[0] === naive[0] && told[1] === naive[1]) continue;
      expect({ values, p50, p95, told }).toEqual({ values, p50: naive[0], p95: naive[1], told: naive });
    }
  });

  it("tell every rank, and how many values are at most a value", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1 }),
        fc.integer(),
        (values, cut) => {
          const sorted = values.toSorted((left, right) => left - right);
          const ranked = rankedList(values);
          expect(sorted.map((_, index) => ranked.at(index + 1))).toEqual(sorted);
          for (const limit of [cut, cut % 40]) {
            expect(ranked.countAtMost(limit)).toBe(values.filter((value) => value <= limit).length);
          }
        },
      ),
      { seed: 46 },
    );
  });

  it("stay exact for counts of a billion", () => {
    const ranked = rankedValues(
      new Map([
        [20, 50_000_000],
        [10, 950_000_000],
      ]),
    );
    expect(ranked.at(nearestRank(1e9, 0.95))).toBe(10);
    expect(ranked.at(950_000_001)).toBe(20);
    expect(boundedQuantile(ranked, { p: 0.95, risk: 0.05 })).toEqual({ observed: 10, lower: 10, upper: 20 });
  });
});

describe("boundedQuantile", () => {
  it("has the observed value between its bounds, and no upper bound of p95 below 59 values", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 130 }), (values) => {
        const { observed, lower, upper } = boundedQuantile(rankedList(values), { p: 0.95, risk: 0.05 })!;
        expect(lower ?? 0).toBeLessThanOrEqual(observed);
        expect(upper ?? observed).toBeGreaterThanOrEqual(observed);
        expect(upper === undefined).toBe(values.length < 59);
      }),
      { seed: 47 },
    );
  });
});
