/** Random numbers of a served node: the same ones as it gets inside for the same seed. */
import { createRandomStreams, strayChanceSeed } from "../../../simulation/random-streams.ts";
import { type SeededRandom, seededRandom } from "../../../simulation/seeded-random.ts";

/** Random numbers of one instance. */
export interface RandomStreams {
  /** The stream of this name. */
  of(stream?: string): SeededRandom;
  /** What stands in for dice outside of the context, such as `Math.random`. */
  readonly impure: SeededRandom;
}

/** Streams of random numbers; the same name gives the same stream. */
export const randomStreams = (seed: number): RandomStreams => ({
  of: createRandomStreams(seed),
  impure: seededRandom(strayChanceSeed(seed)),
});
