/** Walks shrinks as a failing property would: some candidates of each value, and one path to its end. */
import { type Arbitrary, check, property } from "fast-check";

/** A value that shrinking led to. */
export interface Shrunk {
  readonly value: unknown;
  /** Shrinking from here went on for longer than any artifact has room for. */
  readonly endless: boolean;
}

/** Longest path that is followed. */
const MOST_STEPS = 5_000;

/** What to walk. */
export interface WalkOptions {
  readonly seed: number;
  /** Number of generated values. */
  readonly values: number;
}

/**
 * Every value that fast-check tries while it shrinks properties that fail on all values, and on those that
 * are at least half as long as the first.
 */
export function* walkShrinks(arbitrary: Arbitrary<unknown>, { seed, values }: WalkOptions): Iterable<Shrunk> {
  for (let run = 0; run < values; run += 1) {
    for (const share of [0, 0.5]) {
      const tried: unknown[] = [];
      let limit = -1;
      const failing = property(arbitrary, (value) => {
        tried.push(value);
        const { length } = JSON.stringify(value) ?? "";
        if (limit < 0) limit = length * share;
        return length < limit || tried.length > MOST_STEPS;
      });
      check(failing, { seed: seed + run, numRuns: 1, endOnFailure: false });
      const endless = tried.length > MOST_STEPS;
      for (const value of tried) yield { value, endless };
    }
  }
}
