/** What the reference runtime remembers of an edge between two nodes. */
import type { EdgeOffer } from "../../contracts/conformance/stimulus.ts";
import type { VirtualTimer } from "../../simulation/virtual-clock.ts";

/** An item on an edge. */
export interface EdgeItem {
  readonly id: string;
  readonly turn_id: string;
  readonly lane: EdgeOffer["lane"];
  readonly sync_id?: string;
  /** Ids of the items that it stands for, itself included, when it was merged. */
  readonly merged: readonly string[];
}

/** One lane of an edge. Lanes do not wait for each other (INV-LANE-02), so each has a queue of its own. */
export interface EdgeState {
  readonly edge_id: string;
  readonly lane: EdgeOffer["lane"];
  /** Whether the consumer takes only what it asks for. */
  onDemand: boolean;
  demand: number;
  queue: EdgeItem[];
  /** Items that found no room and wait outside, each with the timer that sheds it. */
  blocked: { readonly item: EdgeItem; readonly timer: VirtualTimer }[];
  /** Whether `flow_xoff` was told and `flow_xon` not yet. */
  isStopped: boolean;
  /** Lets a producer go that is blocked for too long. */
  release?: VirtualTimer;
  /** Credit that is left; undefined while none was granted. */
  credit?: number;
  /** Of the whole edge. */
  readonly droppedGroups: Set<string>;
  /** Items that were offered. */
  offered: number;
  /** Items that overflowed under sampling. */
  overflowed: number;
}

/** The lanes of an edge: data, then telemetry. */
export type EdgeLanes = readonly [data: EdgeState, telemetry: EdgeState];

/** An edge that nothing has happened on. */
export function newEdge(edge_id: string): EdgeLanes {
  const droppedGroups = new Set<string>();
  const lane = (name: EdgeState["lane"]): EdgeState => ({
    edge_id,
    lane: name,
    onDemand: false,
    demand: 0,
    queue: [],
    blocked: [],
    isStopped: false,
    droppedGroups,
    offered: 0,
    overflowed: 0,
  });
  return [lane("DataLane"), lane("TelemetryLane")];
}
