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

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

const countOf = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

/**
 * Reads an event into the view. Gives false, and leaves the view in any state, for what cannot be placed in
 * a stream: it is no object, or its session, id, lane, sequence or time is missing or malformed.
 */
export function readEvent(event: unknown, view: EventView): boolean {
  if (typeof event !== "object" || event === null) return false;
  clear(view);
  const lane = readFields(event as Readonly<Record<string, unknown>>, view);
  if (lane !== "DataLane" && lane !== "ControlLane" && lane !== "TelemetryLane") return false;
  view.lane = lane;
  if (lane !== "ControlLane") view.signal = undefined;
  view.kind = lane === "ControlLane" ? (view.signal ?? "") : lane;
  return (
    view.kind !== "" &&
    view.event_id !== "" &&
    view.session_id !== "" &&
    view.runtime_sequence >= 0 &&
    view.runtime_timestamp_ms >= 0
  );
}

/** Fills the view and gives the lane. Written out, because a store by computed name is slow. */
function readFields(fields: Readonly<Record<string, unknown>>, view: EventView): unknown {
  let lane: unknown;
  for (const name in fields) {
    const value = fields[name];
    switch (name) {
      case "lane":
        lane = value;
        break;
      case "event_id":
        view.event_id = textOf(value) ?? "";
        break;
      case "session_id":
        view.session_id = textOf(value) ?? "";
        break;
      case "turn_id":
        view.turn_id = textOf(value);
        break;
      case "event_scope":
        view.event_scope = textOf(value);
        break;
      case "payload_class":
        view.payload_class = textOf(value);
        break;
      case "signal":
        view.signal = textOf(value);
        break;
      case "reason":
        view.reason = textOf(value);
        break;
      case "scope":
        view.scope = textOf(value);
        break;
      case "target_lane":
        view.target_lane = textOf(value);
        break;
      case "edge_id":
        view.edge_id = textOf(value);
        break;
      case "node_id":
        view.node_id = textOf(value);
        break;
      case "provider_invocation_id":
        view.provider_invocation_id = textOf(value);
        break;
      case "causal_parent_id":
        view.causal_parent_id = textOf(value);
        break;
      case "idempotency_key":
        view.idempotency_key = textOf(value);
        break;
      case "sync_id":
        view.sync_id = textOf(value);
        break;
      case "sync_domain":
        view.sync_domain = textOf(value);
        break;
      case "merge_group_id":
        view.merge_group_id = textOf(value);
        break;
      case "plan_hash":
        view.plan_hash = textOf(value);
        break;
      case "runtime_sequence":
        view.runtime_sequence = countOf(value) ?? -1;
        break;
      case "runtime_timestamp_ms":
        view.runtime_timestamp_ms = countOf(value) ?? -1;
        break;
      case "authority_epoch":
        view.authority_epoch = countOf(value);
        break;
      case "amount":
        view.amount = countOf(value);
        break;
      case "seq_range":
        view.seq_range = value;
        break;
      case "merged_from_event_ids":
        view.merged_from_event_ids = value;
        break;
      case "late_after_cancel":
        view.late_after_cancel = value === true;
        break;
    }
  }
  return lane;
}
