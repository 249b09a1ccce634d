/** Seeded random numbers: fast, equal everywhere, and of no use but for simulation. */

/** A stream of random numbers. */
export interface Random {
  /** From 0 to 1, both excluded. */
  uniform(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
}

/** The stream of a seed (an integer), mixed so that neighbouring seeds have nothing in common. */
export function createSeededRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  let counter = 0;
  const uniform = () => {
    counter = (counter + 0x6d2b79f5) >>> 0;
    let bits = (state ^ counter) >>> 0;
    bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
    bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
    bits = (bits ^ (bits >>> 16)) >>> 0;
    state = (state + 0x9e3779b9 + bits) >>> 0;
    return (bits + 0.5) / 2 ** 32;
  };
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}
