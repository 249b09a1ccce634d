/** Seeded randomness: the same seed makes the same data on every machine. */

/** A small generator of uniformly distributed choices. */
export interface SeededRandom {
  /** An integer from 0 to `below` - 1. */
  integer(below: number): number;
  /** True in `share` of the cases. */
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
}

/** A generator (mulberry32) that starts from the seed. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (below: number) => Math.floor(next() * below);
  return {
    integer,
    chance: (share) => next() < share,
    pick: (from) => from[integer(from.length)]!,
    hex: (digits) => Array.from({ length: digits }, () => integer(16).toString(16)).join(""),
  };
}
