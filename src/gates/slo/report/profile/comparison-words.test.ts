/** Differences as a reader sees them. */
import { describe, expect, it } from "vitest";

import type { FigureComparison } from "../../../regression/comparison-report.ts";
import { boundWords, changeWords } from "./comparison-words.ts";

const differing = (delta_ms: number, delta_percent: number) =>
  ({ delta_ms, delta_percent, lower_ms: delta_ms - 1, upper_ms: 0 }) as FigureComparison;

describe("the words for a difference", () => {
  it.each([
    [12, 3.2, "+12 ms (+3 %)"],
    [-12, -3.2, "-12 ms (-3 %)"],
    [-3, -0.4, "-3 ms (0 %)"],
    [3, 0.4, "+3 ms (0 %)"],
    [0, 0, "0 ms (0 %)"],
    [-0.04, -0.01, "0 ms (0 %)"],
  ])("%d ms and %d percent are %s: nothing has no sign", (ms, percent, words) => {
    expect(changeWords(differing(ms, percent))).toBe(words);
  });

  it("has no sign for a bound of nothing either", () => {
    expect(boundWords(differing(-3, -1))).toBe("-4 to 0");
  });
});
