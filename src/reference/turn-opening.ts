/** The turn arbiter (RK-03), first half: a proposal is refused or opens a turn. */
import type { ProposeTurn } from "../contracts/conformance/stimulus.ts";
import type { DecisionOutcome } from "../contracts/control-plane/decision-outcome.ts";
import type { ResolvedTurnPlan } from "../contracts/turn/resolved-turn-plan.ts";
import { refusalOf } from "./admission.ts";
import { exhaustBudget } from "./budgets.ts";
import { noteRecorderPressure } from "./recorder-pressure.ts";
import type { SessionState, TurnState } from "./session-state.ts";
import { emitSignal, type World } from "./world.ts";

/** T1 to T5: a proposal is refused, or its turn opens under a plan that is frozen from then on. */
export function proposeTurn(world: World, session: SessionState, proposal: ProposeTurn) {
  const { turn_id } = proposal;
  const proposal_id = emitSignal(world, session, { signal: "turn_open_proposed" });
  const proposed_at = world.clock.now;
  const refusal = refusalOf(world, session, proposal);
  if (refusal !== undefined) {
    const { signal, reason } = refusal;
    emitSignal(world, session, { signal, reason, event_scope: "session" });
    return;
  }
  const reason = "admission_capacity_allow";
  const event_id = emitSignal(world, session, { signal: "admit", reason });
  const plan = resolvePlan(world, session, turn_id);
  emitSignal(world, session, { signal: "turn_open", turn_id, causal_parent_id: proposal_id });
  const turn: TurnState = {
    turn_id,
    plan,
    ...(session.audio_ingress_at !== undefined && { audio_ingress_at: session.audio_ingress_at }),
    proposed_at,
    opened_at: world.clock.now,
    decision: admitted(world, session, { turn_id, event_id, reason }),
    state: "Active",
    accepted_outputs: 0,
    acceptedStaleOutput: false,
    payload_classes: new Set(["metadata"]),
    playback: "none",
    fenced: new Set(),
    abandoned: new Set(),
    usedActions: new Set(),
    invocations: new Map(),
    hanging: new Map(),
    isDowngraded: false,
    migrations: [],
  };
  if (session.audio_ingress_at !== undefined) turn.payload_classes.add("audio_raw");
  delete session.audio_ingress_at;
  session.turns.set(turn_id, turn);
  session.usedTurnIds.add(turn_id);
  session.active = turn;
  session.journal.push({
    turn_id,
    name: "turn_open",
    at: world.clock.now,
    detail: { plan_hash: plan.plan_hash },
  });
  world.answer.plans.push(plan as unknown as Record<string, unknown>);
  noteRecorderPressure(world, session);
  turn.budget = world.clock.schedule(plan.budgets.turn_budget_ms, () =>
    exhaustBudget(world, session, { turn, what: "turn_budget", reason: "turn_budget_exhausted" }),
  );
}

/** INV-PLAN-01, INV-PLAN-02: the plan of the session, for this turn and under this epoch. */
function resolvePlan({ parts }: World, session: SessionState, turn_id: string): ResolvedTurnPlan {
  const plan = { ...structuredClone(session.plan), turn_id, authority_epoch: session.epoch };
  return { ...plan, plan_hash: parts.hashPlan(plan) };
}

function admitted(
  { clock, wallOffset }: World,
  session: SessionState,
  named: Pick<DecisionOutcome, "event_id" | "reason"> & { readonly turn_id: string },
): DecisionOutcome {
  return {
    outcome_kind: "admit",
    phase: "pre_turn",
    scope: "turn",
    session_id: session.session_id,
    ...named,
    runtime_timestamp_ms: clock.now,
    wall_clock_timestamp_ms: clock.now + wallOffset,
    emitted_by: "RK-25",
    authority_epoch: session.epoch,
  } as DecisionOutcome;
}
