/** Plan hashes, remembered: the same few plans come again in thousands of runs. */
import { computePlanHash } from "../../contracts/turn/plan-hash.ts";
import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";

/** Plans that are remembered; beyond it all are forgotten. */
const MOST_PLANS = 512;

const known = new Map<string, string>();

/** The hash of the plan, as `computePlanHash` gives it. */
export function cachedPlanHash(plan: ResolvedTurnPlan): string {
  const text = JSON.stringify(plan);
  const hash = known.get(text) ?? computePlanHash(plan);
  if (known.size >= MOST_PLANS) known.clear();
  known.set(text, hash);
  return hash;
}
