/** Valid artifacts that show how each rule is kept: the other side of the near misses. */
import type { RuleLevel } from "../../contracts/core/rule.ts";
import type { ObjectShape, Shape } from "../../validators/shape.ts";
import { objectShapesOf } from "../../validators/shape.ts";
import { Draws, LEAST } from "../from-shape/draws.ts";
import { keepingChangesAt } from "./keeping-changes.ts";
import { freshArtifact, rulesBrokenBy } from "./near-miss.ts";
import { placesOf } from "./place.ts";
import type { Variation } from "./variation.ts";
import { kebab, variationAt } from "./variation.ts";

/** A valid artifact that shows how a rule is kept. */
export interface KeptRule {
  readonly rule: string;
  readonly level: RuleLevel;
  /** Short name of what it shows, unique among those of a rule. */
  readonly name: string;
  /** The same in words. */
  readonly how: string;
  readonly value: unknown;
}

/** Which places to look at. */
export interface KeptOptions {
  /** Shapes whose inside is left alone. */
  readonly opaque?: ReadonlySet<Shape>;
}

/** Ways of keeping each rule, made of the given artifact or of the smallest one; none stands twice. */
export function keptRules(shape: Shape, artifact: unknown, { opaque }: KeptOptions = {}): KeptRule[] {
  const seen = new Set<string>();
  const variations =
    shape.is === "variants"
      ? Object.entries(shape.of).flatMap(([value, own]) => named(value, variationsOf(own, opaque)))
      : objectShapesOf(shape).flatMap((own) => variationsOf(own, opaque));
  return variations.flatMap(({ rule, level, name, how, shape: own, apply }) => {
    const value = apply(freshArtifact(own, artifact), new Draws(LEAST));
    const text = `${rule} ${JSON.stringify(value)}`;
    if (value === undefined || seen.has(text) || rulesBrokenBy(shape, value).length > 0) return [];
    seen.add(text);
    return [{ rule, level, name, how, value }];
  });
}

const named = (value: string, variations: readonly Variation[]): Variation[] =>
  variations.map((one) => ({ ...one, name: `${kebab([value])}-${one.name}`, how: `${value}: ${one.how}` }));

function variationsOf(shape: ObjectShape, opaque: ReadonlySet<Shape> | undefined): Variation[] {
  const places = placesOf(shape, opaque);
  const inside = places.flatMap((place) =>
    keepingChangesAt(place.plan).map((change) => variationAt(place, shape, change)),
  );
  const artifact: Variation = {
    rule: "CON-01",
    level: "MUST",
    name: "artifact-object",
    how: "the artifact is an object",
    sort: "artifact",
    rank: 0,
    shape,
    apply: (whole) => whole,
  };
  return [artifact, ...inside];
}
