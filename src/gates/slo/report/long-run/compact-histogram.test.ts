import fc from "fast-check";
import { expect, test } from "vitest";

import {
  countedTurns,
  countLatency,
  type LatencyHistogram,
  percentiles,
  sortedCounts,
} from "../../latency-histogram.ts";
import { createCompactHistogram } from "./compact-histogram.ts";

test("a compact histogram counts as a Map does, whenever it merges", () => {
  const latency = fc.oneof(fc.nat(5), fc.nat(1000), fc.maxSafeNat());
  fc.assert(
    fc.property(fc.array(latency, { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), (latencies, few) => {
      const map: LatencyHistogram = new Map();
      const compact = createCompactHistogram(few);
      for (const [index, ms] of latencies.entries()) {
        countLatency(map, ms);
        countLatency(compact, ms);
        expect(compact.get(ms)).toBe(map.get(ms));
        expect(compact.get(-1 - ms)).toBeUndefined();
        // Reading in between must not disturb anything.
        if (index % 7 === 3) expect(countedTurns(compact)).toBe(index + 1);
      }
      expect([...compact]).toEqual(sortedCounts(map));
      expect([...compact.keys()]).toEqual(sortedCounts(map).map(([ms]) => ms));
      expect(percentiles(compact, [1, 50, 95, 100])).toEqual(percentiles(map, [1, 50, 95, 100]));
    }),
    { seed: 61 },
  );
});
