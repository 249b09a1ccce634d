/** One difference of two schemas, and what it means for those who write and those who read. */
import { describeValue } from "../../internal/describe-value.ts";

/**
 * What a difference means. `compatible_for_consumers`: all that was valid stays valid. `compatible_for_producers`:
 * all that is valid now was valid before. `additive`: both, the same in other words. `breaking`: neither is sure.
 */
export type DifferenceClass =
  | "compatible_for_producers"
  | "compatible_for_consumers"
  | "additive"
  | "breaking";

/** A difference as it is found; where it stands may turn its meaning. */
export interface RawDifference {
  /** JSON Pointer into the later schema, or into the earlier one for what is gone. */
  readonly path: string;
  readonly keyword: string;
  readonly before: unknown;
  readonly after: unknown;
  /** All that was valid stays valid. */
  readonly widens: boolean;
  /** All that is valid now was valid before. */
  readonly narrows: boolean;
  /** An optional field that an open object gained: its name was free before, for exactly this. */
  readonly isNewField?: boolean;
  readonly note?: string;
}

/** A difference with its meaning. */
export interface SchemaDifference {
  readonly class: DifferenceClass;
  /** Whether it may not happen within a major version. */
  readonly breaking: boolean;
  /** JSON Pointer into the later schema, or into the earlier one for what is gone. */
  readonly path: string;
  readonly keyword: string;
  /** Absent where the keyword was not there. */
  readonly before?: unknown;
  /** Absent where the keyword is not there any more. */
  readonly after?: unknown;
  readonly words: string;
}

const MEANING: Readonly<Record<DifferenceClass, string>> = {
  additive: "the same values are valid",
  compatible_for_consumers: "all that was valid stays valid",
  compatible_for_producers: "some that was valid is not any more",
  breaking: "neither old nor new values are sure to be valid on the other side",
};

const classOf = ({ widens, narrows }: RawDifference): DifferenceClass => {
  if (widens) return narrows ? "additive" : "compatible_for_consumers";
  return narrows ? "compatible_for_producers" : "breaking";
};

/** The difference with its class and its words. */
export function judged(raw: RawDifference): SchemaDifference {
  const { path, keyword, before, after, isNewField = false, note } = raw;
  const name = classOf(raw);
  const isAllowed = raw.widens || (raw.narrows && isNewField);
  const meaning =
    note ?? (isNewField && raw.narrows ? "a new optional field of an open object" : MEANING[name]);
  return {
    class: name,
    breaking: !isAllowed,
    path,
    keyword,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    words: `${keyword} was ${describeValue(before)} and is ${describeValue(after)}: ${meaning}`,
  };
}

/** The same differences, said about a place where widening narrows and narrowing widens. */
export const turned = (differences: readonly RawDifference[]): RawDifference[] =>
  differences.map(({ isNewField: _field, ...one }) => ({ ...one, widens: one.narrows, narrows: one.widens }));

/** The same differences, said about a place where nothing follows from the direction. */
export const unsure = (differences: readonly RawDifference[], note: string): RawDifference[] =>
  differences.map(({ isNewField: _field, ...one }) =>
    one.widens && one.narrows ? one : { ...one, widens: false, narrows: false, note },
  );
