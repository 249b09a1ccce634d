/**
 * Event records that must not have been accepted, until the `stale_epoch_reject` that refuses them comes.
 *
 * A runtime may record what it refuses. The refusal names the record as its causal parent or, without one,
 * is taken to refuse the oldest record of the same turn that waits. It may also stand just before it.
 */
import type { EventRef } from "../view/event-ref.ts";
import type { EventView } from "../view/event-view.ts";

/** A record that waits for its refusal. */
export interface Unrefused {
  readonly at: EventRef;
  readonly turn_id?: string;
  readonly received: string;
}

/** Records that wait, and refusals that came before their record. */
export interface PendingRefusals {
  open: Unrefused[];
  spare: number;
}

/** Records of one session that may wait; the oldest of more is taken for accepted. */
const MOST_OPEN = 32;

/** Nothing waits. */
export const noRefusals = (): PendingRefusals => ({ open: [], spare: 0 });

/** A record must be refused. Gives the one that is taken for accepted because too many wait. */
export function awaitRefusal(pending: PendingRefusals, record: Unrefused): Unrefused | undefined {
  if (pending.spare > 0) {
    pending.spare -= 1;
    return undefined;
  }
  pending.open.push(record);
  return pending.open.length > MOST_OPEN ? pending.open.shift() : undefined;
}

/** Takes a `stale_epoch_reject`, and says whether it refuses a record that waits. */
export function takeRefusal(pending: PendingRefusals, { causal_parent_id, turn_id }: EventView): boolean {
  const named = pending.open.findIndex(({ at }) => at.event_id === causal_parent_id);
  const place = named >= 0 ? named : pending.open.findIndex((one) => one.turn_id === turn_id);
  if (place >= 0) pending.open.splice(place, 1);
  else pending.spare = Math.min(pending.spare + 1, MOST_OPEN);
  return place >= 0;
}

/** Records that nothing can refuse any more because their turn closed. */
export function takeAccepted(pending: PendingRefusals, turn_id: string | undefined): readonly Unrefused[] {
  if (pending.open.length === 0) return [];
  const accepted = pending.open.filter((one) => one.turn_id === turn_id);
  pending.open = pending.open.filter((one) => one.turn_id !== turn_id);
  return accepted;
}
