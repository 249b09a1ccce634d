import { expect, it } from "vitest";

import { probabilityAtLeast, probabilityAtMost } from "./binomial.ts";
import { shareBounds } from "./share-bounds.ts";

it("gives the published bounds of Clopper and Pearson", () => {
  const none = shareBounds({ hits: 0, n: 10, risk: 0.025 });
  expect(none.lower).toBe(0);
  expect(none.upper).toBeCloseTo(0.3084971, 6);
  const three = shareBounds({ hits: 3, n: 10, risk: 0.025 });
  expect(three.lower).toBeCloseTo(0.0667395, 6);
  expect(three.upper).toBeCloseTo(0.6524529, 6);
  expect(shareBounds({ hits: 100, n: 100, risk: 0.05 })).toMatchObject({ upper: 1 });
  expect(shareBounds({ hits: 100, n: 100, risk: 0.05 }).lower).toBeCloseTo(0.05 ** 0.01, 10);
});

it("puts each bound where the count becomes as unlikely as the risk", () => {
  for (const n of [1, 7, 60, 100_000]) {
    for (const hits of [1, Math.ceil(n / 3), n].filter((count) => count <= n)) {
      const { lower, upper } = shareBounds({ hits, n, risk: 0.05 });
      expect(probabilityAtLeast(hits, { n, p: lower })).toBeCloseTo(0.05, 8);
      if (hits < n) expect(probabilityAtMost(hits, { n, p: upper })).toBeCloseTo(0.05, 8);
      expect(lower).toBeLessThanOrEqual(hits / n);
      expect(upper).toBeGreaterThanOrEqual(hits / n);
    }
  }
});
