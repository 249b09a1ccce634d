import fc from "fast-check";
import { expect, test } from "vitest";

import { createOffenceCells } from "./offence-cells.ts";

test("cells count every offending turn in its stretch of the run, in few enough stretches", () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { maxLength: 300 }),
      fc.integer({ min: 1, max: 8 }),
      (turns, pairs) => {
        const cells = createOffenceCells(2 * pairs);
        for (const offends of turns) cells.add(offends);
        const { perCell } = cells;
        const expected = Array.from(
          { length: Math.ceil(turns.length / perCell) },
          (_, at) => turns.slice(at * perCell, (at + 1) * perCell).filter(Boolean).length,
        );
        expect(cells.cells).toEqual(expected);
        expect(cells.covered).toBe(turns.length);
        expect(cells.offenders).toBe(turns.filter(Boolean).length);
        expect(cells.cells.length).toBeLessThanOrEqual(2 * pairs);
        if (perCell > 1) expect(cells.cells.length).toBeGreaterThan(pairs);
      },
    ),
    { seed: 63 },
  );
});
