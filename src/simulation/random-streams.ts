/** Random numbers by name: each stream has a seed of its own, so that one more draw of one changes no other. */
import { type SeededRandom, seededRandom } from "./seeded-random.ts";

/** Streams of random numbers; the same name gives the same stream. */
export function createRandomStreams(seed: number): (stream?: string) => SeededRandom {
  const streams = new Map<string, SeededRandom>();
  return (stream = "") => {
    const known = streams.get(stream) ?? seededRandom(streamSeed(seed, stream));
    streams.set(stream, known);
    return known;
  };
}

/** A seed of its own for each stream (FNV-1a). */
function streamSeed(seed: number, stream: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < stream.length; at += 1) hash = Math.imul(hash ^ stream.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The seed of what stands in for chance that nobody may use, such as `Math.random` inside a node. */
export const strayChanceSeed = (seed: number): number => (seed ^ 0x5bd1e995) >>> 0;
