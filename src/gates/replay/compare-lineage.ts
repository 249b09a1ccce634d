/** Whether the same became of the same events: dropped, merged, or let through. */
import type { ReplayDivergence } from "../../contracts/observability/replay-divergence.ts";
import type { ReplayLineage, ReplayTrace } from "../../contracts/observability/replay-trace.ts";
import { objectWith } from "../../internal/input-shape.ts";
import { quote } from "../../internal/quote.ts";
import { requireShape } from "../invalid-input.ts";
import { differenceIn, differenceMessage } from "./recorded-difference.ts";
import { TRACE_LINEAGE } from "./replay-shapes.ts";

/** A trace as far as its lineage goes. */
export type TraceLineage = Pick<ReplayTrace, "lineage">;

const LINEAGE = objectWith({ lineage: TRACE_LINEAGE });

/**
 * The divergences of a candidate's lineage: events of the baseline in its order, then those of the candidate
 * alone, at most one each. An event may be absent from one side only where the other side says that it was
 * dropped or merged. Throws TypeError or RangeError for a lineage that is not well formed or tells an event twice.
 *
 * @since 0.1.0
 */
export function compareLineage(baseline: TraceLineage, candidate: TraceLineage): ReplayDivergence[] {
  const expected = byEvent("baseline", baseline);
  const received = byEvent("candidate", candidate);
  const found: ReplayDivergence[] = [];
  for (const [event_id, one] of expected) {
    const other = received.get(event_id);
    if (other === undefined) found.push(...absence(one, "candidate"));
    else found.push(...mismatch(one, other));
  }
  for (const [event_id, one] of received) {
    if (!expected.has(event_id)) found.push(...absence(one, "baseline"));
  }
  return found;
}

function byEvent(name: string, trace: TraceLineage): ReadonlyMap<string, ReplayLineage> {
  requireShape(name, trace, LINEAGE);
  const byId = new Map<string, ReplayLineage>();
  for (const [index, record] of trace.lineage.entries()) {
    if (byId.has(record.event_id))
      throw new RangeError(
        `Cannot evaluate ${name}.lineage[${index}].event_id: expected an event that is told once but received ${quote(record.event_id)} again`,
      );
    byId.set(record.event_id, record);
  }
  return byId;
}

function absence(record: ReplayLineage, from: "baseline" | "candidate"): ReplayDivergence[] {
  if (record.dropped || record.merge_group_id !== undefined) return [];
  const id = quote(record.event_id);
  const message =
    from === "candidate"
      ? `Event ${id}: expected in the candidate, since nothing says that it was dropped or merged, but received nothing`
      : `Event ${id}: expected only what is in the baseline but received an event that was neither dropped nor merged`;
  return [outcome(record.event_id, message)];
}

function mismatch(expected: ReplayLineage, received: ReplayLineage): ReplayDivergence[] {
  const differences = [
    ...differenceIn("dropped", [expected.dropped, received.dropped]),
    ...differenceIn("merge_group_id", [expected.merge_group_id, received.merge_group_id]),
  ];
  if (differences.length === 0) return [];
  const place = `Event ${quote(expected.event_id)}`;
  return [outcome(expected.event_id, differenceMessage(place, differences))];
}

const outcome = (event_id: string, message: string): ReplayDivergence => ({
  class: "OUTCOME_DIVERGENCE",
  scope: `event:${event_id}`,
  message,
});
