/** The plans of the turns of a run: those that the subject gave, or else the ones that the kit gave its sessions. */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import type { TraceOptions } from "../../trace/trace-options.ts";
import type { Run } from "../check/run.ts";

type PlanLookup = Extract<NonNullable<TraceOptions["plans"]>, (...turn: never[]) => unknown>;

/** Looks up the plan of a turn. A subject that does not declare to give plans is judged by those of its sessions. */
export function plansOfTurns(run: Run, { isGiven }: { readonly isGiven: boolean }): PlanLookup {
  const plans = isGiven ? givenPlans(run) : sessionPlans(run);
  return ({ session_id, turn_id }) =>
    plans.get(isGiven ? JSON.stringify([session_id, turn_id]) : session_id) as ResolvedTurnPlan | undefined;
}

/** Plans name no session: each belongs to the turn of its name that opened in the same answer. */
function givenPlans({ outcomes }: Run): ReadonlyMap<string, JsonObject> {
  const plans = new Map<string, JsonObject>();
  for (const { events, plans: given = [] } of outcomes) {
    const left = [...given];
    for (const { signal, session_id, turn_id } of events) {
      const place = signal === "turn_open" ? left.findIndex((plan) => plan["turn_id"] === turn_id) : -1;
      const [plan] = place < 0 ? [] : left.splice(place, 1);
      const key = JSON.stringify([session_id, turn_id]);
      if (plan !== undefined && !plans.has(key)) plans.set(key, plan);
    }
  }
  return plans;
}

/** What a turn makes its own is left out: it is not known without the subject. */
function sessionPlans({ instants }: Run): ReadonlyMap<string, JsonObject> {
  const plans = new Map<string, JsonObject>();
  for (const stimulus of instants.flat()) {
    if (stimulus.kind !== "open_session" || plans.has(stimulus.session_id)) continue;
    const { plan_hash: _, authority_epoch: __, ...plan } = stimulus.plan;
    plans.set(stimulus.session_id, plan);
  }
  return plans;
}
