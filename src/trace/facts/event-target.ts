/** What an authority signal or a cancel is about: the turn itself, the proposal before it, or a part. */
import type { EventView } from "../view/event-view.ts";
import { onlyActiveTurn, type PartialCancel, type SessionFacts, turnOf } from "./session-facts.ts";
import type { TurnFacts } from "./turn-facts.ts";

const PRE_TURN: ReadonlySet<string> = new Set(["reject", "defer"]);
const AUTHORITY: ReadonlySet<string> = new Set(["stale_epoch_reject", "deauthorized_drain"]);

/**
 * Whether the event refuses a proposal. The two authority signals also occur within turns: they are about
 * a turn that they name or, without a name, about the proposal that waits, if one does.
 */
export function isRefusal(event: EventView, session: SessionFacts): boolean {
  if (PRE_TURN.has(event.kind)) return true;
  if (!AUTHORITY.has(event.kind)) return false;
  if (event.turn_id !== undefined) return turnOf(session, event.turn_id) === undefined;
  return session.pendingProposals > 0 || session.turns.size === 0;
}

/** The turn that a signal acts on: the one it names, or else the only active one. */
export function actedOn(event: EventView, session: SessionFacts): TurnFacts | undefined {
  return event.turn_id === undefined ? onlyActiveTurn(session) : turnOf(session, event.turn_id);
}

/**
 * Turns that a cancel covers as a whole. A cancel of the session covers the turns that were opened before
 * it; a turn that opens afterwards is a new one. Undefined when the stream does not say which turn.
 */
export function cancelledTurns(event: EventView, session: SessionFacts): readonly TurnFacts[] | undefined {
  if (event.scope === "session") return [...session.turns.values()];
  if (event.scope !== "turn") return [];
  const turn = actedOn(event, session);
  return turn === undefined ? undefined : [turn];
}

/**
 * Turns of which a cancel covers a part: the one it names, or all that are open. A node goes on working for
 * later turns, but an invocation is over for good, so that no turn needs to be known for it.
 */
export function cancelledParts(event: EventView, session: SessionFacts): readonly (string | undefined)[] {
  if (event.turn_id !== undefined) return [event.turn_id];
  return event.scope === "provider_invocation" ? [undefined] : [...session.turns.keys()];
}

/** The part that an event belongs to in the sense of a cancel scope. */
export function partOf(event: EventView, scope: string | undefined): string | undefined {
  if (scope === "node") return event.node_id;
  return scope === "provider_invocation" ? event.provider_invocation_id : undefined;
}

/** The partial cancel that covers an event. */
export function partialCancelOf(event: EventView, session: SessionFacts): PartialCancel | undefined {
  if (session.cancels.length === 0) return undefined;
  return session.cancels.find(
    ({ scope, part, turn_id }) =>
      partOf(event, scope) === part && (turn_id === undefined || turn_id === event.turn_id),
  );
}
