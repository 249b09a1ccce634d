/**
 * Health of a runner of contracts, cycle after cycle.
 *
 * Health is a function of the previous health and of what the last cycle showed, so that any observer who replays
 * the cycles comes to the same status. One failed cycle is a bad moment, three in a row are a state: the rollout
 * waits from the first, and the status says which it is.
 */
import type { DeploymentHealth, HealthReasonCode } from "../../contracts/deploy/deployment-health.ts";
import { BOOLEAN, INTEGER, objectOf, optional } from "../../internal/input-shape.ts";
import { requireShape } from "../invalid-input.ts";

/** What a cycle showed; what is absent did not happen. */
export interface HealthCycle {
  readonly queue_backpressure_applied?: boolean | undefined;
  readonly duplicate_cases_skipped?: number | undefined;
  readonly malformed_inputs?: number | undefined;
  readonly retries_attempted?: number | undefined;
  /** Failures that may be retried, whether a retry has mended them or not. */
  readonly retryable_failures?: number | undefined;
  /** Cases whose processing failed for good; any makes the cycle a failed one. */
  readonly failed_cases?: number | undefined;
  readonly cloud_rollouts_applied?: number | undefined;
  readonly wasm_rollouts_applied?: number | undefined;
}

/** Failed cycles in a row from which on a runner is failing. */
export const FAILING_STREAK = 3;

const COUNT = optional(INTEGER);
const CYCLE = objectOf<HealthCycle>({
  queue_backpressure_applied: optional(BOOLEAN),
  duplicate_cases_skipped: COUNT,
  malformed_inputs: COUNT,
  retries_attempted: COUNT,
  retryable_failures: COUNT,
  failed_cases: COUNT,
  cloud_rollouts_applied: COUNT,
  wasm_rollouts_applied: COUNT,
});
const PREVIOUS = optional(objectOf({ failure_streak: INTEGER }));

/** The reason that each observation gives, and whether it keeps a rollout from going on. */
const REASONS: readonly (readonly [keyof HealthCycle, HealthReasonCode, "holds" | "passes"])[] = [
  ["queue_backpressure_applied", "queue_backpressure_applied", "holds"],
  ["duplicate_cases_skipped", "duplicate_cases_skipped", "passes"],
  ["malformed_inputs", "malformed_inputs_observed", "holds"],
  ["retries_attempted", "retry_attempted", "holds"],
  ["retryable_failures", "retryable_failures_observed", "holds"],
  ["failed_cases", "case_processing_failed", "holds"],
  ["cloud_rollouts_applied", "cloud_rollout_applied", "passes"],
  ["wasm_rollouts_applied", "wasm_rollout_applied", "passes"],
];

/**
 * The health after a cycle. Without a previous health the runner has just started. Throws TypeError or RangeError
 * that names a field that is not well formed.
 *
 * @since 0.1.0
 */
export function evaluateDeploymentHealth(
  previous: DeploymentHealth | undefined,
  cycle: HealthCycle,
): DeploymentHealth {
  const { failure_streak: before } = previous ?? { failure_streak: 0 };
  requireShape("previous", { failure_streak: before }, PREVIOUS);
  requireShape("cycle", cycle, CYCLE);
  const given = REASONS.filter(([field]) => Number(cycle[field] ?? 0) > 0);
  const failure_streak = (cycle.failed_cases ?? 0) > 0 ? before + 1 : 0;
  const isHeld = given.some(([, , effect]) => effect === "holds");
  const status = failure_streak >= FAILING_STREAK ? "failing" : isHeld ? "degraded" : "healthy";
  const codes = given.map(([, code]) => code);
  return {
    status,
    failure_streak,
    rollout_gate: status === "healthy" ? "pass" : "hold",
    reason_codes: status === "healthy" ? ["healthy_cycle", ...codes] : codes,
  };
}
