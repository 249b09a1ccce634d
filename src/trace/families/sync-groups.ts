/** Synchronised streams: INV-SYNC-01. */

import { type RecentMap, recall, recentMap, remember } from "../facts/recent-map.ts";
import { onlyActiveTurn } from "../facts/session-facts.ts";
import type { Invariant, Judge, Moment } from "../invariant.ts";
import type { EventRef } from "../view/event-ref.ts";
import { policyOf } from "./edge-policies.ts";

/** A drop that its domain was not told of. */
interface Untold {
  readonly sync_domain: string;
  readonly at: EventRef;
  readonly turn_id: string;
}

interface Sync {
  untold: Untold[];
  /** Dropped groups by sync id, with the edge that they were dropped on unless it was the whole plan. */
  readonly groups: RecentMap<{ readonly at: EventRef; readonly edge_id?: string }>;
  /** The last discontinuity by domain. */
  readonly told: RecentMap<number>;
}

const emptySync = (): Sync => ({ untold: [], groups: recentMap(), told: recentMap() });

/** Groups, domains and open drops of one session that are remembered at least. */
const REMEMBERED = 64;

function takeDrop(moment: Moment, sync: Sync, judge: Judge) {
  const { event, session } = moment;
  const turn_id = event.turn_id ?? onlyActiveTurn(session)?.turn_id;
  if (event.edge_id === undefined || turn_id === undefined) return judge.unknown();
  const policy = policyOf(moment, { edge_id: event.edge_id, turn_id });
  if (policy === undefined) return judge.unknown();
  const { sync_drop_policy: drop } = policy;
  if (drop === undefined || drop.policy === "no_sync") return;
  if (drop.policy === "drop_with_discontinuity") {
    const sync_domain = drop.sync_domain ?? event.sync_domain;
    if (sync_domain === undefined || sync.untold.length >= REMEMBERED) return judge.unknown();
    // The two are one step, in either order.
    if (recall(sync.told, sync_domain) === event.runtime_timestamp_ms) return judge.holds();
    sync.untold.push({ sync_domain, at: moment.ref(), turn_id });
    return;
  }
  if (drop.group_by !== "sync_id" || event.sync_id === undefined) return judge.unknown();
  judge.holds();
  const value = { at: moment.ref(), ...(drop.scope === "edge_local" && { edge_id: event.edge_id }) };
  remember(sync.groups, event.sync_id, { value, limit: REMEMBERED });
}

const untoldDrop = ({ at, sync_domain, turn_id }: Untold, received: string) => ({
  action: `go on after the drop in sync domain "${sync_domain}"`,
  expected: `discontinuity for domain "${sync_domain}"`,
  received,
  window: [at],
  turn_id,
});

function tell({ event }: Moment, sync: Sync, judge: Judge) {
  const { sync_domain } = event;
  if (sync_domain === undefined) return;
  remember(sync.told, sync_domain, { value: event.runtime_timestamp_ms, limit: REMEMBERED });
  const open = sync.untold.filter((one) => one.sync_domain !== sync_domain);
  if (open.length < sync.untold.length) judge.holds();
  sync.untold = open;
}

function judgeRecord(moment: Moment, sync: Sync, judge: Judge) {
  const { event } = moment;
  const isDue = (one: Untold) => one.sync_domain === event.sync_domain;
  if (event.sync_domain !== undefined && sync.untold.some(isDue)) {
    for (const one of sync.untold.filter(isDue)) {
      judge.broken(untoldDrop(one, `event "${event.event_id}" of the domain`));
    }
    sync.untold = sync.untold.filter((one) => !isDue(one));
  }
  const group = event.sync_id === undefined ? undefined : recall(sync.groups, event.sync_id);
  if (group === undefined || (group.edge_id !== undefined && group.edge_id !== event.edge_id)) return;
  judge.broken({
    action: `accept event "${event.event_id}" of sync group "${event.sync_id}"`,
    expected: "the whole group dropped, or none of it",
    received: "an event of a dropped group",
    window: [group.at],
  });
}

const drops: Invariant = {
  id: "INV-SYNC-01",
  text: "atomic_drop drops a whole sync group; drop_with_discontinuity emits discontinuity for the domain",
  source: "semantics section 6 (F-146)",
  needs: ["plans", "signal:drop_notice"],
  on: [
    ...(["drop_notice", "discontinuity"] as const),
    { on: "DataLane", when: "remembered" },
    { on: "close", when: "remembered" },
  ],
  check(moment, judge) {
    const { event } = moment;
    if (event.kind === "drop_notice") return takeDrop(moment, moment.memory(emptySync), judge);
    if (event.kind === "discontinuity") return tell(moment, moment.memory(emptySync), judge);
    const sync = moment.remembered<Sync>();
    if (sync === undefined) return;
    switch (event.kind) {
      case "close": {
        const due = sync.untold.filter((one) => one.turn_id === event.turn_id);
        for (const one of due) judge.broken(untoldDrop(one, "none until the close of the turn"));
        if (due.length > 0) sync.untold = sync.untold.filter((one) => !due.includes(one));
        return;
      }
      default:
        judgeRecord(moment, sync, judge);
    }
  },
};

/** INV-SYNC-01. */
export const SYNC_GROUPS: readonly Invariant[] = [drops];
