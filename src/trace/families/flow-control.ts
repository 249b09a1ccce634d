/** Flow control: INV-BUF-04 and 05. */

import { MOST_EDGES, onlyActiveTurn } from "../facts/session-facts.ts";
import type { Invariant, Judge, Moment } from "../invariant.ts";
import type { EventRef } from "../view/event-ref.ts";
import { edgeKey, edgeName } from "./edge-name.ts";
import { policyOf } from "./edge-policies.ts";

interface Valve {
  /** The `flow_xoff` that was not answered. */
  stopped: EventRef | undefined;
  /** Credit that is left; undefined while the edge is not known to run on credit. */
  credit: number | undefined;
  granted: EventRef | undefined;
}

interface Valves {
  readonly byEdge: Map<string, Valve>;
}

const noValves = (): Valves => ({ byEdge: new Map() });

function turnOfFlow({ event, session }: Moment): string | undefined {
  return event.turn_id ?? onlyActiveTurn(session)?.turn_id;
}

/** How the plan throttles a lane, where it is known. */
function modeOf(moment: Moment, lane: string): string | undefined {
  const turn_id = turnOfFlow(moment);
  const modes = turn_id === undefined ? undefined : moment.planOf(turn_id)?.flow_control?.mode_by_lane;
  return (modes as Readonly<Record<string, string>> | undefined)?.[lane];
}

function turnValve(moment: Moment, judge: Judge) {
  const { event, session } = moment;
  const { byEdge } = moment.memory(noValves);
  if (event.edge_id === undefined || event.target_lane === undefined) return judge.unknown();
  const key = edgeKey(event.edge_id, event.target_lane);
  const valve = byEdge.get(key) ?? { stopped: undefined, credit: undefined, granted: undefined };
  if (!byEdge.has(key)) {
    if (byEdge.size >= MOST_EDGES) return judge.unknown();
    byEdge.set(key, valve);
  }
  judge.holds();
  if (event.kind === "flow_xoff") valve.stopped ??= moment.ref();
  else if (event.kind === "flow_xon") valve.stopped = undefined;
  else if (modeOf(moment, event.target_lane) !== "signal" && !session.midway) {
    valve.credit = (valve.credit ?? 0) + (event.amount ?? 0);
    valve.granted = moment.ref();
  }
}

function judgeSending(moment: Moment, judge: Judge) {
  const { event } = moment;
  if (event.edge_id === undefined || event.late_after_cancel) return;
  const valve = moment.remembered<Valves>()?.byEdge.get(edgeKey(event.edge_id, event.lane));
  const mode = valve?.credit === undefined && !moment.session.midway ? modeOf(moment, event.lane) : undefined;
  const where = edgeName(event.edge_id, event.lane);
  if (valve?.stopped !== undefined) {
    judge.broken({
      action: `send on ${where}`,
      expected: "flow_xon after flow_xoff",
      received: "an event while the edge is stopped",
      window: [valve.stopped],
    });
  } else if (valve?.credit === 0 && modeOf(moment, event.lane) === "signal") {
    // The credit was granted while nobody knew the mode.
    valve.credit = undefined;
    judge.holds();
  } else if (mode === "credit" || valve?.credit === 0) {
    judge.broken({
      action: `send on ${where}`,
      expected: "credit_grant before it",
      received: valve?.granted === undefined ? "no credit so far" : "no credit left",
      window: [valve?.granted],
    });
  } else if (valve !== undefined) judge.holds();
  if (valve?.credit !== undefined && valve.credit > 0) valve.credit -= 1;
}

const valves: Invariant = {
  id: "INV-BUF-04",
  text: "flow_xoff on an edge/lane is answered by flow_xon before data resumes; in credit mode nothing is sent without credit",
  source: "semantics section 6 (F-145)",
  needs: [
    ["signal:flow_xoff", "signal:credit_grant", "plans"],
    "field:edge_id",
    ["lane:DataLane", "lane:TelemetryLane"],
  ],
  on: [
    ...(["flow_xoff", "flow_xon", "credit_grant"] as const),
    { on: "DataLane", when: "remembered" },
    { on: "DataLane", when: "plans" },
    { on: "TelemetryLane", when: "remembered" },
    { on: "TelemetryLane", when: "plans" },
  ],
  check(moment, judge) {
    return moment.event.signal === undefined ? judgeSending(moment, judge) : turnValve(moment, judge);
  },
};

interface Blocked {
  readonly since: EventRef;
  readonly edge_id: string;
  readonly lane: string;
  readonly turn_id: string;
  readonly deadline: number;
}

interface Producers {
  blocked: Blocked[];
}

const noProducers = (): Producers => ({ blocked: [] });

function block(moment: Moment, producers: Producers, judge: Judge) {
  const { edge_id, target_lane: lane, runtime_timestamp_ms: time } = moment.event;
  const turn_id = turnOfFlow(moment);
  if (edge_id === undefined || lane === undefined || lane === "ControlLane") return;
  const policy = turn_id === undefined ? undefined : policyOf(moment, { edge_id, turn_id });
  if (turn_id === undefined || policy === undefined) return judge.unknown();
  const handling = policy.lane_handling?.[lane as "DataLane" | "TelemetryLane"] ?? policy.strategy;
  if (handling !== "block" || policy.max_block_time_ms === undefined) return;
  if (producers.blocked.some((one) => one.edge_id === edge_id && one.lane === lane)) return;
  if (producers.blocked.length >= MOST_EDGES) return judge.unknown();
  const deadline = time + policy.max_block_time_ms;
  producers.blocked.push({ since: moment.ref(), edge_id, lane, turn_id, deadline });
}

/** Whether the event lets the producer go: by data flowing again, by shedding, or with the turn. */
function isRelease({ event }: Moment, { edge_id, lane, turn_id }: Blocked): boolean {
  const isEdge = event.edge_id === edge_id && event.target_lane === lane;
  switch (event.kind) {
    case "flow_xon":
    case "drop_notice":
      return isEdge;
    case "shed":
      return event.edge_id === undefined || event.edge_id === edge_id;
    case "commit":
    case "abort":
      return event.turn_id === turn_id;
    default:
      return false;
  }
}

const blocking: Invariant = {
  id: "INV-BUF-05",
  text: "A blocked producer waits at most max_block_time_ms, then sheds deterministically",
  source: "semantics section 6 (F-148)",
  needs: ["plans", "signal:flow_xoff"],
  on: ["flow_xoff", { on: "*", when: "remembered" }],
  check(moment, judge) {
    const { event } = moment;
    const producers = moment.remembered<Producers>();
    if (producers !== undefined && producers.blocked.length > 0) {
      const settled = producers.blocked.filter(
        (one) => event.runtime_timestamp_ms > one.deadline || isRelease(moment, one),
      );
      for (const one of settled) {
        const { since, edge_id, lane, turn_id, deadline } = one;
        if (event.runtime_timestamp_ms <= deadline) judge.holds();
        else {
          const limit = deadline - since.runtime_timestamp_ms;
          judge.broken({
            action: `block the producer of ${edgeName(edge_id, lane)}`,
            expected: `flow_xon, shed or drop_notice within ${limit} ms`,
            received: `${event.kind} ${event.runtime_timestamp_ms - since.runtime_timestamp_ms} ms after flow_xoff`,
            window: [since],
            turn_id,
          });
        }
      }
      if (settled.length > 0) producers.blocked = producers.blocked.filter((one) => !settled.includes(one));
    }
    if (event.kind === "flow_xoff") block(moment, moment.memory(noProducers), judge);
  },
};

/** INV-BUF-04 and 05. */
export const FLOW_CONTROL: readonly Invariant[] = [valves, blocking];
