/** What the stream has told about one session so far: all that later events can break, and no more. */
import type { EventRef, MovingRef } from "../view/event-ref.ts";
import type { EventView } from "../view/event-view.ts";
import { type RecentMap, recall, recentMap } from "./recent-map.ts";
import type { TurnFacts } from "./turn-facts.ts";

/** A cancel of a part of a turn. */
export interface PartialCancel {
  readonly scope: "node" | "provider_invocation";
  readonly part: string;
  /** Undefined when it covers the part in whatever turn. */
  readonly turn_id: string | undefined;
  readonly at: EventRef;
  fenced?: EventRef;
}

/** What is known about a session. */
export interface SessionFacts {
  readonly session_id: string;
  /** Place among the sessions of the stream, in the order in which they began. */
  readonly number: number;
  /** The stream may have begun within the session, so what came before is unknown. */
  readonly midway: boolean;
  events: number;
  /** Index of the last event. */
  touched: number;
  /** Whether it holds events of the DataLane or the TelemetryLane. */
  hasRecords: boolean;
  /** Highest `runtime_sequence`, -1 before the first event, and the time of that event. */
  highestSequence: number;
  highestTime: number;
  /** Turns that are not closed. */
  readonly turns: Map<string, TurnFacts>;
  /** One of them, the one that was last asked for. Not part of a saved check. */
  lastTurn: TurnFacts | undefined;
  readonly closedTurns: RecentMap<TurnFacts>;
  /** How many events the stream had before the first of this session. */
  readonly firstTaken: number;
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
  /** Whether an invariant that is woken by its memory remembers something. */
  remembers: boolean;
}

/** A session of which nothing is known. Every field is there from the start: one shape is faster than many. */
export function sessionFacts(
  session_id: string,
  {
    number,
    midway,
    memories,
    firstTaken,
  }: Pick<SessionFacts, "number" | "midway" | "firstTaken"> & { readonly memories: number },
): SessionFacts {
  return {
    session_id,
    number,
    midway,
    events: 0,
    touched: 0,
    hasRecords: false,
    turns: new Map(),
    lastTurn: undefined,
    closedTurns: recentMap(),
    firstTaken,
    lastOn: { DataLane: [], ControlLane: [], TelemetryLane: [] },
    surfacesProposals: false,
    pendingProposals: 0,
    epoch: -1,
    highestSequence: -1,
    highestTime: -1,
    decision: undefined,
    epochFrom: undefined,
    rotated: undefined,
    migration: undefined,
    ended: undefined,
    cancels: [],
    memory: new Array<unknown>(memories).fill(undefined),
    remembers: false,
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
