/** Deployment health: how a runner of contracts is, and whether a rollout may go on. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { enumField, integerField, listField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";

/** How a runner is, from well to ill. */
export const HEALTH_STATUSES = ["healthy", "degraded", "failing"] as const;

/** Why a runner is as it is, in the order in which reports list the reasons. */
export const HEALTH_REASON_CODES = [
  "healthy_cycle",
  "queue_backpressure_applied",
  "duplicate_cases_skipped",
  "malformed_inputs_observed",
  "retry_attempted",
  "retryable_failures_observed",
  "case_processing_failed",
  "cloud_rollout_applied",
  "wasm_rollout_applied",
] as const;

/** Why a runner is as it is. */
export type HealthReasonCode = (typeof HEALTH_REASON_CODES)[number];

/** Schema of deployment health, closed. */
export const DeploymentHealthSchema = wireObject(
  {
    status: enumField(HEALTH_STATUSES, { rule: "DHL-01", about: "How the runner is" }),
    failure_streak: integerField({
      rule: "DHL-02",
      about: "Cycles in a row, up to the last one, in which processing failed; failing from 3",
      unit: "cycles",
    }),
    rollout_gate: enumField(["pass", "hold"], {
      rule: "DHL-03",
      about: "Whether a rollout may go on: only while healthy",
    }),
    reason_codes: listField(enumField(HEALTH_REASON_CODES, { rule: "DHL-04", about: "A reason" }), {
      rule: "DHL-04",
      about: "What the last cycle showed, each reason once",
      min: 1,
    }),
  },
  {
    checks: [
      {
        rule: "DHL-03",
        when: { at: "status", in: ["healthy"] },
        must: { at: "rollout_gate", in: ["pass"] },
        at: "rollout_gate",
        expected: "pass while healthy",
      },
      {
        rule: "DHL-03",
        when: { at: "status", in: ["degraded", "failing"] },
        must: { at: "rollout_gate", in: ["hold"] },
        at: "rollout_gate",
        expected: "hold unless healthy",
      },
      { rule: "DHL-04", must: { unique: "reason_codes" }, at: "reason_codes", expected: "each reason once" },
    ],
  },
);

/** How a runner of contracts is. */
export type DeploymentHealth = z.infer<typeof DeploymentHealthSchema>;

const healthRules = defineRules("gates.md section 6", {
  "DHL-01": ["MUST", "status is healthy, degraded or failing"],
  "DHL-02": ["MUST", "failure_streak is a safe non-negative integer"],
  "DHL-03": ["MUST", "rollout_gate is pass while healthy, else hold"],
  "DHL-04": ["MUST", "At least one reason is given, and each known one at most once"],
});

/** The contract of deployment health. */
export const deploymentHealthContract = defineContract({
  address: "deploy/deployment-health",
  kind: "deployment_health",
  since: "0.1.0",
  title: "Deployment health",
  about: "How a runner of contracts is, and whether a rollout may go on.",
  schema: DeploymentHealthSchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"), ...healthRules],
  example: {
    status: "degraded",
    failure_streak: 1,
    rollout_gate: "hold",
    reason_codes: ["case_processing_failed"],
  },
});
