/** Values that are handed around the kit and changed by nobody. */
import type { ResolvedTurnPlan } from "../turn/resolved-turn-plan.ts";

/** The same value, read-only at every depth; plans are what they are everywhere else. */
export type Immutable<T> = T extends ResolvedTurnPlan
  ? T
  : T extends readonly (infer I)[]
    ? readonly Immutable<I>[]
    : T extends object
      ? { readonly [K in keyof T]: Immutable<T[K]> }
      : T;
