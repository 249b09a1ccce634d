/** Walks shrinks as a failing property would: some candidates of each value, and one path to its end. */
import { type Arbitrary, check, property } from "fast-check";

/** A value that shrinking led to. */
export interface Shrunk {
  readonly value: unknown;
  /** Shrinking from here went on for longer than any artifact has room for. */
  readonly endless: boolean;
}

/** Most steps down that an artifact has room for, and then some. */
const MOST_STEPS = 2_000;
/** Candidates that one walk looks at: enough to see every sort of them. */
const MOST_TRIED = 4_000;

/** What to walk. */
export interface WalkOptions {
  readonly seed: number;
  /** Number of generated values. */
  readonly values: number;
}

/**
 * Every value that fast-check tries while it shrinks properties that fail on all values, and those that
 * fail on all values but the short ones.
 */
export function* walkShrinks(arbitrary: Arbitrary<unknown>, { seed, values }: WalkOptions): Iterable<Shrunk> {
  for (let run = 0; run < values; run += 1) {
    for (const share of [0, 0.5]) {
      const tried: unknown[] = [];
      let shortest: number | undefined;
      let steps = 0;
      const isShort = property(arbitrary, (value) => {
        const { length } = JSON.stringify(value) ?? "";
        shortest ??= length * share;
        tried.push(value);
        if (length < shortest || steps > MOST_STEPS || tried.length > MOST_TRIED) return true;
        steps += 1;
        return false;
      });
      check(isShort, { seed: seed + run, numRuns: 1 });
      for (const value of tried) yield { value, endless: steps > MOST_STEPS };
    }
  }
}
