/**
 * An event record: one piece of data or telemetry that travelled through the pipeline.
 *
 * Nodes, transports and provider adapters write them; what steers the pipeline is a control signal and
 * has a lane of its own.
 */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { enumField, forbiddenField, nestedField } from "../core/fields.ts";
import {
  authorityEpochField,
  eventScopeField,
  identityFields,
  lineageFields,
  orderFields,
  payloadClassField,
  turnIdField,
} from "./envelope.ts";
import { AUDIO_TIME_CHECK, ENVELOPE_CHECKS, EVENT_REQUIREMENTS, TURN_EPOCH_CHECK } from "./event-rules.ts";
import { EVENT_RECORD_LANES } from "./lane.ts";
import { MediaTimeSchema } from "./media-time.ts";

const controlField = forbiddenField({ rule: "EVT-14", about: "Belongs to control signals only" });

/** Schema of an event record, closed. */
export const EventRecordSchema = wireObject(
  {
    schema_version: identityFields.schema_version,
    event_scope: eventScopeField,
    session_id: identityFields.session_id,
    turn_id: turnIdField.optional(),
    pipeline_version: identityFields.pipeline_version,
    event_id: identityFields.event_id,
    lane: enumField(EVENT_RECORD_LANES, {
      rule: "EVT-05",
      about: "Lane that the record travels on; ControlLane is for control signals",
    }),
    ...orderFields,
    authority_epoch: authorityEpochField("EVT-04").optional(),
    payload_class: payloadClassField,
    media_time: nestedField(MediaTimeSchema, {
      rule: "EVT-09",
      about: "Position on the media timeline; required for audio_raw",
    }).optional(),
    ...lineageFields,
    signal: controlField,
    emitted_by: controlField,
    reason: controlField,
    scope: controlField,
    target_lane: controlField,
    amount: controlField,
    seq_range: controlField,
  },
  { unknown: "EVT-13", unsafe: "EVT-15", checks: [...ENVELOPE_CHECKS, TURN_EPOCH_CHECK, AUDIO_TIME_CHECK] },
);

/** One piece of data or telemetry that travelled through the pipeline. */
export type EventRecord = z.infer<typeof EventRecordSchema>;

/** The contract of event records. */
export const eventRecordContract = defineContract({
  address: "events/event-record",
  kind: "event_record",
  since: "0.1.0",
  title: "Event record",
  about:
    "One piece of data or telemetry that travelled through the pipeline, on DataLane or TelemetryLane. Written by nodes, transports and provider adapters.",
  schema: EventRecordSchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter((rule) => rule.id === "CON-01"), ...EVENT_REQUIREMENTS],
  example: {
    schema_version: "v1.0",
    event_scope: "session",
    session_id: "sess-1",
    pipeline_version: "pipeline-v1",
    event_id: "evt-1",
    lane: "DataLane",
    transport_sequence: 1,
    runtime_sequence: 1,
    runtime_timestamp_ms: 100,
    wall_clock_timestamp_ms: 1770000000100,
    payload_class: "text_raw",
  },
});
