/** Near misses: artifacts that break exactly one named rule of their contract. */
import type { RuleLevel } from "../../contracts/core/rule.ts";
import { diagnose } from "../../validators/diagnose.ts";
import type { ArtifactOfKind } from "../../validators/generated/kinds.ts";
import type { ObjectShape, Shape } from "../../validators/shape.ts";
import { kindEntry } from "../../validators/validate.ts";
import { Draws, LEAST, MOST, restless } from "../from-shape/draws.ts";
import { makeObject, nothingGiven } from "../from-shape/make-object.ts";
import type { Fields } from "../from-shape/object-plan.ts";
import { planOf } from "../from-shape/plan.ts";
import { breaksOf } from "./breaks.ts";
import type { Variation, VariationSort } from "./variation.ts";

/** An artifact that breaks exactly one rule. */
export interface NearMiss {
  /** The broken rule. */
  readonly rule: string;
  readonly level: RuleLevel;
  /** Short name of the mistake, unique among those of a rule. */
  readonly name: string;
  /** The mistake in words. */
  readonly how: string;
  readonly value: unknown;
}

/** A broken artifact with everything that it breaks. */
export interface BrokenArtifact extends NearMiss {
  readonly sort: VariationSort;
  readonly rank: number;
  /** Rules that the same mistake breaks too; a near miss has none. */
  readonly alsoBreaks: readonly string[];
}

/**
 * The near misses of a kind, the same ones every time: each way of breaking one rule, applied to the given
 * artifact or to the smallest there is.
 */
export function nearMisses(kind: keyof ArtifactOfKind, artifact?: unknown): NearMiss[] {
  const { shape } = kindEntry(kind);
  return brokenArtifacts(shape, artifact)
    .filter(({ alsoBreaks }) => alsoBreaks.length === 0)
    .map(({ rule, level, name, how, value }) => ({ rule, level, name, how, value }));
}

/** Which breaks to apply; all of the shape unless told. */
export interface BreakOptions {
  readonly breaks?: readonly Variation[];
}

/** Every break applied, those of checks in up to two ways, with all the rules that it turned out to break. */
export function brokenArtifacts(
  shape: Shape,
  artifact?: unknown,
  { breaks = breaksOf(shape) }: BreakOptions = {},
): BrokenArtifact[] {
  return breaks.flatMap((one) => {
    const { rule: rules, level, how, sort, rank } = one;
    const [rule, ...named] = rules.split("+") as [string, ...string[]];
    return waysToBreak(one, artifact, shape).map(({ value, found }, way) => {
      const name = way === 0 ? one.name : `${one.name}-2`;
      const alsoBreaks = [...new Set([...named, ...found.filter((id) => id !== rule)])];
      return { rule, level, name, how, value, sort, rank, alsoBreaks };
    });
  });
}

interface Way {
  readonly value: unknown;
  readonly found: readonly string[];
}

/** Different results of one break; those that break nothing else come first. */
function waysToBreak(one: Variation, artifact: unknown, shape: Shape): Way[] {
  const chances = one.sort === "check" ? [LEAST, MOST, restless(1), restless(2), restless(5)] : [LEAST];
  const ways = new Map<string, Way>();
  for (const chance of chances) {
    const value = one.apply(freshArtifact(one.shape, artifact), new Draws(chance));
    if (value !== undefined) ways.set(JSON.stringify(value), { value, found: rulesBrokenBy(shape, value) });
  }
  return [...ways.values()].sort((left, right) => left.found.length - right.found.length).slice(0, 2);
}

/** Ids of the rules that a value breaks in closed mode, SHOULD rules included, each once. */
export function rulesBrokenBy(shape: Shape, value: unknown): string[] {
  return [...new Set(diagnose(shape, value, { open: false }).diagnostics.map(({ rule }) => rule))];
}

/** The artifact if it has this shape, or else the smallest one that has. A copy, to be changed. */
export function freshArtifact(shape: ObjectShape, artifact: unknown): Fields {
  if (artifact !== undefined && rulesBrokenBy(shape, artifact).length === 0)
    return structuredClone(artifact as Fields);
  const plan = planOf(shape);
  return makeObject(plan, new Draws(LEAST), nothingGiven(plan));
}
