import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { countLatency, type LatencyHistogram } from "../../latency-histogram.ts";
import { binLatencies } from "./latency-bins.ts";
import { type LatencyDistribution, latencyAt, orderedCounts } from "./latency-distribution.ts";
import { niceStep, plotScale, position, ticks } from "./plot-scale.ts";

const latencies = fc
  .array(fc.oneof(fc.nat(3000), fc.nat(10_000_000)), { minLength: 1, maxLength: 200 })
  .map((values) => values.sort((a, b) => a - b));
const limits = fc.array(fc.nat(5000), { minLength: 1, maxLength: 2 });

const distribution = (values: readonly number[]): LatencyDistribution => {
  const histogram: LatencyHistogram = new Map();
  for (const value of values) countLatency(histogram, value);
  return { ...orderedCounts(histogram), unmeasured: 0, turnId: () => undefined };
};

describe("plotScale", () => {
  it("shows the limits, has few bins, and an edge at the highest limit", () => {
    fc.assert(
      fc.property(latencies, limits, (ascending, bounds) => {
        const scale = plotScale(distribution(ascending), bounds);
        for (const limit of bounds) {
          expect(limit).toBeGreaterThanOrEqual(scale.from);
          expect(limit).toBeLessThanOrEqual(scale.to);
        }
        expect((scale.to - scale.from) / scale.binWidth).toBeLessThanOrEqual(90);
        expect(Number.isInteger((Math.max(1, ...bounds) - scale.from) / scale.binWidth)).toBe(true);
        expect(ticks(scale).length).toBeGreaterThanOrEqual(2);
        expect(ticks(scale).length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it("places values in their order within the width", () => {
    fc.assert(
      fc.property(latencies, limits, (ascending, bounds) => {
        const scale = plotScale(distribution(ascending), bounds);
        const places = ascending.map((value) => position(scale, value));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places[0]).toBeGreaterThanOrEqual(0);
        expect(places.at(-1)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("does not let one outlier squeeze the others", () => {
    const scale = plotScale(
      distribution([...Array.from({ length: 99 }, (_, index) => 800 + index), 90_000]),
      [1500],
    );
    expect(scale.clipped).toBe(true);
    expect(scale.to).toBeLessThan(2500);
    expect(position(scale, 90_000)).toBeGreaterThan(position(scale, scale.to));
  });

  it("steps by round numbers", () => {
    expect([0.2, 1, 1.5, 2.2, 7, 21, 24, 180, 700].map(niceStep)).toEqual([
      1, 1, 2, 5, 10, 25, 25, 200, 1000,
    ]);
    expect(ticks(plotScale(distribution([100]), [9000])).map(({ label }) => label)).toEqual([
      "0",
      "2",
      "4",
      "6",
      "8 s",
    ]);
  });
});

describe("binLatencies", () => {
  it("puts every turn into exactly one bin, values at the limit on the passing side", () => {
    fc.assert(
      fc.property(latencies, limits, (ascending, bounds) => {
        const scale = plotScale(distribution(ascending), bounds);
        const counts = distribution(ascending);
        const bins = binLatencies(counts, scale);
        const ranks = bins.flatMap(({ first, turns }) =>
          Array.from({ length: turns }, (_, at) => first + at),
        );
        expect(ranks).toEqual(ascending.map((_, rank) => rank));
        expect(ranks.map((rank) => latencyAt(counts, rank))).toEqual(ascending);
        const limit = Math.max(...bounds);
        for (const bin of bins) {
          for (const ms of ascending.slice(bin.first, bin.first + bin.turns)) {
            expect(ms).toBeLessThanOrEqual(bin.to);
            if (limit > 0) expect(bin.from >= limit).toBe(ms > limit);
          }
        }
      }),
    );
  });
});
