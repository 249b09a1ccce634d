/** What producers and consumers do to an edge. */
import type { EdgeCredit, EdgeOffer, EdgeTake, SyncLoss } from "../../contracts/conformance/stimulus.ts";
import type { SessionState } from "../session-state.ts";
import { emitSignal, type World } from "../world.ts";
import { type Drop, dropItems, policyOf } from "./edge-drops.ts";
import { block, deliver, drain, type EdgeOfTurn, enqueue, hasCredit } from "./edge-queue.ts";
import { type EdgeItem, type EdgeLanes, type EdgeState, newEdge } from "./edge-state.ts";

/** Most items that may be merged into one (INV-BUF-03). */
const MOST_MERGED = 64;

function lanesOf({ edges }: SessionState, edge_id: string): EdgeLanes {
  const lanes = edges.get(edge_id) ?? newEdge(edge_id);
  edges.set(edge_id, lanes);
  return lanes;
}

function laneOf(session: SessionState, { edge_id, lane }: Pick<EdgeOffer, "edge_id" | "lane">): EdgeState {
  const [data, telemetry] = lanesOf(session, edge_id);
  return lane === "DataLane" ? data : telemetry;
}

/** Takes items of the active turn in, one by one. */
export function offerItems(world: World, session: SessionState, offer: EdgeOffer) {
  const { turn_id, edge_id, lane, items, sync_id } = offer;
  const turn = session.active;
  if (turn?.turn_id !== turn_id) return;
  const edge = laneOf(session, offer);
  const dropped: EdgeItem[] = [];
  for (let count = 0; count < items; count += 1) {
    edge.offered += 1;
    const id = `${session.session_id}-${edge_id}-${lane === "DataLane" ? "i" : "t"}${edge.offered}`;
    const item = { id, turn_id, lane, merged: [id], ...(sync_id !== undefined && { sync_id }) };
    dropped.push(...offerOne(world, session, { turn, edge, item }));
  }
  const drop: Drop = { turn, edge, items: dropped, reason: "queue_full" };
  if (dropped.length > 0) dropItems(world, session, drop);
}

/** Takes one item in and gives back what has to go for it. */
function offerOne(
  world: World,
  session: SessionState,
  { turn, edge, item }: EdgeOfTurn & { item: EdgeItem },
): EdgeItem[] {
  if (item.sync_id !== undefined && edge.droppedGroups.has(item.sync_id)) return [item];
  const isWanted = !edge.onDemand || edge.demand > 0;
  if (edge.queue.length === 0 && !edge.isStopped && isWanted && hasCredit({ turn, edge })) {
    if (edge.onDemand) edge.demand -= 1;
    deliver(world, session, { edge, item });
    return [];
  }
  const policy = policyOf(turn.plan, edge.edge_id);
  if (edge.queue.length < policy.max_queue_items) {
    enqueue(world, session, { turn, edge, item });
    return [];
  }
  switch (policy.lane_handling[item.lane]) {
    case "block":
      block(world, session, { turn, edge, item });
      return [];
    case "latest_only":
      return edge.queue.splice(0, edge.queue.length, item);
    case "merge":
      return mergeAll(edge, item);
    case "sample":
      edge.overflowed += 1;
      return edge.overflowed % 2 === 1 ? [item] : [edge.queue.shift() as EdgeItem, ...nothingBut(edge, item)];
    default:
      return [item];
  }
}

function nothingBut(edge: EdgeState, item: EdgeItem): EdgeItem[] {
  edge.queue.push(item);
  return [];
}

/** ML-002: everything that waits becomes one item, in order; what no longer fits is dropped. */
function mergeAll(edge: EdgeState, item: EdgeItem): EdgeItem[] {
  const merged = [...edge.queue, item].flatMap((one) => one.merged);
  if (merged.length > MOST_MERGED) return [item];
  edge.queue = [{ ...item, merged }];
  return [];
}

/** The consumer asks for items; from then on it takes only what it asked for. Data goes before telemetry. */
export function takeItems(world: World, session: SessionState, { edge_id, items }: EdgeTake) {
  const turn = session.active;
  let left = items;
  for (const edge of lanesOf(session, edge_id)) {
    edge.onDemand = true;
    if (turn === undefined) continue;
    edge.demand += left;
    left = drain(world, session, { turn, edge });
  }
}

/** The consumer gives credit. */
export function grantCredit(world: World, session: SessionState, { edge_id, lane, amount }: EdgeCredit) {
  const edge = laneOf(session, { edge_id, lane });
  emitSignal(world, session, {
    signal: "credit_grant",
    edge_id,
    target_lane: lane,
    amount,
    event_scope: "session",
  });
  const mode = session.plan.flow_control.mode_by_lane[lane];
  if (mode !== "signal") edge.credit = (edge.credit ?? 0) + amount;
  if (session.active !== undefined) drain(world, session, { turn: session.active, edge });
}

/** F5: one stream of a sync group is lost. */
export function loseStream(world: World, session: SessionState, { turn_id, edge_id, sync_id }: SyncLoss) {
  const turn = session.active;
  if (turn?.turn_id !== turn_id) return;
  const edge = laneOf(session, { edge_id, lane: "DataLane" });
  const id = `${session.session_id}-${edge_id}-lost`;
  const lost: EdgeItem = { id, turn_id, lane: "DataLane", sync_id, merged: [id] };
  dropItems(world, session, { turn, edge, items: [lost], reason: "stream_lost" });
}
