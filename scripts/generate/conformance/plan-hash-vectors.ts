/** The hash of plans in vectors: right wherever the vector is not about the hash itself. */

import { computePlanHash } from "../../../src/contracts/turn/plan-hash.ts";
import type { ResolvedTurnPlan } from "../../../src/contracts/turn/resolved-turn-plan.ts";
import { resolvedTurnPlanContract } from "../../../src/contracts/turn/resolved-turn-plan.ts";
import type { Vector } from "./vector.ts";
import { vector } from "./vector.ts";

/** The artifact, with its computed hash if it is a plan that has a well-formed one. */
export function sealed(kind: string, value: unknown): unknown {
  if (kind !== "resolved_turn_plan" || typeof value !== "object" || value === null) return value;
  const plan = value as ResolvedTurnPlan;
  return /^[0-9a-f]{64}$/.test(plan.plan_hash) ? { ...plan, plan_hash: computePlanHash(plan) } : value;
}

/** Vectors of the rule that the hash is the computed one. */
export function planHashVectors(): Vector[] {
  const about = { kind: "resolved_turn_plan", rule: "PLN-15", level: "SHOULD" } as const;
  return [
    vector({
      ...about,
      expect: "accept",
      name: "computed-hash",
      note: "plan_hash is the SHA-256 of the RFC 8785 canonical JSON of the plan without plan_hash",
      artifact: { value: sealed("resolved_turn_plan", resolvedTurnPlanContract.example) },
    }),
    vector({
      ...about,
      expect: "warn",
      name: "other-hash",
      note: "plan_hash is well formed but not the hash of this plan",
      artifact: { value: resolvedTurnPlanContract.example },
    }),
  ];
}
