/** Buffer policies and merges: INV-BUF-01 and 03. */
import type { Invariant, Moment } from "../invariant.ts";
import { named } from "./turn-name.ts";

/** The policy of an edge: its own, or the one that the plan calls "default". */
export function policyOf(
  { planOf, event }: Moment,
  { edge_id, turn_id = event.turn_id }: { edge_id: string; turn_id?: string | undefined },
) {
  const policies = turn_id === undefined ? undefined : planOf(turn_id)?.edge_buffer_policies;
  return policies?.[edge_id] ?? policies?.["default"];
}

const BOUNDS = ["max_queue_items", "max_queue_ms", "max_queue_bytes", "max_latency_contribution_ms"] as const;

const bounded: Invariant = {
  id: "INV-BUF-01",
  text: "Every edge has an effective bounded buffer policy in the plan",
  source: "semantics section 6 (F-043, F-143)",
  needs: ["plans", ["signal:turn_open", "field:edge_id"]],
  on: ["turn_open", "DataLane", "TelemetryLane"],
  check(moment, judge) {
    const { event, turn, planOf } = moment;
    const { turn_id, edge_id } = event;
    if (turn_id === undefined || (event.kind === "turn_open" ? turn !== undefined : edge_id === undefined))
      return;
    const plan = planOf(turn_id);
    if (plan === undefined) return judge.unknown();
    if (event.signal === undefined) {
      if (policyOf(moment, { edge_id: edge_id as string }) !== undefined) return judge.holds();
      return judge.broken({
        action: `accept an event of ${named(event)} on edge "${edge_id}"`,
        expected: `a buffer policy for "${edge_id}" or "default" in the plan`,
        received: "none",
        window: [turn?.opened],
      });
    }
    const policies = Object.entries(plan.edge_buffer_policies ?? {});
    const loose = policies.filter(([, policy]) => !BOUNDS.every((name) => policy[name] >= 1));
    if (policies.length > 0 && loose.length === 0) return judge.holds();
    judge.broken({
      action: `accept turn_open of ${named(event)}`,
      expected: `a plan in which every edge has ${BOUNDS.join(", ")}`,
      received:
        loose.length === 0 ? "no edge policy" : `no bound on ${loose.map(([id]) => `"${id}"`).join(", ")}`,
    });
  },
};

/** Most events that may be merged into one. */
const MOST_MERGED = 64;

const lineage: Invariant = {
  id: "INV-BUF-03",
  text: "A merged event names its merge_group_id and the ids it came from (at most 64)",
  source: "semantics section 6 (F-053)",
  needs: ["field:merge_group_id"],
  on: [
    { on: "DataLane", when: "field:merge_group_id" },
    { on: "TelemetryLane", when: "field:merge_group_id" },
  ],
  check({ event }, judge) {
    const { merge_group_id: group, merged_from_event_ids: ids } = event;
    if (group === undefined && ids === undefined) return;
    const count = Array.isArray(ids) ? new Set(ids).size : 0;
    const isRepeated = Array.isArray(ids) && count < ids.length;
    if (group !== undefined && count > 0 && count <= MOST_MERGED && !isRepeated) return judge.holds();
    judge.broken({
      action: `accept merged event "${event.event_id}"`,
      expected: `a merge_group_id and 1 to ${MOST_MERGED} different merged_from_event_ids`,
      received: group === undefined ? "no merge_group_id" : isRepeated ? "an id twice" : `${count} ids`,
    });
  },
};

/** INV-BUF-01 and 03. */
export const EDGE_POLICIES: readonly Invariant[] = [bounded, lineage];
