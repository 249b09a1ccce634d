/**
 * OR-02 baseline evidence: what is kept of every accepted turn, whatever the load.
 *
 * Two questions are kept apart. The schema asks whether the record is well formed; whether it is
 * complete is asked by `checkBaselineCompleteness`. Text may therefore be empty here, markers may be of
 * either sign and nested outcomes may be invalid: an incomplete record must be readable to be reported.
 */
import { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { booleanField, listField, looseTextField, nestedField, signedIntegerField } from "../core/fields.ts";
import { RecordedProvenanceSchema } from "../spec/snapshot-provenance.ts";
import { PLAN_EXAMPLE } from "../turn/resolved-turn-plan.ts";
import { EVIDENCE_REQUIREMENTS } from "./evidence-rules.ts";

const rule = "CON-02";
const text = (about: string) => looseTextField({ rule, about });
const marker = (about: string) =>
  signedIntegerField({ rule, about, unit: "ms", clock: "monotonic" }).optional();
const recordedObject = (about: string) =>
  z.record(z.string(), z.unknown()).meta({ description: about, "x-rspp-rule": rule });

const RecordedRedactionSchema = wireObject({
  payload_class: text("Payload class that was decided on"),
  action: text("What was done with the class"),
});

/** Schema of a baseline record, closed. */
export const BaselineEvidenceSchema = wireObject({
  session_id: text("Session of the turn"),
  turn_id: text("The turn"),
  pipeline_version: text("Immutable version of the pipeline that was running"),
  event_id: text("Event that the record is about"),
  envelope_snapshot: text("Version of the event envelope"),
  payload_tags: listField(text("A payload class"), { rule, about: "Payload classes that the turn carried" }),
  redaction_decisions: listField(RecordedRedactionSchema, {
    rule,
    about: "What was done with each payload class",
  }),
  plan_hash: text("Hash of the plan that the turn ran by"),
  snapshot_provenance: nestedField(RecordedProvenanceSchema, {
    rule,
    about: "Snapshots that the plan was resolved from",
  }),
  decision_outcomes: listField(recordedObject("A decision_outcome"), {
    rule,
    about: "Admission and authority decisions of the turn",
  }),
  invocation_outcomes: listField(recordedObject("An invocation_outcome_evidence"), {
    rule,
    about: "What came of each provider invocation",
  }),
  determinism_seed: signedIntegerField({ rule, about: "Seed of the turn", unit: "seed" }),
  ordering_markers: listField(text("An ordering marker"), {
    rule,
    about: "Markers that order the turn's events",
  }),
  merge_rule_id: text("Rule by which concurrent inputs were merged"),
  merge_rule_version: text("Version of the merge rule"),
  authority_epoch: signedIntegerField({ rule, about: "Authority epoch of the turn", unit: "epoch" }),
  migration_markers: listField(text("A migration marker"), {
    rule,
    about: "Migrations that the turn went through",
  }),
  terminal_outcome: text("commit or abort"),
  terminal_reason: text("Why the turn was aborted; empty for commit"),
  close_emitted: booleanField({ rule, about: "Whether close followed the terminal signal" }),
  turn_open_proposed_at_ms: marker("Acceptance of turn_open_proposed"),
  turn_open_at_ms: marker("Emission of turn_open; present when the turn was accepted"),
  turn_terminal_at_ms: marker("Emission of commit or abort"),
  first_output_at_ms: marker("First DataLane output chunk"),
  cancel_accepted_at_ms: marker("Acceptance of a cancel"),
  cancel_fence_applied_at_ms: marker("Local egress fence of the cancel"),
  cancel_sent_at_ms: marker("Cancel sent to the provider"),
  cancel_ack_at_ms: marker("Cancel acknowledged by the provider"),
  accepted_stale_epoch_output: booleanField({
    rule,
    about: "Whether an output of a stale epoch was accepted",
  }),
  audio_ingress_at_ms: marker("User audio at ingress, the end-to-end anchor"),
  playback_started_at_ms: marker("Start of assistant playback, the end-to-end anchor"),
});

/** What is kept of an accepted turn. */
export type BaselineEvidence = z.infer<typeof BaselineEvidenceSchema>;

/** A small complete baseline record. */
export const BASELINE_EXAMPLE: BaselineEvidence = {
  session_id: "sess-1",
  turn_id: "turn-1",
  pipeline_version: "pipeline-v1",
  event_id: "evt-1",
  envelope_snapshot: "eventabi/v1",
  payload_tags: ["metadata"],
  redaction_decisions: [{ payload_class: "metadata", action: "allow" }],
  plan_hash: PLAN_EXAMPLE.plan_hash,
  snapshot_provenance: PLAN_EXAMPLE.snapshot_provenance,
  decision_outcomes: [
    {
      outcome_kind: "admit",
      phase: "pre_turn",
      scope: "turn",
      session_id: "sess-1",
      turn_id: "turn-1",
      event_id: "evt-1",
      runtime_timestamp_ms: 80,
      wall_clock_timestamp_ms: 1770000000080,
      emitted_by: "RK-25",
      reason: "admission_capacity_allow",
    },
  ],
  invocation_outcomes: [],
  determinism_seed: 100,
  ordering_markers: ["runtime_sequence:100"],
  merge_rule_id: "merge/default",
  merge_rule_version: "v1.0",
  authority_epoch: 7,
  migration_markers: [],
  terminal_outcome: "commit",
  terminal_reason: "",
  close_emitted: true,
  turn_open_proposed_at_ms: 0,
  turn_open_at_ms: 80,
  turn_terminal_at_ms: 580,
  first_output_at_ms: 420,
  accepted_stale_epoch_output: false,
};

/** The contract of baseline records. */
export const baselineEvidenceContract = defineContract({
  address: "observability/baseline-evidence",
  kind: "baseline_evidence",
  since: "0.1.0",
  title: "Baseline evidence",
  about:
    "OR-02 evidence of one turn: what is kept of every accepted turn, whatever the load. Completeness is judged apart from shape.",
  schema: BaselineEvidenceSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...EVIDENCE_REQUIREMENTS],
  example: BASELINE_EXAMPLE,
});
