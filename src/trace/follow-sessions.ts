/** Follows sessions: takes events in order, has them judged, and keeps no more than the bounds allow. */

import { type MovingRef, moveRef, movingRef } from "./event-ref.ts";
import type { EventView } from "./event-view.ts";
import { applyEvent } from "./facts/apply-event.ts";
import {
  edgesOf,
  lastBefore,
  MOST_EDGES,
  type SessionFacts,
  sessionFacts,
  turnOf,
} from "./facts/session-facts.ts";
import type { TurnFacts } from "./facts/turn-facts.ts";

import { useId, useOf } from "./facts/used-ids.ts";
import type { InvariantRunner } from "./run-invariants.ts";
import { FIELD_BITS, type Tally } from "./tally.ts";
import type { TraceBounds } from "./trace-options.ts";

/** Turns of one session that may be open at one time; the oldest of more is reported as incomplete. */
const MOST_OPEN_TURNS = 64;

/** Fewest ids and closed turns that a session remembers, however many sessions there are. */
const FEWEST = { ids: 32, turns: 4 };

/** What following takes. */
export interface Following {
  readonly sessions: Map<string, SessionFacts>;
  readonly tally: Tally;
  readonly bounds: TraceBounds;
  readonly runner: InvariantRunner;
}

/** Takes the event in view, the next one of its session. */
export function followEvent(event: EventView, following: Following): void {
  const { tally, runner, sessions, bounds } = following;
  noteFields(event, tally);
  const session = sessions.get(event.session_id) ?? openSession(event, following);
  const sameId = useOf(session.ids, event.event_id);
  const key = sameId?.idempotency_key;
  if (key !== undefined && key === event.idempotency_key) {
    tally.duplicates += 1;
    return;
  }
  const turn = event.turn_id === undefined ? undefined : turnOf(session, event.turn_id);
  const wasClosed = turn?.state === "Closed";
  const previous = lastBefore(session, event);
  runner.judge({ session, turn, previous, sameId });

  const closedTurnLimit = share(bounds.rememberedTurns, sessions.size, FEWEST.turns);
  const forgotten = session.closedTurns.forgotten;
  applyEvent(event, session, { turn, closedTurnLimit });
  tally.forgottenTurns += session.closedTurns.forgotten - forgotten;
  if (event.kind === "turn_open") {
    if (turn === undefined) tally.turnsOpened += 1;
    if (session.turns.size > MOST_OPEN_TURNS) abandonOldest(session, following);
  } else if (event.kind === "close" && !wasClosed) tally.turnsClosed += 1;
  noteId(event, session, following);
  if (!notePlace(event, session, previous)) tally.unfollowed += 1;
}

/** The stream is over, or the session gives way: judges what is open and reports incomplete turns. */
export function endSession(session: SessionFacts, following: Following): void {
  following.runner.judgeEnd(session);
  const endedAt = session.ended?.event_index ?? -1;
  for (const turn of session.turns.values()) {
    // INV-LIFE-02 is about turns that the session ended without.
    if (turn.opened === undefined || turn.opened.event_index > endedAt)
      reportIncomplete(turn, session, following);
  }
}

function reportIncomplete(turn: TurnFacts, { session_id }: SessionFacts, { tally, bounds }: Following): void {
  const { turn_id, state } = turn;
  const last = turn.terminal ?? turn.opened;
  if (state === "Closed" || last === undefined) return;
  tally.incomplete += 1;
  if (tally.keptIncomplete.length >= bounds.maxReported) return;
  const expected = state === "Active" ? "commit or abort, then close" : "close";
  const message = `Turn "${turn_id}" is incomplete: expected ${expected} but the stream ends`;
  tally.keptIncomplete.push({ session_id, turn_id, state, last, message });
}

const share = (total: number, sessions: number, fewest: number): number =>
  Math.max(fewest, Math.floor(total / 2 / Math.max(1, sessions)));

function noteFields(event: EventView, tally: Tally): void {
  const bits =
    (event.edge_id === undefined ? 0 : FIELD_BITS.edge_id) |
    (event.causal_parent_id === undefined ? 0 : FIELD_BITS.causal_parent_id) |
    (event.merge_group_id === undefined && event.merged_from_event_ids === undefined
      ? 0
      : FIELD_BITS.merge_group_id) |
    (event.plan_hash === undefined ? 0 : FIELD_BITS.plan_hash) |
    (event.authority_epoch === undefined ? 0 : FIELD_BITS.authority_epoch) |
    (event.turn_id === undefined ? 0 : FIELD_BITS.turn_id);
  tally.fields |= bits;
}

function noteId(event: EventView, { ids }: SessionFacts, { tally, bounds, sessions }: Following): void {
  const limit = share(bounds.rememberedIds, sessions.size, FEWEST.ids);
  const forgotten = useId(ids, { event, limit });
  if (forgotten === 0) return;
  tally.forgottenIds += forgotten;
  tally.shortestMemory = tally.shortestMemory === 0 ? limit : Math.min(limit, tally.shortestMemory);
}

/** Gives false for an event on one edge too many. */
function notePlace(event: EventView, session: SessionFacts, previous: MovingRef | undefined): boolean {
  session.events += 1;
  session.touched = event.index;
  const { highest } = session;
  if (highest === undefined) session.highest = movingRef(event);
  else if (event.runtime_sequence > highest.runtime_sequence) moveRef(highest, event);
  const edges = edgesOf(session.lastOn, event.lane);
  if (previous !== undefined) moveRef(previous, event);
  else if (edges.length < MOST_EDGES) edges.push(movingRef(event));
  else return false;
  return true;
}

function openSession({ session_id }: EventView, following: Following): SessionFacts {
  const { sessions, bounds, tally } = following;
  if (sessions.size >= Math.max(1, bounds.maxSessions)) makeRoom(following);
  // Once sessions were forgotten, one that looks new may be one of them.
  const midway = bounds.startsMidway || tally.forgottenSessions > 0;
  const session = sessionFacts(session_id, { midway, memories: tally.occasions.length });
  sessions.set(session_id, session);
  tally.sessions += 1;
  return session;
}

/** Forgets the eighth of the sessions that was silent longest. */
function makeRoom(following: Following): void {
  const { sessions, tally } = following;
  const bySilence = [...sessions.values()].sort((left, right) => left.touched - right.touched);
  for (const session of bySilence.slice(0, Math.ceil(bySilence.length / 8))) {
    endSession(session, following);
    sessions.delete(session.session_id);
    tally.forgottenSessions += 1;
  }
}

function abandonOldest(session: SessionFacts, following: Following): void {
  const [oldest] = session.turns.values();
  if (oldest === undefined) return;
  session.turns.delete(oldest.turn_id);
  session.lastTurn = undefined;
  following.tally.abandonedTurns += 1;
  reportIncomplete(oldest, session, following);
}
