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

/** An edge of a session. */
export interface EdgeState {
  readonly edge_id: string;
  /** Whether the consumer takes only what it asks for. */
  onDemand: boolean;
  demand: number;
  queue: EdgeItem[];
  /** Items that found no room and wait outside, each with the timer that sheds it. */
  blocked: { readonly item: EdgeItem; readonly timer: VirtualTimer }[];
  /** Whether `flow_xoff` was told and `flow_xon` not yet. */
  isStopped: boolean;
  /** The lane that it was told for. */
  stoppedLane?: EdgeOffer["lane"];
  /** Lets a producer go that is blocked for too long. */
  release?: VirtualTimer;
  readonly credit: Map<EdgeOffer["lane"], number>;
  readonly droppedGroups: Set<string>;
  /** Items that were offered. */
  offered: number;
  /** Items that overflowed under sampling. */
  overflowed: number;
}

/** An edge that nothing has happened on. */
export const newEdge = (edge_id: string): EdgeState => ({
  edge_id,
  onDemand: false,
  demand: 0,
  queue: [],
  blocked: [],
  isStopped: false,
  credit: new Map(),
  droppedGroups: new Set(),
  offered: 0,
  overflowed: 0,
});
