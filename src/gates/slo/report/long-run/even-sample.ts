/**
 * A sample that is spread evenly over a sequence whose length is not known beforehand.
 *
 * The sequence is cut into blocks of equal length, and one item of each block is kept. When there are too many,
 * two neighbouring blocks become one. Which item stands for a block is a matter of a hash of the block: every
 * n-th item would, in a run that several sources write to in turn, be an item of always the same source.
 */

/** A growing sample. */
export interface EvenSample<T> {
  add(item: T): void;
  /** The kept items, in their order. */
  list(): readonly T[];
  /** Number of items that each kept one stands for. */
  blockLength(): number;
}

/** Keeps at most `most` items, which is an even number, and about half as many at the least. */
export function createEvenSample<T>(most: number): EvenSample<T> {
  let kept: T[] = [];
  let length = 1;
  let seen = 0;
  return {
    add(item) {
      if (seen === most * length) {
        length *= 2;
        kept = Array.from(
          { length: most / 2 },
          (_, pair) => kept[2 * pair + (scattered(pair, length) % 2)] as T,
        );
      }
      const block = Math.floor(seen / length);
      if (seen % length === scattered(block, length) % length) kept.push(item);
      seen += 1;
    },
    list: () => kept,
    blockLength: () => length,
  };
}

/** A number that depends on both arguments in no visible way, the same on every machine. */
function scattered(block: number, length: number): number {
  let bits = Math.imul(block ^ Math.imul(length, 0x9e3779b1), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 15), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
