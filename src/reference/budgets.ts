/** Budgets and node failures (RK-17): F2, and the turn's own budget. */
import type { NodeFault } from "../contracts/conformance/stimulus.ts";
import type { SessionState, TurnState } from "./session-state.ts";
import { abortTurn } from "./turn-ending.ts";
import { emitSignal, type World } from "./world.ts";

/** What ran out. */
interface Exhausted {
  readonly turn: TurnState;
  readonly what: string;
  readonly reason: string;
}

/** The budget is told, then the plan's own way out is taken once, else the turn aborts (T10). */
export function exhaustBudget(world: World, session: SessionState, { turn, what, reason }: Exhausted) {
  if (turn.state !== "Active") return;
  const { turn_id } = turn;
  const told = { event_scope: "turn", turn_id, reason: what } as const;
  let cause: string | undefined;
  if (world.parts.tellsBudget()) {
    const causal_parent_id = emitSignal(world, session, { signal: "budget_warning", ...told });
    cause = emitSignal(world, session, { signal: "budget_exhausted", ...told, causal_parent_id });
  }
  if (!adapts(world, session, { turn, actions: ["degrade", "fallback"], reason: what }))
    abortTurn(world, session, { turn, reason, cause });
}

/** F2: a node that hangs is given its budget, one that throws is answered at once. */
export function failNode(world: World, session: SessionState, { turn_id, node_id, fault }: NodeFault) {
  const turn = session.active;
  if (turn?.turn_id !== turn_id) return;
  const reason = "node_timeout_or_failure";
  if (fault === "throw") {
    if (!adapts(world, session, { turn, actions: ["degrade", "fallback"], reason: "node_failure" }))
      abortTurn(world, session, { turn, reason });
    return;
  }
  if (turn.hanging.has(node_id)) return;
  const timer = world.clock.schedule(turn.plan.budgets.node_budget_ms_default, () => {
    turn.hanging.delete(node_id);
    exhaustBudget(world, session, { turn, what: "node_budget", reason });
  });
  turn.hanging.set(node_id, timer);
}

/** INV-PLAN-03: takes the first of the actions that the plan still allows, and announces it. */
export function adapts(
  world: World,
  session: SessionState,
  {
    turn,
    actions,
    reason,
  }: { readonly turn: TurnState; readonly actions: readonly string[]; readonly reason: string },
): string | undefined {
  const allowed = turn.plan.allowed_adaptive_actions.filter((action) => actions.includes(action));
  const candidates = allowed.length > 0 ? allowed : actions;
  const action = candidates.find((one) => world.parts.mayAdapt(one, turn.plan, turn.usedActions));
  if (action === undefined) return undefined;
  turn.usedActions.add(action);
  session.journal.push({ turn_id: turn.turn_id, name: action, at: world.clock.now, detail: { reason } });
  // A retry has no signal of its own.
  if (action !== "retry")
    emitSignal(world, session, {
      signal: action as "degrade",
      event_scope: "turn",
      turn_id: turn.turn_id,
      reason,
    });
  return action;
}
