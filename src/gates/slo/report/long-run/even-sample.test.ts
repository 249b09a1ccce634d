import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createEvenSample } from "./even-sample.ts";

const sampled = (length: number, most: number) => {
  const sample = createEvenSample<number>(most);
  for (let item = 0; item < length; item += 1) sample.add(item);
  return sample;
};

describe("createEvenSample", () => {
  it("keeps everything that fits, and one item of every whole block beyond that", () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 1, max: 20 }), (length, pairs) => {
        const sample = sampled(length, 2 * pairs);
        const [kept, block] = [sample.list(), sample.blockLength()];
        expect(kept.length).toBeLessThanOrEqual(2 * pairs);
        if (length <= 2 * pairs) expect(kept).toHaveLength(length);
        const whole = Math.floor(length / block);
        if (length > 2 * pairs) expect(whole).toBeGreaterThanOrEqual(pairs);
        for (let at = 0; at < whole; at += 1) expect(Math.floor((kept[at] ?? -1) / block)).toBe(at);
        expect(kept.slice(whole).every((item) => item >= whole * block && item < length)).toBe(true);
      }),
      { seed: 62 },
    );
  });

  it("gives the same items for the same sequence, of each of the sources that write in turn", () => {
    const kept = sampled(100_000, 500).list();
    expect(sampled(100_000, 500).list()).toEqual(kept);
    for (const sources of [2, 3, 4, 8]) {
      const shares = Array.from(
        { length: sources },
        (_, source) => kept.filter((item) => item % sources === source).length / kept.length,
      );
      expect(Math.min(...shares)).toBeGreaterThan(0.6 / sources);
    }
  });
});
