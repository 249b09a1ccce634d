/**
 * A view of one event: the fields that invariants look at, read once, in an object of one constant shape.
 *
 * Events come in hundreds of shapes, and asking such an object for a field that it lacks is the slowest
 * thing an engine does. So the fields that are there are walked once; every check then reads the view.
 */
import type { Lane } from "../../contracts/events/lane.ts";
import { integerLength, minimalJsonLength } from "../../internal/json-text/minimal-json-length.ts";
import { nameOfKind, numberOfKind } from "./kind-numbers.ts";

/** What invariants read of an event. Absent and malformed fields are undefined. The object is reused. */
export interface EventView {
  /** 0-based place in the input, in order of arrival. */
  index: number;
  /** The signal, or the lane of an event record. */
  kind: string;
  /** The kind as a number, see `kind-numbers.ts`; 0 for a signal of a later minor version. */
  kindNumber: number;
  lane: Lane;
  event_id: string;
  session_id: string;
  /** The session as a number, see `SessionFacts`; set when the event is judged. */
  session_number: number;
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
  /** Length that no JSON text for the event undercuts; NaN where it is not known or was not asked for. */
  leastLength: number;
}

/** A view of nothing yet. */
export function emptyView(): EventView {
  const view = { index: -1 } as EventView;
  clear(view);
  return view;
}

function clear(view: EventView): void {
  view.leastLength = Number.NaN;
  view.kind = "";
  view.kindNumber = 0;
  view.lane = "DataLane";
  view.event_id = "";
  view.session_id = "";
  view.session_number = -1;
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

/** Deepest value within an event that is measured. */
const MOST_DEPTH = 32;

/** As the shared measure has it, with the short way for what most fields hold: texts and counters. */
function lengthOf(value: unknown): number {
  if (typeof value === "string") return value.length + 2;
  const isCounter = typeof value === "number" && (value | 0) === value && value > 0 && value % 1000 !== 0;
  if (!isCounter) return integerLength(value, 0) || minimalJsonLength(value, MOST_DEPTH);
  if (value < 1e4) return value < 100 ? (value < 10 ? 1 : 2) : value < 1000 ? 3 : 4;
  if (value < 1e7) return value < 1e5 ? 5 : value < 1e6 ? 6 : 7;
  return value < 1e8 ? 8 : value < 1e9 ? 9 : 10;
}

const countOf = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

/**
 * Reads an event into the view. Gives false, and leaves the view in any state, for what cannot be placed in
 * a stream: it is no object, or its session, id, lane, sequence or time is missing or malformed.
 */
export function readEvent(event: unknown, view: EventView): boolean {
  return read(event, view, false);
}

/**
 * As `readEvent` for an event that was parsed from text, with `leastLength` in the same walk. Objects must not
 * inherit enumerable names.
 */
export function readParsedEvent(event: unknown, view: EventView): boolean {
  return read(event, view, true);
}

function read(event: unknown, view: EventView, isMeasured: boolean): boolean {
  clear(view);
  if (typeof event !== "object" || event === null) return false;
  const lane = readFields(event as Readonly<Record<string, unknown>>, view, isMeasured);
  // Constants instead of the texts of the event: these are compared at once, and keep nothing alive.
  if (lane === "DataLane") placeRecord(view, "DataLane");
  else if (lane === "TelemetryLane") placeRecord(view, "TelemetryLane");
  else if (lane === "ControlLane") placeSignal(view);
  else return false;
  return (
    view.kind !== "" &&
    view.event_id !== "" &&
    view.session_id !== "" &&
    view.runtime_sequence >= 0 &&
    view.runtime_timestamp_ms >= 0
  );
}

function placeRecord(view: EventView, lane: "DataLane" | "TelemetryLane"): void {
  view.lane = lane;
  view.kind = lane;
  view.kindNumber = numberOfKind(lane);
  view.signal = undefined;
}

function placeSignal(view: EventView): void {
  const { signal } = view;
  view.lane = "ControlLane";
  view.kindNumber = signal === undefined ? 0 : numberOfKind(signal);
  view.kind = view.kindNumber === 0 ? (signal ?? "") : nameOfKind(view.kindNumber);
  if (signal !== undefined) view.signal = view.kind;
}

/**
 * Fills the view and gives the lane. Written out by length of name: a store by computed name is slow, and so
 * is comparing every name of an event with all of these.
 */
function readFields(
  fields: Readonly<Record<string, unknown>>,
  view: EventView,
  isMeasured: boolean,
): unknown {
  let lane: unknown;
  let length = 1;
  for (const name in fields) {
    const value = fields[name];
    if (isMeasured) length += name.length + 4 + lengthOf(value);
    switch (name.length) {
      case 4:
        if (name === "lane") lane = value;
        break;
      case 5:
        if (name === "scope") view.scope = textOf(value);
        break;
      case 6:
        if (name === "signal") view.signal = textOf(value);
        else if (name === "reason") view.reason = textOf(value);
        else if (name === "amount") view.amount = countOf(value);
        break;
      case 7:
        if (name === "turn_id") view.turn_id = textOf(value);
        else if (name === "edge_id") view.edge_id = textOf(value);
        else if (name === "node_id") view.node_id = textOf(value);
        else if (name === "sync_id") view.sync_id = textOf(value);
        break;
      case 8:
        if (name === "event_id") view.event_id = textOf(value) ?? "";
        break;
      case 9:
        if (name === "seq_range") view.seq_range = value;
        else if (name === "plan_hash") view.plan_hash = textOf(value);
        break;
      case 10:
        if (name === "session_id") view.session_id = textOf(value) ?? "";
        break;
      case 11:
        if (name === "event_scope") view.event_scope = textOf(value);
        else if (name === "target_lane") view.target_lane = textOf(value);
        else if (name === "sync_domain") view.sync_domain = textOf(value);
        break;
      case 13:
        if (name === "payload_class") view.payload_class = textOf(value);
        break;
      case 14:
        if (name === "merge_group_id") view.merge_group_id = textOf(value);
        break;
      case 15:
        if (name === "authority_epoch") view.authority_epoch = countOf(value);
        else if (name === "idempotency_key") view.idempotency_key = textOf(value);
        break;
      case 16:
        if (name === "runtime_sequence") view.runtime_sequence = countOf(value) ?? -1;
        else if (name === "causal_parent_id") view.causal_parent_id = textOf(value);
        break;
      case 17:
        if (name === "late_after_cancel") view.late_after_cancel = value === true;
        break;
      case 20:
        if (name === "runtime_timestamp_ms") view.runtime_timestamp_ms = countOf(value) ?? -1;
        break;
      case 21:
        if (name === "merged_from_event_ids") view.merged_from_event_ids = value;
        break;
      case 22:
        if (name === "provider_invocation_id") view.provider_invocation_id = textOf(value);
        break;
    }
  }
  view.leastLength = isMeasured && length > 1 ? length : Number.NaN;
  return lane;
}
