/** Follows sessions: takes events in order, has them judged, and keeps no more than the bounds allow. */

import { factBits, fieldBits } from "./conditions.ts";
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
import { takeId, type UsedIds, useOf } from "./facts/used-ids.ts";
import type { InvariantRunner } from "./run-invariants.ts";
import type { Tally } from "./tally.ts";
import type { TraceBounds } from "./trace-options.ts";
import { type MovingRef, moveRef, movingRef } from "./view/event-ref.ts";
import type { EventView } from "./view/event-view.ts";

/** Turns of one session that may be open at one time; the oldest of more is reported as incomplete. */
const MOST_OPEN_TURNS = 64;

/** Fewest closed turns that a session remembers, however many sessions there are. */
const FEWEST_TURNS = 4;

/** What following takes. */
export interface Following {
  readonly sessions: Map<string, SessionFacts>;
  readonly tally: Tally;
  readonly bounds: TraceBounds;
  readonly runner: InvariantRunner;
  readonly ids: UsedIds;
}

/** Takes the event in view, the next one of its session. */
export function followEvent(event: EventView, following: Following): void {
  const { tally, runner, sessions, bounds, ids } = following;
  const fields = fieldBits(event);
  tally.fields |= fields;
  const session = sessions.get(event.session_id) ?? openSession(event, following);
  event.session_number = session.number;
  const sameId = useOf(ids, event);
  const key = sameId?.idempotency_key;
  if (key !== undefined && key === event.idempotency_key) {
    tally.duplicates += 1;
    return;
  }
  const turn = event.turn_id === undefined ? undefined : turnOf(session, event.turn_id);
  const wasClosed = turn?.state === "Closed";
  const previous = lastBefore(session, event);
  const { encounter } = runner;
  encounter.session = session;
  encounter.turn = turn;
  encounter.previous = previous;
  encounter.sameId = sameId;
  runner.judge(fields | factBits(session, turn));

  const isClose = event.kind === "close";
  const closedTurnLimit = isClose
    ? Math.max(FEWEST_TURNS, Math.floor(bounds.rememberedTurns / 2 / sessions.size))
    : 0;
  const forgotten = isClose ? session.closedTurns.forgotten : 0;
  applyEvent(event, session, { turn, closedTurnLimit });
  if (isClose) tally.forgottenTurns += session.closedTurns.forgotten - forgotten;
  if (event.kind === "turn_open") {
    if (turn === undefined) tally.turnsOpened += 1;
    if (session.turns.size > MOST_OPEN_TURNS) abandonOldest(session, following);
  } else if (isClose && !wasClosed) tally.turnsClosed += 1;
  takeId(ids, event);
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

/** Gives false for an event on one edge too many. */
function notePlace(event: EventView, session: SessionFacts, previous: MovingRef | undefined): boolean {
  session.events += 1;
  session.touched = event.index;
  if (event.runtime_sequence > session.highestSequence) {
    session.highestSequence = event.runtime_sequence;
    session.highestTime = event.runtime_timestamp_ms;
  }
  const edges = edgesOf(session.lastOn, event.lane);
  if (previous !== undefined) moveRef(previous, event);
  else if (edges.length < MOST_EDGES) edges.push(movingRef(event));
  else return false;
  return true;
}

function openSession({ session_id }: EventView, following: Following): SessionFacts {
  const { sessions, bounds, tally, ids } = following;
  if (sessions.size >= Math.max(1, bounds.maxSessions)) makeRoom(following);
  // Once sessions were forgotten, one that looks new may be one of them.
  const midway = bounds.startsMidway || tally.forgottenSessions > 0;
  const session = sessionFacts(session_id, {
    number: tally.sessions,
    midway,
    memories: tally.occasions.length,
    firstTaken: ids.taken,
  });
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
