/** Cancellation and the egress fence (RK-16, RK-22): what was cancelled does not come out any more. */
import type { BargeIn, Cancel, Output, Playback } from "../contracts/conformance/stimulus.ts";
import { refusesStale } from "./authority-guard.ts";
import type { SessionState, TurnState } from "./session-state.ts";
import { abortTurn } from "./turn-ending.ts";
import { emitRecord, emitSignal, type World } from "./world.ts";

/** T7 for scopes session and turn; other scopes fence a part of the turn, which goes on. */
export function cancel(world: World, session: SessionState, stimulus: Cancel) {
  const { scope, turn_id = session.active?.turn_id, node_id, provider_invocation_id } = stimulus;
  const turn = session.active?.turn_id === turn_id ? session.active : undefined;
  if (scope === "session") {
    const cause = emitSignal(world, session, { signal: "cancel", scope, event_scope: "session" });
    if (session.active !== undefined) cancelTurn(world, session, { turn: session.active, cause });
    return;
  }
  if (turn === undefined) return;
  const part = {
    ...(node_id !== undefined && { node_id }),
    ...(provider_invocation_id !== undefined && { provider_invocation_id }),
  };
  const cause = emitSignal(world, session, {
    signal: "cancel",
    scope,
    event_scope: "turn",
    turn_id: turn.turn_id,
    ...(scope !== "turn" && part),
  });
  if (scope === "turn") return cancelTurn(world, session, { turn, cause });
  turn.fenced.add(scope === "node" ? `node:${node_id}` : `invocation:${provider_invocation_id}`);
}

/** The user talks over the assistant: T7. */
export function bargeIn(world: World, session: SessionState, { turn_id }: BargeIn) {
  const turn = session.active;
  if (turn?.turn_id !== turn_id) return;
  const inTurn = { event_scope: "turn", turn_id } as const;
  const causal_parent_id = emitSignal(world, session, { signal: "barge_in", ...inTurn });
  const cause = emitSignal(world, session, { signal: "cancel", scope: "turn", ...inTurn, causal_parent_id });
  cancelTurn(world, session, { turn, cause });
}

function cancelTurn(
  world: World,
  session: SessionState,
  { turn, cause }: { readonly turn: TurnState; readonly cause: string },
) {
  turn.cancelled = true;
  turn.cancel_accepted_at = world.clock.now;
  // INV-CXL-06: what is buffered is flushed.
  if (turn.playback === "started" && world.parts.flushesPlayback())
    emitSignal(world, session, { signal: "playback_cancelled", turn_id: turn.turn_id });
  abortTurn(world, session, { turn, reason: "cancelled", cause });
}

/** Egress of assistant output: accepted, refused as stale, or held back by the fence. */
export function acceptOutput(world: World, session: SessionState, output: Output) {
  const { turn_id, authority_epoch = session.epoch, node_id, provider_invocation_id } = output;
  if (refusesStale(world, session, { authority_epoch })) return;
  const turn = session.turns.get(turn_id);
  if (turn === undefined || isFenced(world, turn, output)) return;
  const [point] = [...session.quotas.keys()].filter((at) => at !== "session");
  if (point !== undefined) {
    emitSignal(world, session, {
      signal: "shed",
      event_scope: "turn",
      turn_id,
      reason: `quota_exhausted_${point}`,
    });
    return;
  }
  if (node_id !== undefined) endHang(turn, node_id);
  const named = {
    ...(node_id !== undefined && { node_id }),
    ...(provider_invocation_id !== undefined && { provider_invocation_id }),
  };
  const record = { event_scope: "turn", turn_id, payload_class: "text_raw", ...named } as const;
  const causal_parent_id = emitRecord(world, session, record);
  if (world.parts.tellsOutput())
    emitSignal(world, session, { signal: "output_accepted", turn_id, causal_parent_id, ...named });
  turn.accepted_outputs += 1;
  if (authority_epoch < session.epoch) turn.acceptedStaleOutput = true;
  turn.first_output_at ??= world.clock.now;
}

function endHang(turn: TurnState, node_id: string) {
  turn.hanging.get(node_id)?.cancel();
  turn.hanging.delete(node_id);
}

/** INV-CXL-01, INV-CXL-02, INV-LIFE-05, INV-LIFE-06. */
function isFenced({ parts }: World, turn: TurnState, { node_id, provider_invocation_id }: Output): boolean {
  if (!parts.fences()) return false;
  const isPartOut =
    turn.fenced.has(`node:${node_id}`) ||
    turn.fenced.has(`invocation:${provider_invocation_id}`) ||
    (provider_invocation_id !== undefined && turn.abandoned.has(provider_invocation_id));
  return turn.state === "Closed" || isPartOut;
}

/** What the transport reports of playback (RK-22). */
export function notePlayback(world: World, session: SessionState, { turn_id, phase }: Playback) {
  const turn = session.turns.get(turn_id);
  if (turn === undefined || turn.cancelled || turn.accepted_outputs === 0) return;
  if (turn.playback !== (phase === "started" ? "none" : "started")) return;
  // A turn that was aborted for another reason plays no further.
  if (
    turn.state === "Closed" &&
    !session.journal.some((entry) => entry.turn_id === turn_id && entry.name === "commit")
  )
    return;
  turn.playback = phase;
  if (phase === "started") turn.playback_started_at = world.clock.now;
  emitSignal(world, session, {
    signal: phase === "started" ? "playback_started" : "playback_completed",
    turn_id,
  });
}
