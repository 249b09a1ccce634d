/** What the stream has told about one session so far: all that later events can break, and no more. */
import type { EventRef } from "../event-ref.ts";
import { type RecentMap, recall, recentMap } from "./recent-map.ts";
import type { TurnFacts } from "./turn-facts.ts";

/** An event id that was used, with what tells a legal repetition from a violation. */
export interface UsedId {
  readonly event_index: number;
  readonly runtime_sequence: number;
  readonly idempotency_key?: string;
}

/** A cancel of a part of a turn. */
export interface PartialCancel {
  readonly scope: "node" | "provider_invocation";
  readonly part: string;
  readonly turn_id?: string;
  readonly at: EventRef;
  fenced?: EventRef;
}

/** What is known about a session. */
export interface SessionFacts {
  readonly session_id: string;
  /** The stream may have begun within the session, so what came before is unknown. */
  readonly midway: boolean;
  events: number;
  /** Index of the last event. */
  touched: number;
  /** Whether it holds events of the DataLane or the TelemetryLane. */
  hasRecords: boolean;
  /** The event with the highest `runtime_sequence`. */
  highest?: EventRef;
  /** Turns that are not closed. */
  readonly turns: Map<string, TurnFacts>;
  readonly closedTurns: RecentMap<TurnFacts>;
  readonly ids: RecentMap<UsedId>;
  surfacesProposals: boolean;
  /** Proposals that neither opened a turn nor were refused. */
  pendingProposals: number;
  /** The last decision before a turn, until a turn opens or another proposal comes. */
  decision?: EventRef;
  /** Highest epoch that was accepted; -1 before the first. */
  epoch: number;
  epochFrom?: EventRef;
  /** A `lease_rotated` that did not carry the new epoch itself. */
  rotated?: EventRef;
  /** A migration that did not finish, and whether the lease moved in it. */
  migration?: { readonly start: EventRef; leaseMoved: boolean };
  cancels: PartialCancel[];
  ended?: EventRef;
  /** What invariants remember for themselves, by their place in the list. */
  readonly memory: unknown[];
}

/** A session of which nothing is known. */
export function sessionFacts(session_id: string, midway: boolean): SessionFacts {
  return {
    session_id,
    midway,
    events: 0,
    touched: 0,
    hasRecords: false,
    turns: new Map(),
    closedTurns: recentMap(),
    ids: recentMap(),
    surfacesProposals: false,
    pendingProposals: 0,
    epoch: -1,
    cancels: [],
    memory: [],
  };
}

/** A turn of the session, open or closed. */
export function turnOf(session: SessionFacts, turn_id: string): TurnFacts | undefined {
  return session.turns.get(turn_id) ?? recall(session.closedTurns, turn_id);
}

/** The active turn of the session, when there is exactly one. */
export function onlyActiveTurn({ turns }: SessionFacts): TurnFacts | undefined {
  let found: TurnFacts | undefined;
  for (const turn of turns.values()) {
    if (turn.state !== "Active") continue;
    if (found !== undefined) return undefined;
    found = turn;
  }
  return found;
}
