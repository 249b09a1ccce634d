/** Freezing of plans: a turn runs by one plan that nobody can change under it. */
import type { ResolvedTurnPlan } from "./resolved-turn-plan.ts";

/** The same value, read-only at every depth. */
export type DeepReadonly<T> = T extends (infer I)[]
  ? readonly DeepReadonly<I>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** A plan that cannot change. */
export type FrozenTurnPlan = DeepReadonly<ResolvedTurnPlan>;

/**
 * A deeply frozen copy of the plan. The plan that was given stays as it is, so freezing never surprises
 * the code that still builds it.
 */
export function freezePlan(plan: ResolvedTurnPlan | FrozenTurnPlan): FrozenTurnPlan {
  return deepFrozen(structuredClone(plan)) as FrozenTurnPlan;
}

function deepFrozen(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  for (const inner of Object.values(value)) deepFrozen(inner);
  return Object.freeze(value);
}
