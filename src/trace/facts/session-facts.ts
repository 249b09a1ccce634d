/** What the stream has told about one session so far: all that later events can break, and no more. */
import type { EventRef, MovingRef } from "../event-ref.ts";
import type { EventView } from "../event-view.ts";
import { type RecentMap, recall, recentMap } from "./recent-map.ts";
import type { TurnFacts } from "./turn-facts.ts";
import { type UsedIds, usedIds } from "./used-ids.ts";

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
  highest: MovingRef | undefined;
  /** Turns that are not closed. */
  readonly turns: Map<string, TurnFacts>;
  /** One of them, the one that was last asked for. Not part of a saved check. */
  lastTurn: TurnFacts | undefined;
  readonly closedTurns: RecentMap<TurnFacts>;
  readonly ids: UsedIds;
  /** The last event of each lane on each edge. */
  readonly lastOn: Readonly<Record<EventRef["lane"], MovingRef[]>>;
  surfacesProposals: boolean;
  /** Proposals that neither opened a turn nor were refused. */
  pendingProposals: number;
  /** The last decision before a turn, until a turn opens or another proposal comes. */
  decision: EventRef | undefined;
  /** Highest epoch that was accepted; -1 before the first. */
  epoch: number;
  epochFrom: EventRef | undefined;
  /** A `lease_rotated` that did not carry the new epoch itself. */
  rotated: EventRef | undefined;
  /** A migration that did not finish, and whether the lease moved in it. */
  migration: { readonly start: EventRef; leaseMoved: boolean } | undefined;
  cancels: PartialCancel[];
  ended: EventRef | undefined;
  /** What invariants remember for themselves, by their place in the list. */
  readonly memory: unknown[];
}

/** A session of which nothing is known. Every field is there from the start: one shape is faster than many. */
export function sessionFacts(
  session_id: string,
  { midway, memories }: { readonly midway: boolean; readonly memories: number },
): SessionFacts {
  return {
    session_id,
    midway,
    events: 0,
    touched: 0,
    hasRecords: false,
    turns: new Map(),
    lastTurn: undefined,
    closedTurns: recentMap(),
    ids: usedIds(),
    lastOn: { DataLane: [], ControlLane: [], TelemetryLane: [] },
    surfacesProposals: false,
    pendingProposals: 0,
    epoch: -1,
    highest: undefined,
    decision: undefined,
    epochFrom: undefined,
    rotated: undefined,
    migration: undefined,
    ended: undefined,
    cancels: [],
    memory: new Array<unknown>(memories).fill(undefined),
  };
}

/** A turn of the session, open or closed. */
export function turnOf(session: SessionFacts, turn_id: string): TurnFacts | undefined {
  const { lastTurn } = session;
  if (lastTurn !== undefined && lastTurn.turn_id === turn_id && lastTurn.state !== "Closed") return lastTurn;
  const open = session.turns.get(turn_id);
  if (open === undefined) return recall(session.closedTurns, turn_id);
  session.lastTurn = open;
  return open;
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

/** Edges of one lane of a session that are followed; further ones are not judged. */
export const MOST_EDGES = 256;

/** The last event on the edge and lane of this one, if there was one and the edge is followed. */
export function lastBefore({ lastOn }: SessionFacts, { lane, edge_id }: EventView): MovingRef | undefined {
  // Lanes have few edges, and comparing their names is cheaper than hashing this one.
  for (const edge of edgesOf(lastOn, lane)) if (edge.edge_id === edge_id) return edge;
  return undefined;
}

/** The edges of a lane. Written out, because a field by computed name is slow to find. */
export function edgesOf(lastOn: SessionFacts["lastOn"], lane: EventRef["lane"]): MovingRef[] {
  if (lane === "DataLane") return lastOn.DataLane;
  return lane === "ControlLane" ? lastOn.ControlLane : lastOn.TelemetryLane;
}
