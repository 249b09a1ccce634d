/** Ordering: INV-ORD-01 to 04. */

import type { Invariant, Judge, Moment } from "../invariant.ts";
import { type EventRef, stillRef } from "../view/event-ref.ts";
import { edgeName } from "./edge-name.ts";

const increasing: Invariant = {
  id: "INV-ORD-01",
  text: "For each (session, edge, lane) runtime_sequence strictly increases",
  source: "semantics section 6 (F-008)",
  needs: [],
  on: ["*"],
  check({ event, previous }, judge) {
    if (previous === undefined) return;
    if (event.runtime_sequence > previous.runtime_sequence) return judge.holds();
    judge.broken({
      action: `accept ${event.kind} on ${edgeName(event.edge_id, event.lane)}`,
      expected: `runtime_sequence > ${previous.runtime_sequence}`,
      received: `${event.runtime_sequence}`,
      window: [stillRef(previous)],
      hint: "If events may arrive out of order, set reorderWindow; if they travel on several edges, record edge_id",
    });
  },
};

const uniqueIds: Invariant = {
  id: "INV-ORD-02",
  text: "event_id is unique in a session; a repeat with the same idempotency_key is a duplicate to drop, a repeat without is a violation",
  source: "semantics section 6 (F-158)",
  needs: [],
  on: ["*"],
  check({ event, sameId, session }, judge) {
    if (sameId === undefined) return session.events > 0 ? judge.holds() : undefined;
    const { at, idempotency_key: key } = sameId;
    judge.broken({
      action: `accept ${event.kind} with event_id "${event.event_id}"`,
      expected: "an event_id that the session did not use, or the idempotency_key of its first use",
      received: `that of an earlier event${key === undefined ? "" : " with another key"}`,
      window: [at],
    });
  },
};

const clock: Invariant = {
  id: "INV-ORD-03",
  text: "runtime_timestamp_ms never decreases along runtime_sequence of a session",
  source: "semantics section 6 (NF-018)",
  needs: [],
  on: ["*"],
  check({ event, session, previous }, judge) {
    const { runtime_sequence: sequence, runtime_timestamp_ms: time } = event;
    const { highestSequence, highestTime, lastOn } = session;
    if (highestSequence < 0) return;
    // Along the session as far as its numbers rise, and along the edge.
    const isBack = sequence > highestSequence && time < highestTime;
    const isBackOnEdge =
      previous !== undefined && sequence > previous.runtime_sequence && time < previous.runtime_timestamp_ms;
    if (!isBack && !isBackOnEdge) return judge.holds();
    const after = isBack
      ? Object.values(lastOn)
          .flat()
          .find(({ runtime_sequence }) => runtime_sequence === highestSequence)
      : previous;
    const least = isBack ? highestTime : previous?.runtime_timestamp_ms;
    judge.broken({
      action: `accept ${event.kind} at ${time} ms`,
      expected: `runtime_timestamp_ms >= ${least}`,
      received: `${time}`,
      window: [after === undefined ? undefined : stillRef(after)],
    });
  },
};

/** An event whose causal parent was not there yet. */
interface Orphan {
  readonly at: EventRef;
  readonly parent: string;
  readonly turn_id: string | undefined;
}

interface Orphans {
  waiting: Orphan[];
}

const noOrphans = (): Orphans => ({ waiting: [] });

/** Orphans of one session that wait for a proof; the oldest of more is given up as unknown. */
const MOST_ORPHANS = 16;

const wrongParent = ({ at, parent, turn_id }: Orphan) => ({
  action: `accept causal_parent_id "${parent}" of ${at.signal ?? at.lane} "${at.event_id}"`,
  expected: "the event_id of an earlier event of the session",
  received: "one that the session did not use before it",
  at,
  turn_id,
});

const causes: Invariant = {
  id: "INV-ORD-04",
  text: "causal_parent_id, when set, names an earlier event of the session",
  source: "semantics section 6 (F-013)",
  needs: ["field:causal_parent_id"],
  on: [
    { on: "*", when: "field:causal_parent_id" },
    { on: "*", when: "remembered" },
  ],
  check(moment, judge) {
    const { event, session } = moment;
    const isRecord = event.signal === undefined;
    const { causal_parent_id: parent, turn_id } = event;
    const waiting = moment.remembered<Orphans>();
    if (waiting !== undefined) settleOrphans(moment, waiting, judge);
    if (parent === undefined) return;
    const isKnown = parent === event.event_id ? false : moment.isUsed(parent);
    if (isKnown === true) return judge.holds();
    if (isKnown === undefined || (session.midway && parent !== event.event_id)) return judge.unknown();
    const orphan = { at: moment.ref(), parent, turn_id };
    if (isRecord || session.hasRecords || parent === event.event_id) return judge.broken(wrongParent(orphan));
    // In a recording of the ControlLane alone the parent may be an event that was not recorded.
    const orphans = moment.memory(noOrphans);
    orphans.waiting.push(orphan);
    if (orphans.waiting.length <= MOST_ORPHANS) return;
    orphans.waiting.shift();
    judge.unknown();
  },
  atEnd(moment, judge) {
    for (const _ of moment.remembered<Orphans>()?.waiting ?? []) judge.unknown();
  },
};

/** The parent comes after its child, or the session turns out to record every lane. */
function settleOrphans({ event }: Moment, orphans: Orphans, judge: Judge) {
  if (orphans.waiting.length === 0) return;
  const isProof = ({ parent }: Orphan) => event.signal === undefined || parent === event.event_id;
  for (const one of orphans.waiting.filter(isProof)) judge.broken(wrongParent(one));
  orphans.waiting = orphans.waiting.filter((one) => !isProof(one));
}

/** INV-ORD-01 to 04. */
export const EVENT_ORDER: readonly Invariant[] = [increasing, uniqueIds, clock, causes];
