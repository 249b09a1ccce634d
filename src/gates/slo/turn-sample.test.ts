/** The strict reading of samples accepts exactly what the `turn_metrics` contract accepts. */
import fc from "fast-check";
import { expect, test } from "vitest";

import { nearMissArbitrary } from "../../arbitraries/near-miss/near-miss-arbitrary.ts";
import { turnMetricsArbitrary } from "../../arbitraries/observability/turn-metrics.ts";
import { isTurnMetrics } from "../../validators/generated/turn-metrics.ts";
import { requireShape } from "../invalid-input.ts";
import { TURN_SAMPLE } from "./turn-sample.ts";

test("a sample is read when the compiled contract accepts it, and only then", () => {
  const missed = nearMissArbitrary("turn_metrics").map(({ value }): unknown => value);
  let refused = 0;
  fc.assert(
    fc.property(fc.oneof(turnMetricsArbitrary(), missed, fc.anything({ maxDepth: 1 })), (value: unknown) => {
      const read = () => requireShape("sample", value, TURN_SAMPLE);
      if (isTurnMetrics(value)) expect(read).not.toThrow();
      else {
        expect(read).toThrow(/^Cannot evaluate sample/);
        refused += 1;
      }
    }),
    { seed: 43, numRuns: 10_000 },
  );
  expect(refused).toBeGreaterThan(4000);
});
