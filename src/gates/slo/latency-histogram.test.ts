import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { countLatency, type LatencyHistogram, percentiles } from "./latency-histogram.ts";

const histogramOf = (latencies: readonly number[]) => {
  const histogram: LatencyHistogram = new Map();
  for (const latency of latencies) countLatency(histogram, latency);
  return histogram;
};

describe("percentiles", () => {
  it("are the values at index ceil(p * n) - 1 of the sorted latencies", () => {
    const latencies = fc.array(fc.nat(50), { minLength: 1, maxLength: 200 });
    const percents = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1 });
    fc.assert(
      fc.property(latencies, percents, (values, wanted) => {
        const sorted = values.toSorted((left, right) => left - right);
        const expected = wanted.map((percent) => sorted[Math.ceil((percent * sorted.length) / 100) - 1]);
        expect(percentiles(histogramOf(values), wanted)).toEqual(expected);
      }),
      { seed: 24 },
    );
  });

  it("never lie between two observed values", () => {
    expect(percentiles(histogramOf([10, 20]), [50, 51, 95])).toEqual([10, 20, 20]);
    expect(percentiles(histogramOf([7]), [50, 95])).toEqual([7, 7]);
  });

  it("are undefined without values", () => {
    expect(percentiles(new Map(), [50, 95])).toEqual([undefined, undefined]);
  });
});
