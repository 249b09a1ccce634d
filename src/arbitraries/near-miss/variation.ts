/**
 * Variations: ways to change an artifact with respect to one rule, so that it breaks just that rule or shows
 * that it keeps it. They are read off the shape: the rule follows from where the shape says it, not from
 * what a validator reports, so that one can be held against the other.
 */
import type { RuleLevel } from "../../contracts/core/rule.ts";
import type { ObjectShape } from "../../validators/shape.ts";
import type { Draws } from "../from-shape/draws.ts";
import type { Fields } from "../from-shape/object-plan.ts";
import type { Place } from "./place.ts";
import { pathOf, reach, settleAround } from "./place.ts";

/** What it is about: the whole artifact, one field, or what fields have to do with each other. */
export type VariationSort =
  | "artifact"
  | "missing"
  | "malformed"
  | "forbidden"
  | "unknown"
  | "demand"
  | "check";

/** One way to vary an artifact. */
export interface Variation {
  /** The rule, or several joined by `+` where the contract names several. */
  readonly rule: string;
  readonly level: RuleLevel;
  /** Kebab-case, unique among the variations of a rule. */
  readonly name: string;
  /** What is so, in words. */
  readonly how: string;
  readonly sort: VariationSort;
  /** Position among the values of one field, the most telling first. */
  readonly rank: number;
  /** Shape of the artifacts that it applies to. */
  readonly shape: ObjectShape;
  /** The changed artifact; the given one may be changed. Undefined where the variation does not apply. */
  readonly apply: (artifact: Fields, draws: Draws) => unknown;
}

/** What is to be changed in one object, without the way to it. */
export interface Change {
  readonly rule: string;
  readonly level?: RuleLevel;
  readonly names: readonly string[];
  readonly how: string;
  readonly sort: VariationSort;
  readonly rank?: number;
  /** Changes the object. False where the change cannot be made. */
  readonly make: (object: Fields, draws: Draws) => boolean;
}

/** A variation that makes a change at a place and keeps everything around it valid. */
export function variationAt(place: Place, shape: ObjectShape, change: Change): Variation {
  const { rule, level = "MUST", names, how, sort, rank = 0, make } = change;
  const path = pathOf(place);
  return {
    rule,
    level,
    name: kebab([...path, ...names]),
    how: [...path, how].join("."),
    sort,
    rank,
    shape,
    apply: (artifact, draws) => {
      const trail = reach(place, artifact, draws);
      const object = trail?.at(-1);
      if (trail === undefined || object === undefined || !make(object, draws)) return undefined;
      settleAround(place, trail, { draws, broken: rule });
      return artifact;
    },
  };
}

/** Names as they stand in files and ids. */
export const kebab = (words: readonly string[]): string =>
  words.join("-").replaceAll("[]", "").replaceAll("_", "-").replaceAll(".", "-").toLowerCase();
