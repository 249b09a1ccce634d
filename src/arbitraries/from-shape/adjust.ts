/** Small changes to lists, maps and pairs that make a condition hold or not hold. */
import type { Condition } from "../../contracts/core/condition.ts";
import type { Shape } from "../../validators/shape.ts";
import { textsMatching } from "./pattern-maker.ts";

/** A list or map with one item in it. */
export function fillWith(item: unknown, name: string, is: "list" | "map"): unknown {
  return is === "list" ? [item] : { [name]: item };
}

/** A list without its repetitions. */
export const dedupe = (list: unknown): unknown => (Array.isArray(list) ? [...new Set(list)] : list);

/** A list in which the first item stands twice, no longer than it has to be. */
export function repeat(list: unknown, make: () => unknown): unknown {
  const items: unknown[] = Array.isArray(list) ? list : [];
  const first = items.length > 0 ? items[0] : make();
  return [first, first, ...items.slice(2)];
}

/** An hour of an ordinary day, for two times of which neither can simply be moved. */
const EARLIER = "2026-02-09T22:00:00Z";
const LATER = "2026-02-09T23:00:00Z";

/** The two values in ascending order; times strictly so. */
export function inOrder(left: unknown, right: unknown): readonly [unknown, unknown] {
  if (typeof left === "number") return [right, left];
  const start = Date.parse(right as string);
  return start < Date.parse(left as string) ? [right, left] : [EARLIER, LATER];
}

/** A changed value for the first or second field of a pair. */
export type PairChange = readonly [which: 0 | 1, value: unknown];

/** Changes that may break what the condition says of two values; the shapes are theirs. */
export function changesApart(
  condition: Condition,
  values: readonly unknown[],
  shapes: readonly Shape[],
): PairChange[] {
  const [left, right] = values;
  if ("ordered" in condition) {
    return [
      [0, Math.min((right as number) + 1, Number.MAX_SAFE_INTEGER)],
      [1, Math.max((left as number) - 1, 0)],
    ];
  }
  if ("earlier" in condition) return [[1, left], [0, right]];
  return ([0, 1] as const).flatMap((which) =>
    otherTexts(shapes[which]).flatMap((text): PairChange[] => (text === left ? [] : [[which, text]])),
  );
}

function otherTexts(shape: Shape | undefined): readonly string[] {
  if (shape?.is !== "text") return [];
  if (shape.of !== undefined) return shape.of;
  return shape.like === undefined ? ["a", "b"] : textsMatching(shape.like);
}
