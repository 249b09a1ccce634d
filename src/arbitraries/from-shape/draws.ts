/**
 * Random choices while one artifact is generated.
 *
 * Choices are drawn straight from the generator of fast-check: an artifact has some thirty fields, and an
 * arbitrary for each of them would cost more than the artifact itself.
 */
import type { Random } from "fast-check";

/** Where numbers come from; the smallest artifact takes the least of every range. */
export interface Chance {
  nextInt(min: number, max: number): number;
}

/** Takes the first of every choice. */
export const LEAST: Chance = { nextInt: (min) => min };

/** Takes the last of every choice. */
export const MOST: Chance = { nextInt: (_min, max) => max };

/** Takes another choice every time, in the same order always. */
export function restless(stride: number): Chance {
  let step = 0;
  return {
    nextInt(min, max) {
      step += stride;
      return min + (step % (max - min + 1));
    },
  };
}

/** How an artifact is drawn. */
export interface DrawOptions {
  /** Prefer values at the edges of what is legal. */
  readonly edgy?: boolean;
  /** Add fields that the contract does not declare. */
  readonly open?: boolean;
}

/** The choices of one artifact. */
export class Draws {
  readonly edgy: boolean;
  readonly open: boolean;
  /** The generator of fast-check, or undefined while every choice is fixed. */
  readonly random: Random | undefined;
  readonly #chance: Chance;

  constructor(chance: Chance | Random, options: DrawOptions = {}) {
    this.#chance = chance;
    this.random = "clone" in chance ? chance : undefined;
    this.edgy = options.edgy ?? false;
    this.open = options.open ?? false;
  }

  /** An integer of the range, both ends included. */
  int(min: number, max: number): number {
    return this.#chance.nextInt(min, max);
  }

  /** One of the choices. */
  one<T>(choices: readonly T[]): T {
    return choices[choices.length === 1 ? 0 : this.#chance.nextInt(0, choices.length - 1)] as T;
  }

  /** Whether the value that is drawn next lies at an edge. */
  edge(): boolean {
    return this.edgy && this.#chance.nextInt(0, 1) === 1;
  }

  /** Thirty yes-or-no choices as bits: mostly none or few of them set, sometimes half, sometimes all. */
  presence(): number {
    const style = this.#chance.nextInt(0, 7);
    if (style < 3) return 0;
    if (style === 7) return ALL_BITS;
    const half = this.#chance.nextInt(0, ALL_BITS);
    return style === 6 ? half : half & this.#chance.nextInt(0, ALL_BITS);
  }
}

/** Number of choices that `presence` makes at once. */
export const PRESENCE_BITS = 30;
const ALL_BITS = 2 ** PRESENCE_BITS - 1;
