/** Broken runtimes for the checks of replay and evidence. */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import { answering, type Mutant } from "./mutant.ts";

const invocations = (change: (outcome: JsonObject) => JsonObject): NonNullable<Mutant["wrap"]> =>
  answering(({ evidence = [], ...outcome }) => ({
    ...outcome,
    evidence: evidence.map((entry) => ({
      ...entry,
      ...(Array.isArray(entry["invocation_outcomes"]) && {
        invocation_outcomes: entry["invocation_outcomes"].map(change),
      }),
    })),
  }));

/** Killed by RD-005. */
export const REPLAY_MUTANTS: readonly Mutant[] = [
  {
    id: "latency-is-zero",
    check: "RD-005",
    code: "invocation_latency_wrong",
    about: "Evidence does not tell how long invocations took",
    wrap: invocations((outcome) => ({
      ...outcome,
      final_attempt_latency_ms: 0,
      total_invocation_latency_ms: 0,
    })),
  },
];
