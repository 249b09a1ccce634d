/** Provider invocations (RK-11): F3, with retry, switch and fallback where the plan allows them. */
import type { ProviderFault, ProviderStart } from "../contracts/conformance/stimulus.ts";
import { adapts } from "./budgets.ts";
import type { InvocationState, SessionState } from "./session-state.ts";
import { abortTurn } from "./turn-ending.ts";
import { emitSignal, type World } from "./world.ts";

/** A provider begins to work for the active turn. */
export function startProvider({ clock }: World, session: SessionState, stimulus: ProviderStart) {
  const { turn_id, provider_invocation_id, modality } = stimulus;
  const turn = session.active;
  if (turn?.turn_id !== turn_id || turn.invocations.has(provider_invocation_id)) return;
  turn.invocations.set(provider_invocation_id, {
    provider_invocation_id,
    modality,
    started_at: clock.now,
    attempts: 1,
    outcome_class: "success",
    retry_decision: "none",
  });
}

const OUTCOMES = {
  timeout: "timeout",
  rate_limit: "overload",
  disconnect: "infrastructure_failure",
} as const;

/** F3: the failure is told, then the plan's way out is taken, else the turn aborts. */
export function failProvider(world: World, session: SessionState, stimulus: ProviderFault) {
  const { turn_id, provider_invocation_id, fault } = stimulus;
  const turn = session.active;
  if (turn?.turn_id !== turn_id || turn.abandoned.has(provider_invocation_id)) return;
  const reason = `provider_${fault}`;
  const error = {
    signal: "provider_error",
    event_scope: "turn",
    turn_id,
    provider_invocation_id,
    reason,
  } as const;
  const cause = world.parts.tellsProviderError() ? emitSignal(world, session, error) : undefined;
  const invocation = turn.invocations.get(provider_invocation_id);
  const action = adapts(world, session, { turn, actions: ["retry", "provider_switch", "fallback"], reason });
  if (invocation !== undefined) noteFailure(world, invocation, { fault, action });
  if (action === undefined) abortTurn(world, session, { turn, reason: "provider_failure", cause });
  else if (action !== "retry") turn.abandoned.add(provider_invocation_id);
}

function noteFailure(
  { clock }: World,
  invocation: InvocationState,
  { fault, action }: { readonly fault: ProviderFault["fault"]; readonly action: string | undefined },
) {
  if (action === "retry") {
    invocation.attempts += 1;
    return;
  }
  invocation.ended_at = clock.now;
  invocation.outcome_class = OUTCOMES[fault];
  invocation.retry_decision = (action ?? "none") as InvocationState["retry_decision"];
}
