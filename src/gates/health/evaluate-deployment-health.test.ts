/** Health over cycles, drawn and chosen. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { type DeploymentHealth, DeploymentHealthSchema } from "../../contracts/deploy/deployment-health.ts";
import { canonicalJson } from "../../internal/canonical-json.ts";
import { evaluateDeploymentHealth, type HealthCycle } from "./evaluate-deployment-health.ts";

const healthAfter = (...cycles: readonly HealthCycle[]): DeploymentHealth | undefined =>
  cycles.reduce<DeploymentHealth | undefined>(
    (health, cycle) => evaluateDeploymentHealth(health, cycle),
    undefined,
  );

const count = fc.nat({ max: 3 });
const cycleArbitrary: fc.Arbitrary<HealthCycle> = fc.record(
  {
    queue_backpressure_applied: fc.boolean(),
    duplicate_cases_skipped: count,
    malformed_inputs: count,
    retries_attempted: count,
    retryable_failures: count,
    failed_cases: count,
    cloud_rollouts_applied: count,
    wasm_rollouts_applied: count,
  },
  { requiredKeys: [] },
);
const settings = { seed: 42, numRuns: 500 };
const failed = { failed_cases: 1 };

describe("deployment health", () => {
  it("starts healthy with a cycle in which nothing happened", () => {
    expect(healthAfter({})).toEqual({
      status: "healthy",
      failure_streak: 0,
      rollout_gate: "pass",
      reason_codes: ["healthy_cycle"],
    });
  });

  it("is failing from the third failed cycle in a row, and well after a good one", () => {
    expect(healthAfter(failed, failed)).toMatchObject({ status: "degraded", failure_streak: 2 });
    expect(healthAfter(failed, failed, failed)).toMatchObject({ status: "failing", rollout_gate: "hold" });
    expect(healthAfter(failed, failed, {}, failed)).toMatchObject({ status: "degraded", failure_streak: 1 });
    expect(healthAfter(failed, failed, failed, {})).toMatchObject({
      status: "healthy",
      rollout_gate: "pass",
    });
  });

  it.each([
    [{ queue_backpressure_applied: true }, "degraded", ["queue_backpressure_applied"]],
    [{ malformed_inputs: 1 }, "degraded", ["malformed_inputs_observed"]],
    [{ retries_attempted: 1 }, "degraded", ["retry_attempted"]],
    [{ retryable_failures: 1 }, "degraded", ["retryable_failures_observed"]],
    [failed, "degraded", ["case_processing_failed"]],
    [{ duplicate_cases_skipped: 2 }, "healthy", ["healthy_cycle", "duplicate_cases_skipped"]],
    [{ cloud_rollouts_applied: 1 }, "healthy", ["healthy_cycle", "cloud_rollout_applied"]],
    [{ wasm_rollouts_applied: 1 }, "healthy", ["healthy_cycle", "wasm_rollout_applied"]],
  ])("after %j is %s", (cycle, status, reason_codes) => {
    expect(healthAfter(cycle)).toMatchObject({ status, reason_codes });
  });

  it("is always what its contract says, with the gate open only while healthy", () => {
    fc.assert(
      fc.property(fc.array(cycleArbitrary, { minLength: 1, maxLength: 8 }), (cycles) => {
        const health = healthAfter(...cycles) as DeploymentHealth;
        expect(DeploymentHealthSchema.safeParse(health).error).toBeUndefined();
        expect(health.rollout_gate === "pass").toBe(health.status === "healthy");
        expect(health.status === "failing").toBe(health.failure_streak >= 3);
        const streak = cycles.toReversed().findIndex((cycle) => (cycle.failed_cases ?? 0) === 0);
        expect(health.failure_streak).toBe(streak === -1 ? cycles.length : streak);
      }),
      settings,
    );
  });

  it("forgets everything but the streak: a cycle without a failure gives the same health after any past", () => {
    fc.assert(
      fc.property(fc.array(cycleArbitrary, { maxLength: 5 }), cycleArbitrary, (past, last) => {
        const good = { ...last, failed_cases: 0 };
        expect(canonicalJson(healthAfter(...past, good))).toBe(canonicalJson(healthAfter(good)));
      }),
      settings,
    );
  });

  it("refuses counts and fields that are none", () => {
    expect(() => healthAfter({ failed_cases: -1 })).toThrow(RangeError);
    expect(() => healthAfter({ failed: 1 } as never)).toThrow(/cycle\.failed/);
    expect(() => evaluateDeploymentHealth({ failure_streak: 0.5 } as never, {})).toThrow(RangeError);
    expect(() => evaluateDeploymentHealth(undefined, null as never)).toThrow(TypeError);
  });
});
