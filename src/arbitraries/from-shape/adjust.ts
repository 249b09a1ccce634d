/** Small changes to lists, maps and pairs that make a condition hold or not hold. */
import type { Condition } from "../../contracts/core/condition.ts";
import type { Shape } from "../../validators/shape.ts";
import { textsMatching } from "./pattern-maker.ts";

/** A list without its repetitions. */
export const dedupe = (list: unknown): unknown => (Array.isArray(list) ? [...new Set(list)] : list);

/** A list in which the first item stands twice, no longer than it has to be. */
export function repeat(list: unknown, make: () => unknown): unknown {
  const items: unknown[] = Array.isArray(list) ? list : [];
  const first = items.length > 0 ? items[0] : make();
  return [first, first, ...items.slice(2)];
}

const EARLIEST = "0000-01-01T00:00:00+23:59";
const LATEST = "9999-12-31T23:59:59-23:59";

/** Pairs in ascending order that two values may become; times strictly so. Either value may be fixed. */
export function waysInOrder(left: unknown, right: unknown): (readonly [low: unknown, high: unknown])[] {
  const swapped = [right, left] as const;
  if (typeof left === "number") return [swapped, [right, right], [left, left]];
  const isEarlier = Date.parse(right as string) < Date.parse(left as string);
  const moved = [
    [EARLIEST, right],
    [left, LATEST],
  ] as const;
  return isEarlier ? [swapped, ...moved] : [["2026-02-09T22:00:00Z", "2026-02-09T23:00:00Z"], ...moved];
}

/** A changed value for the first or second field of a pair. */
export type PairChange = readonly [which: 0 | 1, value: unknown];

/** Two values and their shapes. */
export interface Pair {
  readonly values: readonly unknown[];
  readonly shapes: readonly Shape[];
}

/** Changes that may break what the condition says of two values. */
export function changesApart(condition: Condition, { values, shapes }: Pair): PairChange[] {
  const [left, right] = values;
  if ("ordered" in condition) {
    return [
      [0, Math.min((right as number) + 1, Number.MAX_SAFE_INTEGER)],
      [1, Math.max((left as number) - 1, 0)],
    ];
  }
  if ("earlier" in condition)
    return [
      [1, left],
      [0, right],
    ];
  return ([0, 1] as const).flatMap((which) =>
    otherTexts(shapes[which]).flatMap((text): PairChange[] => (text === left ? [] : [[which, text]])),
  );
}

function otherTexts(shape: Shape | undefined): readonly string[] {
  if (shape?.is !== "text") return [];
  if (shape.of !== undefined) return shape.of;
  return shape.like === undefined ? ["a", "b"] : textsMatching(shape.like);
}
