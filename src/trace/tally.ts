/** Counts of a check, and the violations that it keeps. Plain JSON, so that a check can be saved. */
import type { IncompleteTurn, TraceViolation } from "./result/trace-result.ts";

/** Occasions of one invariant. */
export interface Occasions {
  checked: number;
  violations: number;
  unknown: number;
}

/** Everything that a check counts. */
export interface Tally {
  events: number;
  unreadable: number;
  firstUnreadable: number;
  duplicates: number;
  sessions: number;
  turnsOpened: number;
  turnsClosed: number;
  incomplete: number;
  violations: number;
  forgottenTurns: number;
  forgottenSessions: number;
  abandonedTurns: number;
  /** Events on edges that were not followed because a session has too many. */
  unfollowed: number;
  /** Signals and lanes that the stream showed. */
  readonly seen: Record<string, true>;
  /** Fields that the stream showed, as bits of `conditions.ts`. */
  fields: number;
  /** By the place of the invariant. */
  readonly occasions: Occasions[];
  readonly kept: TraceViolation[];
  readonly keptIncomplete: IncompleteTurn[];
}

/** Nothing counted yet. */
export function emptyTally(invariants: number): Tally {
  return {
    events: 0,
    unreadable: 0,
    firstUnreadable: -1,
    duplicates: 0,
    sessions: 0,
    turnsOpened: 0,
    turnsClosed: 0,
    incomplete: 0,
    violations: 0,
    forgottenTurns: 0,
    forgottenSessions: 0,
    abandonedTurns: 0,
    unfollowed: 0,
    seen: {},
    fields: 0,
    occasions: Array.from({ length: invariants }, () => ({ checked: 0, violations: 0, unknown: 0 })),
    kept: [],
    keptIncomplete: [],
  };
}
