/** What waits on an edge, and how it goes out (RK-12, RK-13, RK-14): INV-BUF-03, 04 and 05. */
import type { SessionState, TurnState } from "../session-state.ts";
import { emitRecord, emitSignal, type World } from "../world.ts";
import { dropItems, policyOf } from "./edge-drops.ts";
import type { EdgeItem, EdgeState } from "./edge-state.ts";

/** An edge in the hands of the active turn. */
export interface EdgeOfTurn {
  readonly turn: TurnState;
  readonly edge: EdgeState;
}

/** Sends an item. */
export function deliver(
  world: World,
  session: SessionState,
  { edge, item }: { edge: EdgeState; item: EdgeItem },
) {
  const { turn_id, lane, sync_id, merged } = item;
  if (edge.credit !== undefined) edge.credit -= world.parts.creditTaken();
  emitRecord(world, session, {
    event_scope: "turn",
    turn_id,
    lane,
    edge_id: edge.edge_id,
    payload_class: "metadata",
    ...(sync_id !== undefined && { sync_id }),
    ...(merged.length > 1 && { merge_group_id: `merge-${item.id}` }),
    ...(merged.length > 1 && world.parts.keepsLineage() && { merged_from_event_ids: [...merged] }),
  });
}

/** Whether the lane may send: in credit mode nothing goes without credit. */
export function hasCredit({ turn, edge: { lane, credit } }: EdgeOfTurn): boolean {
  const mode = turn.plan.flow_control.mode_by_lane[lane];
  return mode === "signal" || (mode === "hybrid" && credit === undefined) || (credit ?? 0) > 0;
}

/** Puts an item in the queue; at the high watermark the producer is told to stop. */
export function enqueue(
  world: World,
  session: SessionState,
  { turn, edge, item }: EdgeOfTurn & { item: EdgeItem },
) {
  edge.queue.push(item);
  const marks = policyOf(turn.plan, edge.edge_id).watermarks.queue_items;
  if (marks === undefined || edge.isStopped || edge.queue.length < marks.high) return;
  edge.isStopped = true;
  const where = {
    event_scope: "turn",
    turn_id: turn.turn_id,
    edge_id: edge.edge_id,
    target_lane: edge.lane,
  } as const;
  const told = { ...where, reason: "queue_items_high" } as const;
  const causal_parent_id = emitSignal(world, session, { signal: "watermark", ...told });
  emitSignal(world, session, { signal: "flow_xoff", ...told, causal_parent_id });
  boundBlocking(world, session, { turn, edge });
}

/** INV-BUF-05: the producer of a blocking lane is blocked from `flow_xoff` on; after its time it is let go. */
function boundBlocking(world: World, session: SessionState, { turn, edge }: EdgeOfTurn) {
  const { lane_handling, max_block_time_ms = 0 } = policyOf(turn.plan, edge.edge_id);
  if (lane_handling[edge.lane] !== "block") return;
  edge.release = world.clock.schedule(max_block_time_ms, () => {
    const items = edge.blocked.splice(0).map(({ item, timer }) => {
      timer.cancel();
      return item;
    });
    shed(world, session, { turn, edge, items });
  });
}

function shed(
  world: World,
  session: SessionState,
  { turn, edge, items }: EdgeOfTurn & { readonly items: readonly EdgeItem[] },
) {
  const reason = "block_time_exceeded";
  if (!world.parts.shedsBlocked()) return;
  emitSignal(world, session, { signal: "shed", event_scope: "turn", turn_id: turn.turn_id, reason });
  if (items.length > 0) dropItems(world, session, { turn, edge, items, reason });
}

/** Delivers what is asked for, as far as flow control and credit let it; gives back the demand that found nothing. */
export function drain(world: World, session: SessionState, { turn, edge }: EdgeOfTurn): number {
  const low = policyOf(turn.plan, edge.edge_id).watermarks.queue_items?.low ?? 0;
  for (;;) {
    // A stopped lane goes on only where that brings the queue down to the low watermark.
    if (edge.isStopped && edge.queue.length - deliverable({ turn, edge }) > low) return 0;
    const resumes = edge.isStopped;
    if (resumes && world.parts.resumesFirst()) resume(world, session, { turn, edge });
    const isWanted = !edge.onDemand || edge.demand > 0;
    const item = isWanted && hasCredit({ turn, edge }) ? edge.queue.shift() : undefined;
    if (item === undefined) break;
    if (edge.onDemand) edge.demand -= 1;
    deliver(world, session, { edge, item });
    if (resumes && edge.isStopped) resume(world, session, { turn, edge });
    admitBlocked(world, session, { turn, edge });
  }
  if (edge.queue.length > 0) return 0;
  const unused = edge.demand;
  edge.demand = 0;
  return unused;
}

/** How many of the waiting items demand and credit would let go. */
function deliverable({ turn, edge }: EdgeOfTurn): number {
  const { queue, demand, credit, onDemand, lane } = edge;
  const isLimited = turn.plan.flow_control.mode_by_lane[lane] !== "signal";
  const byCredit =
    isLimited && !hasCredit({ turn, edge }) ? 0 : isLimited ? (credit ?? queue.length) : queue.length;
  return Math.min(queue.length, byCredit, onDemand ? demand : queue.length);
}

function resume(world: World, session: SessionState, { turn, edge }: EdgeOfTurn) {
  edge.isStopped = false;
  edge.release?.cancel();
  emitSignal(world, session, {
    signal: "flow_xon",
    event_scope: "turn",
    turn_id: turn.turn_id,
    edge_id: edge.edge_id,
    target_lane: edge.lane,
  });
}

/** Items that wait outside come in as soon as there is room. */
function admitBlocked(world: World, session: SessionState, { turn, edge }: EdgeOfTurn) {
  const room = policyOf(turn.plan, edge.edge_id).max_queue_items - edge.queue.length;
  for (const { item, timer } of edge.blocked.splice(0, Math.max(0, room))) {
    timer.cancel();
    enqueue(world, session, { turn, edge, item });
  }
}

/** INV-BUF-05: a blocked producer waits its time, then what it holds is shed. */
export function block(
  world: World,
  session: SessionState,
  { turn, edge, item }: EdgeOfTurn & { item: EdgeItem },
) {
  const { max_block_time_ms = 0 } = policyOf(turn.plan, edge.edge_id);
  const timer = world.clock.schedule(max_block_time_ms, () => {
    edge.blocked = edge.blocked.filter((waiting) => waiting.item !== item);
    shed(world, session, { turn, edge, items: [item] });
  });
  edge.blocked.push({ item, timer });
}

/** What a turn has waiting is dropped when it ends; an edge that it stopped goes on. */
export function dropQueued(world: World, session: SessionState, turn: TurnState) {
  for (const edge of [...session.edges.values()].flat()) {
    const items = [...edge.queue, ...edge.blocked.map(({ item }) => item)];
    for (const { timer } of edge.blocked) timer.cancel();
    edge.queue = [];
    edge.blocked = [];
    edge.demand = 0;
    if (items.length > 0) dropItems(world, session, { turn, edge, items, reason: "turn_ended" });
    if (edge.isStopped) resume(world, session, { turn, edge });
  }
}
