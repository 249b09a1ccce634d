/** Ranges of sequence numbers, both ends included. */

/** `start` to `end`, both included; empty when `end` is before `start`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether there is no number in the range. */
export const isEmpty = ({ start, end }: Range): boolean => end < start;

/** The numbers of the ranges that are not in the one that is taken away. */
export function subtract(ranges: readonly Range[], taken: Range): Range[] {
  return ranges.flatMap(({ start, end }) =>
    taken.end < start || end < taken.start
      ? [{ start, end }]
      : [
          { start, end: Math.min(end, taken.start - 1) },
          { start: Math.max(start, taken.end + 1), end },
        ].filter((rest) => !isEmpty(rest)),
  );
}
