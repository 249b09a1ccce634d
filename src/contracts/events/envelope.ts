/**
 * The event envelope: the fields that every event record and every control signal shares.
 *
 * Monotonic and wall clocks are kept apart: order and latency come from `runtime_timestamp_ms`, human
 * time from `wall_clock_timestamp_ms`.
 */

import { booleanField, enumField, integerField, listField, patternField, textField } from "../core/fields.ts";
import { SUPPORTED_VERSION_PATTERN, VERSION_PATTERN } from "../core/version.ts";
import { PAYLOAD_CLASSES } from "../security/payload-class.ts";
import { EVENT_SCOPES, LANES } from "./lane.ts";

const optionalId = (rule: string, about: string) => textField({ rule, about }).optional();

/** Turn that the event belongs to. */
export const turnIdField = textField({
  rule: "EVT-03",
  about: "Turn that the event belongs to; required when event_scope is turn",
});

/** Epoch under which the event was written. */
export const authorityEpochField = (rule: string) =>
  integerField({
    rule,
    about: "Authority epoch under which the event was written; required in turn scope and on ControlLane",
    unit: "epoch",
  });

/** Scope, lane and payload class in their widest form. */
export const eventScopeField = enumField(EVENT_SCOPES, {
  rule: "EVT-04",
  about: "Whether the event belongs to the session or to one turn",
});

/** Any lane. */
export const laneField = enumField(LANES, { rule: "EVT-05", about: "Lane that the event travels on" });

/** Any payload class. */
export const payloadClassField = enumField(PAYLOAD_CLASSES, {
  rule: "EVT-08",
  about: "How sensitive the payload is; decides redaction and retention",
});

/** Fields that stand first in every event. */
export const identityFields = {
  schema_version: patternField(new RegExp(SUPPORTED_VERSION_PATTERN), {
    rule: "EVT-02",
    wider: { pattern: VERSION_PATTERN, rule: "EVT-01" },
    about: "Contract version that the producer wrote, v<major>.<minor>[.<patch>]; the major is 1",
    example: "v1.0",
  }),
  session_id: textField({ rule: "EVT-03", about: "Session that the event belongs to" }),
  pipeline_version: textField({
    rule: "EVT-03",
    about: "Immutable version of the pipeline that was running",
  }),
  event_id: textField({ rule: "EVT-03", about: "Id of the event, unique in its session" }),
};

/** Order and time. */
export const orderFields = {
  transport_sequence: integerField({
    rule: "EVT-06",
    about: "Sequence number at the transport",
    unit: "sequence",
  }),
  runtime_sequence: integerField({
    rule: "EVT-06",
    about: "Sequence number in the runtime; strictly increases for each session, edge and lane",
    unit: "sequence",
  }),
  runtime_timestamp_ms: integerField({
    rule: "EVT-07",
    about: "Time of the event on the runtime's clock",
    unit: "ms",
    clock: "monotonic",
  }),
  wall_clock_timestamp_ms: integerField({
    rule: "EVT-07",
    about: "Time of the event since the Unix epoch",
    unit: "ms",
    clock: "wall",
  }),
  timestamp_ms: integerField({
    rule: "EVT-07",
    about: "Time that the producer gave the event, when it has a clock of its own",
    unit: "ms",
  }).optional(),
};

/** Optional ids, lineage and markers. */
export const lineageFields = {
  node_id: optionalId("EVT-03", "Node that wrote the event"),
  edge_id: optionalId("EVT-03", "Edge that the event travels on"),
  causal_parent_id: optionalId("EVT-03", "event_id of the earlier event of the session that caused this one"),
  idempotency_key: optionalId("EVT-03", "Key under which a repeated event is recognised as a duplicate"),
  provider_invocation_id: optionalId("EVT-03", "Provider invocation that the event belongs to"),
  lease_token: optionalId("EVT-03", "Reference to the lease under which the event was written"),
  sync_id: optionalId("EVT-11", "Group of events that stay together"),
  sync_domain: optionalId(
    "EVT-11",
    "Timeline that synchronised streams share; required beside discontinuity_id",
  ),
  discontinuity_id: optionalId("EVT-11", "Break in a sync domain that the event belongs to"),
  merge_group_id: optionalId(
    "EVT-10",
    "Group under which events were merged; required beside merged_from_event_ids",
  ),
  merged_from_event_ids: listField(textField({ rule: "EVT-10", about: "event_id of a merged event" }), {
    rule: "EVT-10",
    about: "Ids of the events that this one was merged from, each once",
    unit: "1 to 64 ids",
    min: 1,
    max: 64,
  }).optional(),
  late_after_cancel: booleanField({
    rule: "EVT-12",
    about: "The output came after the cancel fence and was not delivered; true needs turn scope",
  }).optional(),
};
