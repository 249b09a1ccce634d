/** Drops on an edge, and how they are told (RK-12, RK-15): INV-BUF-02, INV-SYNC-01. */
import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import type { SessionState, TurnState } from "../session-state.ts";
import { emitSignal, skipNumbers, type World } from "../world.ts";
import type { EdgeItem, EdgeState } from "./edge-state.ts";

/** The buffer policy of an edge: its own or the default one. */
export function policyOf(
  plan: ResolvedTurnPlan,
  edge_id: string,
): ResolvedTurnPlan["edge_buffer_policies"][string] {
  const policy = plan.edge_buffer_policies[edge_id] ?? plan.edge_buffer_policies["default"];
  if (policy === undefined)
    throw new RangeError(`Cannot find a buffer policy: expected one for "${edge_id}" or "default"`);
  return policy;
}

/** Items to drop, and why. */
export interface Drop {
  readonly turn: TurnState;
  readonly edge: EdgeState;
  readonly items: readonly EdgeItem[];
  readonly reason: string;
}

/** Drops items; a synchronised one takes its whole group with it, or tells its domain. */
export function dropItems(world: World, session: SessionState, { turn, edge, items, reason }: Drop) {
  const policy = policyOf(turn.plan, edge.edge_id).sync_drop_policy;
  const groups = new Set(items.map((item) => item.sync_id).filter((sync_id) => sync_id !== undefined));
  const isAtomic = policy?.policy === "atomic_drop";
  if (isAtomic) for (const group of groups) edge.droppedGroups.add(group);
  const isOfGroup = ({ sync_id }: EdgeItem) => isAtomic && sync_id !== undefined && groups.has(sync_id);
  const lanes = session.edges.get(edge.edge_id) ?? [edge];
  const rest = lanes.flatMap(({ queue }) => queue.filter(isOfGroup));
  for (const lane of lanes) lane.queue = lane.queue.filter((item) => !isOfGroup(item));
  tellDrops(world, session, { turn, edge, items: [...items, ...rest], reason });
  if (policy?.policy !== "drop_with_discontinuity" || !world.parts.tellsDiscontinuity()) return;
  emitSignal(world, session, {
    signal: "discontinuity",
    event_scope: "turn",
    turn_id: turn.turn_id,
    sync_domain: policy.sync_domain ?? "default",
    discontinuity_id: `discontinuity-${session.sequence + 1}`,
    reason,
  });
}

/** One notice for each lane, with the numbers that its items will never have; one a group of a sync policy. */
function tellDrops(world: World, session: SessionState, { turn, edge, items, reason }: Drop) {
  const batches = new Map<string, EdgeItem[]>();
  for (const item of items) {
    const key = `${item.lane} ${item.sync_id ?? ""}`;
    batches.set(key, [...(batches.get(key) ?? []), item]);
  }
  for (const batch of batches.values()) {
    const [{ lane, sync_id }] = batch as [EdgeItem];
    const seq_range = skipNumbers(session, batch.length);
    if (!world.parts.tellsDrops()) continue;
    emitSignal(world, session, {
      signal: "drop_notice",
      event_scope: "turn",
      turn_id: turn.turn_id,
      edge_id: edge.edge_id,
      target_lane: lane,
      reason,
      seq_range,
      ...(sync_id !== undefined && { sync_id }),
    });
  }
}
