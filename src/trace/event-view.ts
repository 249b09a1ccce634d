/**
 * A view of one event: the fields that invariants look at, read once, in an object of one constant shape.
 *
 * Events come in hundreds of shapes, and asking such an object for a field that it lacks is the slowest
 * thing an engine does. So the fields that are there are walked once; every check then reads the view.
 */
import type { Lane } from "../contracts/events/lane.ts";

/** What invariants read of an event. Absent and malformed fields are undefined. The object is reused. */
export interface EventView {
  /** 0-based place in the input, in order of arrival. */
  index: number;
  /** The signal, or the lane of an event record. */
  kind: string;
  lane: Lane;
  event_id: string;
  session_id: string;
  runtime_sequence: number;
  runtime_timestamp_ms: number;
  turn_id: string | undefined;
  event_scope: string | undefined;
  payload_class: string | undefined;
  authority_epoch: number | undefined;
  signal: string | undefined;
  reason: string | undefined;
  scope: string | undefined;
  target_lane: string | undefined;
  amount: number | undefined;
  seq_range: unknown;
  edge_id: string | undefined;
  node_id: string | undefined;
  provider_invocation_id: string | undefined;
  causal_parent_id: string | undefined;
  idempotency_key: string | undefined;
  sync_id: string | undefined;
  sync_domain: string | undefined;
  merge_group_id: string | undefined;
  merged_from_event_ids: unknown;
  late_after_cancel: boolean;
  /** No field of version 1; producers of a later minor may cite the plan in the event. */
  plan_hash: string | undefined;
}

/** A view of nothing yet. */
export function emptyView(): EventView {
  const view = { index: -1 } as EventView;
  clear(view);
  return view;
}

function clear(view: EventView): void {
  view.kind = "";
  view.lane = "DataLane";
  view.event_id = "";
  view.session_id = "";
  view.runtime_sequence = -1;
  view.runtime_timestamp_ms = -1;
  view.turn_id = undefined;
  view.event_scope = undefined;
  view.payload_class = undefined;
  view.authority_epoch = undefined;
  view.signal = undefined;
  view.reason = undefined;
  view.scope = undefined;
  view.target_lane = undefined;
  view.amount = undefined;
  view.seq_range = undefined;
  view.edge_id = undefined;
  view.node_id = undefined;
  view.provider_invocation_id = undefined;
  view.causal_parent_id = undefined;
  view.idempotency_key = undefined;
  view.sync_id = undefined;
  view.sync_domain = undefined;
  view.merge_group_id = undefined;
  view.merged_from_event_ids = undefined;
  view.late_after_cancel = false;
  view.plan_hash = undefined;
}

const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

/**
 * Reads an event into the view. Gives false, and leaves the view in any state, for what cannot be placed in
 * a stream: it is no object, or its session, id, lane, sequence or time is missing or malformed.
 */
export function readEvent(event: unknown, view: EventView): boolean {
  if (typeof event !== "object" || event === null) return false;
  clear(view);
  let lane: unknown;
  const fields = event as Readonly<Record<string, unknown>>;
  for (const name in fields) {
    const value = fields[name];
    if (typeof value === "string") {
      if (value === "") continue;
      switch (name) {
        case "lane":
          lane = value;
          break;
        case "event_id":
        case "session_id":
        case "turn_id":
        case "event_scope":
        case "payload_class":
        case "signal":
        case "reason":
        case "scope":
        case "target_lane":
        case "edge_id":
        case "node_id":
        case "provider_invocation_id":
        case "causal_parent_id":
        case "idempotency_key":
        case "sync_id":
        case "sync_domain":
        case "merge_group_id":
        case "plan_hash":
          view[name] = value;
      }
    } else if (isCount(value)) {
      switch (name) {
        case "runtime_sequence":
        case "runtime_timestamp_ms":
        case "authority_epoch":
        case "amount":
          view[name] = value;
      }
    } else if (name === "late_after_cancel") view.late_after_cancel = value === true;
    else if (name === "seq_range" || name === "merged_from_event_ids") view[name] = value;
  }
  if (lane !== "DataLane" && lane !== "ControlLane" && lane !== "TelemetryLane") return false;
  view.lane = lane;
  view.kind = lane === "ControlLane" ? (view.signal ?? "") : lane;
  return (
    view.kind !== "" &&
    view.event_id !== "" &&
    view.session_id !== "" &&
    view.runtime_sequence >= 0 &&
    view.runtime_timestamp_ms >= 0
  );
}
