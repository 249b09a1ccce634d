/** "Did you mean": the known word closest to one that is not known. */

/**
 * The candidate that was most likely meant, or undefined when none is close: one that differs only in
 * case, else only in word separators (`turnId`, `turn-id`, `turn_id`), else by the fewest typing slips,
 * at most one for every three letters. Among equals the first candidate wins.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const sameLetters = candidates.find((candidate) => candidate.toLowerCase() === word.toLowerCase());
  if (sameLetters !== undefined) return sameLetters;

  const bare = withoutSeparators(word);
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = withoutSeparators(candidate);
    const allowed = Math.floor(Math.max(bare.length, other.length) / 3);
    // The difference in length is a lower bound: it spares a comparison with a huge unknown word.
    if (Math.abs(bare.length - other.length) > allowed) continue;
    const slips = editDistance(bare, other);
    if (slips <= allowed && slips < fewest) {
      best = candidate;
      fewest = slips;
    }
  }
  return best;
}

function withoutSeparators(word: string): string {
  return word.replace(/[-_\s]/g, "").toLowerCase();
}

/** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours count one each. */
export function editDistance(left: string, right: string): number {
  let twoBack: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1];
      const replaced = previous[column - 1]! + (isSame ? 0 : 1);
      let cost = Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1);
      if (
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      ) {
        cost = Math.min(cost, twoBack[column - 2]! + 1);
      }
      current.push(cost);
    }
    twoBack = previous;
    previous = current;
  }
  return previous[right.length]!;
}
