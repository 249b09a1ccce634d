/** Plans are what they say they are: the hash that a plan carries is its own. */

import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import type { Finding } from "../check/finding.ts";
import type { Run } from "../check/run.ts";
import { cachedPlanHash } from "./cached-plan-hash.ts";

/** The first plan that does not hash to its `plan_hash`. */
export function wrongPlanHash({ outcomes }: Run): Finding | undefined {
  for (const [instant, { plans = [] }] of outcomes.entries()) {
    for (const plan of plans as unknown as readonly ResolvedTurnPlan[]) {
      const expected = cachedPlanHash(plan);
      if (plan.plan_hash === expected) continue;
      return {
        code: "plan_hash_wrong",
        requirement: "INV-PLAN-01",
        message: `The plan of turn "${plan.turn_id}" does not hash to its plan_hash`,
        expected,
        received: plan.plan_hash,
        likely_cause: "The hash is SHA-256 over RFC 8785 canonical JSON of the plan without plan_hash",
        at: { instant },
      };
    }
  }
  return undefined;
}
