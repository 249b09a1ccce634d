/** Places: the objects inside an artifact, reached even where the artifact at hand has none. */
import type { ObjectShape, Shape } from "../../validators/shape.ts";
import type { Draws } from "../from-shape/draws.ts";
import type { Fields, ObjectPlan, Site } from "../from-shape/object-plan.ts";
import { planOf } from "../from-shape/plan.ts";
import { bring, settle } from "../from-shape/settle.ts";

/** An object of the contract: the artifact itself or one inside it. */
export interface Place {
  readonly plan: ObjectPlan;
  /** Rule of an integer beyond 2^53 - 1 that holds here. */
  readonly unsafe: string | undefined;
  /** The place around this one, and the field that leads here: itself, by an item or by a map value. */
  readonly outer?: { readonly place: Place; readonly field: string; readonly many: boolean };
}

/** Every place of artifacts with this shape, the artifact first. What is inside `opaque` shapes is left out. */
export function placesOf(shape: ObjectShape, opaque?: ReadonlySet<Shape>): Place[] {
  return placesFrom({ plan: planOf(shape), unsafe: shape.unsafe }, opaque);
}

function placesFrom(place: Place, opaque: ReadonlySet<Shape> | undefined): Place[] {
  const inner = Object.entries(place.plan.shape.fields).flatMap(([name, { shape, never }]) => {
    const many = shape.is === "list" || shape.is === "map";
    const item = shape.is === "list" ? shape.item : shape.is === "map" ? shape.value : shape;
    if (never || item?.is !== "object" || opaque?.has(item)) return [];
    const unsafe = item.unsafe ?? place.unsafe;
    return placesFrom({ plan: planOf(item), unsafe, outer: { place, field: name, many } }, opaque);
  });
  return [place, ...inner];
}

/** Names of the fields that lead to the place. */
export function pathOf({ outer }: Place): string[] {
  return outer === undefined ? [] : [...pathOf(outer.place), outer.many ? `${outer.field}[]` : outer.field];
}

/**
 * The objects from the artifact to the place, put there if they are absent; undefined where they cannot
 * be. Changes the artifact.
 */
export function reach({ outer }: Place, artifact: Fields, draws: Draws): Fields[] | undefined {
  if (outer === undefined) return [artifact];
  const trail = reach(outer.place, artifact, draws);
  const around = trail?.at(-1);
  if (trail === undefined || around === undefined) return undefined;
  const { field, many } = outer;
  const site: Site = { plan: outer.place.plan, object: around, draws, fixed: new Set() };
  const isThere = bring({ has: field }, true, site) && (!many || bring({ filled: field }, true, site));
  if (!isThere || !settle({ ...site, fixed: new Set([field]) })) return undefined;
  const found = around[field] as Fields;
  return [...trail, many ? (draws.one(Object.values(found)) as Fields) : found];
}

/** What is left to do after a change: all rules but the broken one are to hold. */
export interface Aftermath {
  readonly broken: string;
  readonly draws: Draws;
}

/** After a change at the end of the trail: mends what is around it. */
export function settleAround({ outer }: Place, trail: readonly Fields[], aftermath: Aftermath): void {
  const object = trail.at(-2);
  if (outer === undefined || object === undefined) return;
  const { draws, broken } = aftermath;
  settle({ plan: outer.place.plan, object, draws, fixed: new Set([outer.field]) }, broken);
  settleAround(outer.place, trail.slice(0, -1), aftermath);
}
