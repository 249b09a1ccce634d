/** All broken runtimes. */
import { CONTRACT_MUTANTS } from "./contract-mutants.ts";
import { MODEL_MUTANTS } from "./model-mutants.ts";
import type { Mutant } from "./mutant.ts";
import { REPLAY_MUTANTS } from "./replay-mutants.ts";

/** Every broken runtime; each check of a profile has at least one. */
export const MUTANTS: readonly Mutant[] = [...CONTRACT_MUTANTS, ...REPLAY_MUTANTS, ...MODEL_MUTANTS];
