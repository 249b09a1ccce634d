/** Arbitrary near misses: valid artifacts with one mistake, every rule as likely as any other. */
import type { Random } from "fast-check";
import { Arbitrary, Stream, Value } from "fast-check";

import type { ArtifactOfKind } from "../../validators/generated/kinds.ts";
import type { Shape } from "../../validators/shape.ts";
import { kindEntry } from "../../validators/validate.ts";
import { Draws } from "../from-shape/draws.ts";
import { makeObject, nothingGiven } from "../from-shape/make-object.ts";
import { planOf } from "../from-shape/plan.ts";
import { breaksOf } from "./breaks.ts";
import type { NearMiss } from "./near-miss.ts";
import { nearMisses, rulesBrokenBy } from "./near-miss.ts";
import type { Variation } from "./variation.ts";

/** Which near misses to generate. */
export interface NearMissConstraints {
  /** Rules to break; all that an artifact of the kind can break alone unless told. */
  readonly rules?: readonly string[];
}

/**
 * Near misses of a kind: each breaks exactly the rule that it names, MUST rules unless others are asked
 * for. Rules that no artifact of the kind can break alone are a TypeError.
 */
export function nearMissArbitrary(
  kind: keyof ArtifactOfKind,
  { rules }: NearMissConstraints = {},
): Arbitrary<NearMiss> {
  const { shape } = kindEntry(kind);
  const least = new Map<string, NearMiss>();
  for (const miss of nearMisses(kind))
    if (!least.has(miss.rule) && (rules?.includes(miss.rule) ?? miss.level === "MUST"))
      least.set(miss.rule, miss);
  const unbreakable = (rules ?? []).filter((rule) => !least.has(rule));
  if (unbreakable.length === 0 && least.size > 0) return new NearMissArbitrary(shape, least);
  const known = [...new Set(nearMisses(kind).map((miss) => miss.rule))].join(", ");
  throw new TypeError(
    `Cannot generate near misses of ${kind}: expected rules among ${known} but received ${unbreakable.join(", ") || "none"}`,
  );
}

class NearMissArbitrary extends Arbitrary<NearMiss> {
  readonly #shape: Shape;
  readonly #least: ReadonlyMap<string, NearMiss>;
  readonly #rules: readonly string[];
  readonly #breaks: ReadonlyMap<string, readonly Variation[]>;

  constructor(shape: Shape, least: ReadonlyMap<string, NearMiss>) {
    super();
    this.#shape = shape;
    this.#least = least;
    this.#rules = [...least.keys()];
    this.#breaks = breaksByRule(shape);
  }

  override generate(random: Random, biasFactor: number | undefined): Value<NearMiss> {
    const edgy = biasFactor !== undefined && random.nextInt(1, biasFactor) === 1;
    const draws = new Draws(random, { edgy });
    const rule = draws.one(this.#rules);
    const breaks = this.#breaks.get(rule) ?? [];
    const start = draws.int(0, breaks.length - 1);
    // A mistake can break a second rule in this very artifact; then the next way of making it is tried.
    for (const one of [...breaks.slice(start), ...breaks.slice(0, start)]) {
      const plan = planOf(one.shape);
      const value = one.apply(makeObject(plan, draws, nothingGiven(plan)), draws);
      const broken = value === undefined ? [] : rulesBrokenBy(this.#shape, value);
      if (broken.length !== 1 || broken[0] !== rule) continue;
      const { level, name, how } = one;
      return new Value({ rule, level, name, how, value }, undefined);
    }
    return new Value(structuredClone(this.#least.get(rule) as NearMiss), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is NearMiss {
    const { rule, value: artifact } = value as NearMiss;
    return this.#least.has(rule) && rulesBrokenBy(this.#shape, artifact).join() === rule;
  }

  /** To the smallest near miss of the same rule, in one step. */
  override shrink(value: NearMiss): Stream<Value<NearMiss>> {
    const least = this.#least.get(value.rule);
    const isSmaller = JSON.stringify(least).length < JSON.stringify(value).length;
    return least === undefined || !isSmaller
      ? Stream.nil()
      : Stream.of(new Value(structuredClone(least), undefined));
  }
}

function breaksByRule(shape: Shape): ReadonlyMap<string, readonly Variation[]> {
  const byRule = new Map<string, Variation[]>();
  for (const one of breaksOf(shape)) byRule.set(one.rule, [...(byRule.get(one.rule) ?? []), one]);
  return byRule;
}
