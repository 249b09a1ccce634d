/**
 * Lanes and recording pressure: INV-LANE-01, INV-LANE-02 and INV-REC-02.
 *
 * Delay itself leaves no trace in a stream. What a stream can show is the cause that a runtime names for
 * holding something up, so two of these look at causal parents.
 */

import { isForgetful, type RecentMap, recall, recentMap, remember } from "../facts/recent-map.ts";
import type { Invariant, Kinds, Moment } from "../invariant.ts";
import type { EventRef } from "../view/event-ref.ts";

const controlFirst: Invariant = {
  id: "INV-LANE-01",
  text: "A ControlLane event is never dropped, merged or delayed behind Data or Telemetry",
  source: "semantics section 6 (F-142)",
  needs: ["lane:ControlLane"],
  on: ["ControlLane"],
  check({ event }, judge) {
    const isMerged = event.merge_group_id !== undefined || event.merged_from_event_ids !== undefined;
    const isDrop = event.kind === "drop_notice" && event.target_lane === "ControlLane";
    if (!isMerged && !isDrop) return judge.holds();
    judge.broken({
      action: `accept ${event.kind}`,
      expected: "every ControlLane event by itself",
      received: isMerged ? "one that was merged" : "a drop on the ControlLane",
    });
  },
};

/** Ids of events that may not hold others up. */
interface Causes {
  readonly ids: RecentMap<EventRef>;
}

const emptyCauses = (): Causes => ({ ids: recentMap() });

/** Causes of one session that are remembered at least. */
const REMEMBERED_CAUSES = 64;

interface CauseRule extends Pick<Invariant, "id" | "text" | "source" | "needs"> {
  readonly causes: readonly Kinds[];
  readonly effects: readonly Kinds[];
  isCause(moment: Moment): boolean;
  isEffect(moment: Moment): boolean;
  readonly expected: string;
}

/** An invariant that is broken when an event of one kind names an event of another kind as its cause. */
function notCausedBy(rule: CauseRule): Invariant {
  const { id, text, source, needs } = rule;
  return {
    id,
    text,
    source,
    needs,
    on: [...new Set([...rule.causes, ...rule.effects])],
    check(moment, judge) {
      const { event } = moment;
      const { ids } = moment.memory(emptyCauses);
      if (!isForgetful(ids) && rule.isEffect(moment)) {
        const parent = event.causal_parent_id;
        const cause = parent === undefined ? undefined : recall(ids, parent);
        if (parent === undefined) judge.unknown();
        else if (cause === undefined) judge.holds();
        else {
          judge.broken({
            action: `accept ${event.kind}`,
            expected: rule.expected,
            received: `${cause.signal} "${cause.event_id}" as its cause`,
            window: [cause],
          });
        }
      }
      if (!rule.isCause(moment)) return;
      remember(ids, event.event_id, { value: moment.ref(), limit: REMEMBERED_CAUSES });
    },
  };
}

const HOLDS_UP: ReadonlySet<string> = new Set(["flow_xoff", "drop_notice", "watermark"]);
const FLOW = ["flow_xoff", "drop_notice", "watermark", "shed"] as const;

const telemetryLast = notCausedBy({
  id: "INV-LANE-02",
  text: "Telemetry pressure never delays Data or Control",
  source: "semantics section 6 (F-147)",
  needs: [["signal:flow_xoff", "signal:drop_notice", "signal:shed"], "field:causal_parent_id"],
  causes: FLOW,
  effects: FLOW,
  isCause: ({ event }) => HOLDS_UP.has(event.kind) && event.target_lane === "TelemetryLane",
  isEffect: ({ event }) =>
    event.kind === "shed" || (event.kind !== "watermark" && event.target_lane !== "TelemetryLane"),
  expected: "a cause that is no pressure on the TelemetryLane",
});

const recordingAside = notCausedBy({
  id: "INV-REC-02",
  text: "Recording never blocks control progression",
  source: "semantics section 7 (F-154)",
  needs: ["signal:recording_level_downgraded", "field:causal_parent_id"],
  causes: ["recording_level_downgraded"],
  effects: ["flow_xoff", "budget_exhausted", "stall", "abort", "reject", "defer"],
  isCause: ({ event }) => event.kind === "recording_level_downgraded",
  isEffect: ({ event }) =>
    event.kind !== "recording_level_downgraded" && event.reason !== "recording_evidence_unavailable",
  expected: "a cause that is no pressure on the recording",
});

/** INV-LANE-01 and 02. */
export const LANE_PRIORITY: readonly Invariant[] = [controlFirst, telemetryLast];

/** INV-REC-02. */
export const RECORDING_ASIDE: readonly Invariant[] = [recordingAside];
