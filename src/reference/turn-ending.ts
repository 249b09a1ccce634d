/** The turn arbiter (RK-03), second half: ends turns and closes what ended. */
import { dropQueued } from "./edges/edge-queue.ts";
import { baselineEvidence } from "./evidence-recorder.ts";
import type { SessionState, TurnState } from "./session-state.ts";
import { emitSignal, type World } from "./world.ts";

/** T6: all work of the turn is done; T9 when the evidence of it cannot be kept. */
export function completeTurn(world: World, session: SessionState, turn: TurnState) {
  if (session.recorder === "unavailable")
    abortTurn(world, session, { turn, reason: "recording_evidence_unavailable" });
  else endTurn(world, session, { turn, signal: "commit" });
}

/** T7 to T10: the turn ends early, with its reason. */
export function abortTurn(
  world: World,
  session: SessionState,
  { turn, reason, cause }: Pick<Ending, "turn" | "cause"> & { readonly reason: string },
) {
  endTurn(world, session, { turn, signal: "abort", reason: world.parts.abortReason(reason), cause });
}

interface Ending {
  readonly turn: TurnState;
  readonly signal: "commit" | "abort";
  readonly reason?: string;
  /** Id of the event that the turn ends for. */
  readonly cause?: string | undefined;
}

/** INV-LIFE-01: one terminal signal, then close; nothing of the turn comes after it. */
function endTurn(world: World, session: SessionState, { turn, signal, reason, cause }: Ending) {
  if (turn.state !== "Active") return;
  const { turn_id } = turn;
  stopTimers(turn);
  dropQueued(world, session, turn);
  const terminal_at = world.clock.now;
  const causal_parent_id =
    signal === "commit"
      ? emitSignal(world, session, { signal, turn_id })
      : emitSignal(world, session, {
          signal,
          turn_id,
          reason: reason ?? "",
          ...(cause !== undefined && { causal_parent_id: cause }),
        });
  if (world.parts.closes()) emitSignal(world, session, { signal: "close", turn_id, causal_parent_id });
  turn.state = "Closed";
  if (session.active === turn) delete session.active;
  const detail = { ...(reason !== undefined && { reason }) };
  session.journal.push({ turn_id, name: signal, at: terminal_at, detail });
  if (world.parts.keepsEvidence())
    world.answer.evidence.push(
      baselineEvidence(world, session, { turn, outcome: signal, reason, terminal_at }),
    );
}

function stopTimers(turn: TurnState) {
  turn.budget?.cancel();
  for (const timer of turn.hanging.values()) timer.cancel();
  turn.hanging.clear();
}
