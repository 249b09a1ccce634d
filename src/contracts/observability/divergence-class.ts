/** What a replay can differ in. */

/** The six divergence classes. */
export const DIVERGENCE_CLASSES = [
  "PLAN_DIVERGENCE",
  "OUTCOME_DIVERGENCE",
  "ORDERING_DIVERGENCE",
  "TIMING_DIVERGENCE",
  "AUTHORITY_DIVERGENCE",
  "PROVIDER_CHOICE_DIVERGENCE",
] as const;

/** A divergence class. */
export type DivergenceClass = (typeof DIVERGENCE_CLASSES)[number];
