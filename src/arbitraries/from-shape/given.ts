/** Turns the constraints of an arbitrary into what is given for each shape that its artifacts may have. */
import type { Shape } from "../../validators/shape.ts";
import { objectShapesOf } from "../../validators/shape.ts";
import { Draws, LEAST, restless } from "./draws.ts";
import type { Given } from "./make-object.ts";
import { makeObject, nothingGiven } from "./make-object.ts";
import type { Branch, Fields, ObjectPlan } from "./object-plan.ts";
import { planOf } from "./plan.ts";

/** One shape that artifacts may have, with what is given for it. */
export interface Variant {
  readonly plan: ObjectPlan;
  readonly given: Given;
  /** A small artifact, the first thing that shrinking tries. */
  readonly small: Fields;
}

/** What the author of a test decides about artifacts. */
export interface Wishes {
  readonly fixed: ReadonlyMap<string, unknown>;
  /** Values that the deciding field may have. */
  readonly deciders?: readonly string[] | undefined;
}

/** Who says whether a value is valid. */
export interface Judge {
  readonly fits: (value: unknown) => boolean;
}

/** The shapes that artifacts with these wishes may have; none when the wishes cannot be met. */
export function variantsOf(shape: Shape, wishes: Wishes, { fits }: Judge): Variant[] {
  return objectShapesOf(shape).flatMap((candidate) => {
    const plan = planOf(candidate);
    const given = givenFor(plan, wishes);
    const small = given && smallArtifact(plan, given, fits);
    return given === undefined || small === undefined ? [] : [{ plan, given, small }];
  });
}

function givenFor(plan: ObjectPlan, { fixed, deciders }: Wishes): Given | undefined {
  const unheard = [...fixed].some(([name, value]) => value !== undefined && !plan.byName.has(name));
  if (unheard || (deciders !== undefined && plan.decider === undefined)) return undefined;
  const names = new Set([...fixed.keys()].filter((name) => plan.byName.has(name)));
  if (plan.decider === undefined) return { ...nothingGiven(plan), fixed, names };
  const { name, branches } = plan.decider;
  const possible = [...branches].filter(
    ([value, branch]) =>
      (deciders === undefined || deciders.includes(value)) &&
      (!fixed.has(name) || fixed.get(name) === value) &&
      agrees(branch, fixed),
  );
  if (possible.length === 0) return undefined;
  return { fixed, names, deciders: possible.map(([value]) => value) };
}

/** Whether what one value of the deciding field demands agrees with the fixed fields. */
function agrees({ need, values }: Branch, fixed: ReadonlyMap<string, unknown>): boolean {
  return [...fixed].every(
    ([name, value]) =>
      (value !== undefined || !need.has(name)) && (values.get(name)?.includes(value as string) ?? true),
  );
}

/** Takes the least of everything, or, where fixed fields contradict that, another choice every time. */
function smallArtifact(
  plan: ObjectPlan,
  given: Given,
  fits: (value: unknown) => boolean,
): Fields | undefined {
  for (const chance of [LEAST, restless(1)]) {
    try {
      const artifact = makeObject(plan, new Draws(chance), given);
      if (fits(artifact)) return artifact;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return undefined;
}
