/** Seeded randomness: the same seed gives the same choices on every machine. */

/** A stream of pseudo-random choices. */
export interface SeededRandom {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** An integer from `min` to `max`, both included. */
  between(min: number, max: number): number;
  chance(probability: number): boolean;
  /** One of the items, which are at least one. */
  pick<T>(items: readonly T[]): T;
  /** A log-normal integer around `median`, drawn again until it lies from `min` to `max`. */
  latency(shape: LatencyShape): number;
}

/** A latency distribution in ms. */
export interface LatencyShape {
  readonly median: number;
  /** Standard deviation of the logarithm: 0.3 is steady, 0.6 has a long tail. */
  readonly spread: number;
  readonly min: number;
  readonly max: number;
}

/** Mulberry32: 32 bits of state, good enough to look real, small enough to read. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** Nearly standard normal: the sum of twelve uniform draws. */
  const normal = () => Array.from({ length: 12 }, next).reduce((sum, draw) => sum + draw, -6);
  return {
    next,
    between: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0)
        throw new RangeError("Cannot pick an item: expected at least 1 but received none");
      return items[Math.floor(next() * items.length)] as (typeof items)[number];
    },
    latency({ median, spread, min, max }) {
      for (;;) {
        const drawn = Math.round(median * Math.exp(spread * normal()));
        if (drawn >= min && drawn <= max) return drawn;
      }
    },
  };
}
