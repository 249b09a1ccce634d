/** A frozen plan cannot be written to. */
import { test } from "vitest";

import { freezePlan } from "./freeze-plan.ts";
import { PLAN_EXAMPLE } from "./resolved-turn-plan.ts";

test("no field of a frozen plan can be assigned", () => {
  const write = () => {
    const plan = freezePlan(PLAN_EXAMPLE);
    // @ts-expect-error read-only
    plan.turn_id = "other";
    // @ts-expect-error read-only at every depth
    plan.budgets.turn_budget_ms = 1;
    // @ts-expect-error read-only arrays
    plan.allowed_adaptive_actions.push("retry");
  };
  void write;
});
