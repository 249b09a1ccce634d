/** A small complete baseline record, the seed of vectors, mutations and examples. */
import { PLAN_EXAMPLE } from "../turn/resolved-turn-plan.example.ts";
import type { BaselineEvidence } from "./baseline-evidence.ts";

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
