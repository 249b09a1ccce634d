/** The seed of a check: of its own, so that a check alone does what it does among all others. */

/** A whole number from 0 to 2^31 - 1 by the seed of the run and the name of the check or scenario (FNV-1a). */
export function checkSeed(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x7fffffff;
}
