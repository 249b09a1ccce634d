/**
 * Conditions under which an invariant looks at an event, as bits: most events meet none of them, and an
 * invariant that is not asked costs nothing.
 */

import type { SessionFacts } from "./facts/session-facts.ts";
import type { TurnFacts } from "./facts/turn-facts.ts";
import type { EventView } from "./view/event-view.ts";

/** Fields that only some streams carry, and that an invariant may need. */
export const EVIDENCE_FIELDS = [
  "edge_id",
  "causal_parent_id",
  "merge_group_id",
  "plan_hash",
  "authority_epoch",
  "turn_id",
] as const;

/** A field that the event carries. */
export type FieldCondition = `field:${(typeof EVIDENCE_FIELDS)[number]}`;

/**
 * What an event, its turn or its session is: it carries a field, its turn had its terminal signal, a cancel
 * covers its turn or a part of the session, a rotation awaits its epoch, a migration is open, the invariant
 * remembers something of the session, or plans were given beside the stream.
 */
export type Condition =
  | FieldCondition
  | "turn:ended"
  | "cancelled"
  | "lease:rotated"
  | "lease:migrating"
  | "remembered"
  | "plans";

/** One bit for each. */
export const CONDITION_BITS: Readonly<Record<Condition, number>> = {
  "field:merge_group_id": 1,
  "field:plan_hash": 2,
  "field:causal_parent_id": 4,
  "turn:ended": 8,
  cancelled: 16,
  "lease:rotated": 32,
  "lease:migrating": 64,
  remembered: 128,
  plans: 256,
  "field:edge_id": 512,
  "field:authority_epoch": 1024,
  "field:turn_id": 2048,
};

/** Conditions on fields that the event meets. */
export function fieldBits(event: EventView): number {
  return (
    (event.merge_group_id === undefined && event.merged_from_event_ids === undefined ? 0 : 1) |
    (event.plan_hash === undefined ? 0 : 2) |
    (event.causal_parent_id === undefined ? 0 : 4) |
    (event.edge_id === undefined ? 0 : 512) |
    (event.authority_epoch === undefined ? 0 : 1024) |
    (event.turn_id === undefined ? 0 : 2048)
  );
}

/** Conditions that the turn and the session before the event meet. */
export function factBits(session: SessionFacts, turn: TurnFacts | undefined): number {
  const isCancelled = turn?.cancelled !== undefined || session.cancels.length > 0;
  return (
    (turn === undefined || turn.state === "Active" ? 0 : 8) |
    (isCancelled ? 16 : 0) |
    (session.rotated === undefined ? 0 : 32) |
    (session.migration === undefined ? 0 : 64) |
    (session.remembers ? 128 : 0)
  );
}
