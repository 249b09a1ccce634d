/**
 * A replay trace: what a run decided, in order, as far as a replay is compared with it.
 *
 * A recording must be readable before it is judged: hashes and references may be empty here and outcomes are
 * kept as they were recorded. Content is kept as a digest, so a trace may leave the place that may see content.
 */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import {
  booleanField,
  enumField,
  integerField,
  listField,
  literalField,
  looseTextField,
  nestedField,
  objectField,
  signedIntegerField,
  textField,
} from "../core/fields.ts";
import { LANES } from "../events/lane.ts";
import { RecordedProvenanceSchema } from "../spec/snapshot-provenance.ts";
import { PLAN_EXAMPLE } from "../turn/resolved-turn-plan.ts";

const rule = "CON-02";

const ReplayTraceEntrySchema = wireObject({
  event_id: textField({ rule, about: "Event that the entry is about" }),
  session_id: textField({ rule, about: "Session of the event" }),
  turn_id: textField({ rule, about: "Turn of the event; absent outside a turn" }).optional(),
  lane: enumField(LANES, { rule, about: "Lane of the event" }).optional(),
  runtime_sequence: integerField({
    rule,
    about: "Sequence number of the event",
    unit: "sequence",
  }).optional(),
  plan_hash: looseTextField({ rule, about: "Hash of the plan in force; empty where none was recorded" }),
  snapshot_provenance: nestedField(RecordedProvenanceSchema, {
    rule,
    about: "Snapshots that the plan was resolved from",
  }),
  decision_outcome: objectField({ rule, about: "The decision_outcome, where the event is one" }).optional(),
  invocation_outcome: objectField({
    rule,
    about: "The invocation_outcome_evidence, where the entry is about a provider invocation",
  }).optional(),
  signal: textField({ rule, about: "Name of the control signal, where the event is one" }).optional(),
  reason: looseTextField({ rule, about: "Why, such as the reason of an abort" }).optional(),
  output_digest: textField({ rule, about: "Digest of what was put out, where something was" }).optional(),
  ordering_marker: looseTextField({ rule, about: "What orders the event among the others" }),
  provider_id: textField({ rule, about: "Provider that did the work" }).optional(),
  provider_model: textField({ rule, about: "Model of the provider" }).optional(),
  authority_epoch: signedIntegerField({ rule, about: "Authority epoch of the event", unit: "epoch" }),
  runtime_timestamp_ms: signedIntegerField({
    rule,
    about: "Time of the event on the runtime's clock",
    unit: "ms",
    clock: "monotonic",
  }),
});

/** One entry of a replay trace. */
export type ReplayTraceEntry = z.infer<typeof ReplayTraceEntrySchema>;

const ReplayLineageSchema = wireObject({
  event_id: textField({ rule, about: "Event that was taken in" }),
  dropped: booleanField({ rule, about: "Whether it was dropped" }),
  merge_group_id: textField({ rule, about: "Group that it was merged into" }).optional(),
});

/** What became of one event. */
export type ReplayLineage = z.infer<typeof ReplayLineageSchema>;

/** Schema of a replay trace, closed. */
export const ReplayTraceSchema = wireObject({
  schema_version: literalField("rspp.replay-trace.v1", { rule, about: "What the file is, and its version" }),
  entries: listField(ReplayTraceEntrySchema, { rule, about: "What was decided and done, in order" }),
  lineage: listField(ReplayLineageSchema, {
    rule,
    about: "What became of events that may be dropped or merged, each told once; may be empty",
  }),
});

/** What a run decided, in order. */
export type ReplayTrace = z.infer<typeof ReplayTraceSchema>;

/** The contract of replay traces. */
export const replayTraceContract = defineContract({
  address: "observability/replay-trace",
  kind: "replay_trace",
  since: "0.1.0",
  title: "Replay trace",
  about: "What a run decided, in order, as far as a replay is compared with it.",
  schema: ReplayTraceSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: {
    schema_version: "rspp.replay-trace.v1",
    entries: [
      {
        event_id: "evt-1",
        session_id: "sess-1",
        turn_id: "turn-1",
        lane: "ControlLane",
        runtime_sequence: 100,
        plan_hash: PLAN_EXAMPLE.plan_hash,
        snapshot_provenance: PLAN_EXAMPLE.snapshot_provenance,
        signal: "admit",
        reason: "admission_capacity_allow",
        ordering_marker: "runtime_sequence:100",
        authority_epoch: 7,
        runtime_timestamp_ms: 80,
      },
    ],
    lineage: [{ event_id: "evt-1", dropped: false }],
  },
});
