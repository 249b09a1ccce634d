/** All mutants. */
import { BACKPRESSURE_MUTANTS } from "./backpressure-mutants.ts";
import { BUDGET_MUTANTS } from "./budget-mutants.ts";
import { CANCEL_MUTANTS } from "./cancel-mutants.ts";
import { DATA_CLASS_MUTANTS } from "./data-class-mutants.ts";
import { DETERMINISM_MUTANTS } from "./determinism-mutants.ts";
import { ENDING_MUTANTS } from "./ending-mutants.ts";
import { ENVELOPE_MUTANTS } from "./envelope-mutants.ts";
import { INTERRUPTION_MUTANTS } from "./interruption-mutants.ts";
import { LIFECYCLE_MUTANTS } from "./lifecycle-mutants.ts";
import type { NodeMutant } from "./node-mutant.ts";
import { ORDER_MUTANTS } from "./order-mutants.ts";
import { ROBUSTNESS_MUTANTS } from "./robustness-mutants.ts";
import { SCOPE_MUTANTS } from "./scope-mutants.ts";
import { SEQUENCE_MUTANTS } from "./sequence-mutants.ts";

/** Every one breaks a rule. */
export const NODE_MUTANTS: readonly NodeMutant[] = [
  ...LIFECYCLE_MUTANTS,
  ...ENDING_MUTANTS,
  ...ENVELOPE_MUTANTS,
  ...ORDER_MUTANTS,
  ...SCOPE_MUTANTS,
  ...CANCEL_MUTANTS,
  ...INTERRUPTION_MUTANTS,
  ...BUDGET_MUTANTS,
  ...BACKPRESSURE_MUTANTS,
  ...DETERMINISM_MUTANTS,
  ...ROBUSTNESS_MUTANTS,
  ...SEQUENCE_MUTANTS,
  ...DATA_CLASS_MUTANTS,
];
