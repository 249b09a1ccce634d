/** How often accepted turns count against a run, in stretches along the run. */

/** At most about how many stretches a drawing has; in a longer run a stretch has several turns. */
export const MOST_CELLS = 416;

/** A run in stretches of equal length; the last may be shorter. */
export interface OffenceCells {
  /** Accepted turns. */
  readonly covered: number;
  readonly offenders: number;
  /** Turns in a stretch. */
  readonly perCell: number;
  /** Offending turns in each stretch, in the order of the run. */
  readonly cells: readonly number[];
}

/** Cells that grow with the run. */
export interface GrowingOffenceCells extends OffenceCells {
  add(offends: boolean): void;
}

/** At most `most` stretches, an even number; a run that is too long for them has stretches of twice the length. */
export function createOffenceCells(most: number): GrowingOffenceCells {
  let [covered, offenders, perCell] = [0, 0, 1];
  let cells: number[] = [];
  return {
    add(offends) {
      if (covered === most * perCell) {
        perCell *= 2;
        cells = Array.from({ length: most / 2 }, (_, at) => (cells[2 * at] ?? 0) + (cells[2 * at + 1] ?? 0));
      }
      const at = Math.floor(covered / perCell);
      cells[at] = (cells[at] ?? 0) + (offends ? 1 : 0);
      covered += 1;
      if (offends) offenders += 1;
    },
    get covered() {
      return covered;
    },
    get offenders() {
      return offenders;
    },
    get perCell() {
      return perCell;
    },
    get cells() {
      return cells;
    },
  };
}
