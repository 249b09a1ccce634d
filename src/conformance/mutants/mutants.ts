/** All broken runtimes. */
import { CONTRACT_MUTANTS } from "./contract-mutants.ts";
import { EDGE_MUTANTS } from "./edge-mutants.ts";
import { MODEL_MUTANTS } from "./model-mutants.ts";
import type { Mutant } from "./mutant.ts";
import { REPLAY_MUTANTS } from "./replay-mutants.ts";
import { SCENARIO_MUTANTS } from "./scenario-mutants.ts";
import { STREAM_MUTANTS } from "./stream-mutants.ts";

/** Every broken runtime; each check of a profile has at least one. */
export const MUTANTS: readonly Mutant[] = [
  ...CONTRACT_MUTANTS,
  ...SCENARIO_MUTANTS,
  ...REPLAY_MUTANTS,
  ...EDGE_MUTANTS,
  ...MODEL_MUTANTS,
  ...STREAM_MUTANTS,
];
