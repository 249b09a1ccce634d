import fc from "fast-check";
import { expect, test } from "vitest";

import { seededRandom } from "./seeded-random.ts";

test("the same seed gives the same choices, another seed others", () => {
  const draws = (seed: number) => Array.from({ length: 20 }, seededRandom(seed).next);
  expect(draws(7)).toEqual(draws(7));
  expect(draws(7)).not.toEqual(draws(8));
  expect(draws(1).slice(0, 3)).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
});

test("every choice stays within its bounds", () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(50), fc.nat(50), (seed, min, width) => {
      const random = seededRandom(seed);
      const drawn = random.between(min, min + width);
      expect(drawn).toBeGreaterThanOrEqual(min);
      expect(drawn).toBeLessThanOrEqual(min + width);
      expect(["a", "b", "c"]).toContain(random.pick(["a", "b", "c"]));
      const latency = random.latency({ median: 100, spread: 0.4, min: 60, max: 180 });
      expect(latency >= 60 && latency <= 180).toBe(true);
      expect([random.chance(0), random.chance(1)]).toEqual([false, true]);
    }),
    { seed: 1 },
  );
});

test("there has to be something to pick from", () => {
  expect(() => seededRandom(1).pick([])).toThrow(/^Cannot pick an item: expected at least 1/);
});
