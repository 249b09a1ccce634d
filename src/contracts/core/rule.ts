/**
 * Rules: the requirements of the contract, each with a public, stable id.
 *
 * A requirement says what must hold, in words. A check says it as data, for what the type of a single
 * field cannot express. Field types name the requirement they enforce in their metadata, so every broken
 * field and every failed check leads back to one id.
 */
import type { Condition, FieldPath } from "./condition.ts";

/** MUST rules refuse an artifact, SHOULD rules warn. */
export type RuleLevel = "MUST" | "SHOULD";

/** One requirement of the contract. Ids are never reused. */
export interface Requirement {
  readonly id: string;
  readonly level: RuleLevel;
  readonly text: string;
  /** The section of the specification or the feature id that it comes from. */
  readonly source: string;
  /** Set where no single artifact can show it: the rule speaks of a stream or needs a computation. */
  readonly scope?: "artifact" | "stream" | "computed";
}

/** A cross-field check of one object: whenever `when` holds (or always), `must` has to hold. */
export interface Check {
  readonly rule: string;
  readonly level?: RuleLevel;
  readonly when?: Condition;
  readonly must: Condition;
  /** The field that the diagnostic points at, relative to the object. */
  readonly at: FieldPath;
  /** What would satisfy the check, as it stands after "expected" in a message. */
  readonly expected: string;
}

type RuleText = readonly [level: RuleLevel, text: string, scope?: "stream" | "computed"];

/** Requirements written as a table: id, level and text, all from the same source. */
export function defineRules(
  source: string,
  table: Readonly<Record<string, RuleText>>,
): readonly Requirement[] {
  return Object.entries(table).map(([id, [level, text, scope]]) => ({
    id,
    level,
    text,
    source,
    scope: scope ?? "artifact",
  }));
}
