/**
 * A resolved turn plan: everything a turn runs by, frozen when the turn opens.
 *
 * Equal inputs give an equal plan and an equal `plan_hash`; every event of the turn cites that hash.
 */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import {
  enumField,
  integerField,
  listField,
  mapField,
  nestedField,
  patternField,
  textField,
} from "../core/fields.ts";
import { RECORDING_LEVELS } from "../security/recording-level.ts";
import { DeterminismSchema } from "../spec/determinism.ts";
import { EdgeBufferPolicySchema } from "../spec/edge-buffer-policy.ts";
import { FlowControlSchema } from "../spec/flow-control.ts";
import { PLAN_REQUIREMENTS } from "../spec/plan-rules.ts";
import { REPLAY_MODES } from "../spec/replay-mode.ts";
import { SnapshotProvenanceSchema } from "../spec/snapshot-provenance.ts";
import { StreamingHandoffSchema } from "../spec/streaming-handoff.ts";
import { ADAPTIVE_ACTIONS } from "./adaptive-action.ts";

const identity = (about: string) => textField({ rule: "PLN-01", about });
const budget = (about: string) => integerField({ rule: "PLN-02", about, unit: "ms", clock: "monotonic" }, 1);

const BudgetsSchema = wireObject({
  turn_budget_ms: budget("Time for the whole turn"),
  node_budget_ms_default: budget("Time for one node, unless it has its own"),
  path_budget_ms_default: budget("Time for one path through the graph"),
  edge_budget_ms_default: budget("Time that an event may wait on one edge"),
});

const NodeExecutionPolicySchema = wireObject({
  concurrency_limit: integerField({
    rule: "PLN-01",
    about: "Most invocations of the node at one time",
    unit: "invocations",
  }).optional(),
  // U+0085 is blank for the Go runtime but not for JavaScript's \s.
  fairness_key: patternField(/[^\s\u0085]/, {
    rule: "PLN-01",
    about: "Key by which turns share the node; not blank",
    example: "tenant-1",
  }).optional(),
});

const RecordingPolicySchema = wireObject(
  {
    recording_level: enumField(RECORDING_LEVELS, { rule: "PLN-11", about: "How much is recorded" }),
    allowed_replay_modes: listField(enumField(REPLAY_MODES, { rule: "PLN-11", about: "A replay mode" }), {
      rule: "PLN-11",
      about: "Replay modes that the recording may be used for, each once",
      min: 1,
    }),
  },
  {
    checks: [
      {
        rule: "PLN-11",
        must: { unique: "allowed_replay_modes" },
        at: "allowed_replay_modes",
        expected: "every replay mode once",
      },
    ],
  },
);

/** Schema of a resolved turn plan, closed. */
export const ResolvedTurnPlanSchema = wireObject(
  {
    turn_id: identity("Turn that the plan is for"),
    pipeline_version: identity("Immutable version of the pipeline"),
    plan_hash: patternField(/^[0-9a-fA-F]{64}$/, {
      rule: "PLN-01",
      about: "SHA-256 of the RFC 8785 canonical JSON of the plan without plan_hash, as 64 hex characters",
    }),
    graph_definition_ref: identity("Graph that the turn runs"),
    execution_profile: identity("Execution profile that defaults come from"),
    authority_epoch: integerField({
      rule: "PLN-01",
      about: "Authority epoch under which the plan was resolved",
      unit: "epoch",
    }),
    budgets: nestedField(BudgetsSchema, { rule: "PLN-02", about: "Time budgets of the turn" }),
    provider_bindings: mapField(textField({ rule: "PLN-03", about: "Provider id" }), {
      rule: "PLN-03",
      about: "Provider of each modality; at least one",
    }),
    edge_buffer_policies: mapField(EdgeBufferPolicySchema, {
      rule: "PLN-04",
      about: "Buffer policy by edge id; at least one",
    }),
    node_execution_policies: mapField(NodeExecutionPolicySchema, {
      rule: "PLN-01",
      about: "Execution policy by node id",
    }).optional(),
    flow_control: nestedField(FlowControlSchema, {
      rule: "PLN-08",
      about: "How each lane is throttled and shed",
    }),
    allowed_adaptive_actions: listField(
      enumField(ADAPTIVE_ACTIONS, { rule: "PLN-09", about: "An adaptive action" }),
      { rule: "PLN-09", about: "What may be done to keep the turn going, each once; may be empty" },
    ),
    snapshot_provenance: nestedField(SnapshotProvenanceSchema, {
      rule: "PLN-10",
      about: "Snapshots that the plan was resolved from",
    }),
    recording_policy: nestedField(RecordingPolicySchema, {
      rule: "PLN-11",
      about: "What is recorded and how it may be replayed",
    }),
    determinism: nestedField(DeterminismSchema, {
      rule: "PLN-12",
      about: "What makes the turn reproducible",
    }),
    streaming_handoff: nestedField(StreamingHandoffSchema, {
      rule: "PLN-13",
      about: "When partial results go on early; {} means the same as absent",
    }).optional(),
  },
  {
    checks: [
      {
        rule: "PLN-03",
        must: { filled: "provider_bindings" },
        at: "provider_bindings",
        expected: "at least one provider binding",
      },
      {
        rule: "PLN-04",
        must: { filled: "edge_buffer_policies" },
        at: "edge_buffer_policies",
        expected: "at least one edge policy",
      },
      {
        rule: "PLN-09",
        must: { unique: "allowed_adaptive_actions" },
        at: "allowed_adaptive_actions",
        expected: "every adaptive action once",
      },
    ],
  },
);

/** Everything a turn runs by. */
export type ResolvedTurnPlan = z.infer<typeof ResolvedTurnPlanSchema>;

const watermark = { high: 20, low: 10 };

/** A small valid plan. */
export const PLAN_EXAMPLE: ResolvedTurnPlan = {
  turn_id: "turn-1",
  pipeline_version: "pipeline-v1",
  plan_hash: "0".repeat(64),
  graph_definition_ref: "graph/default",
  execution_profile: "simple",
  authority_epoch: 7,
  budgets: {
    turn_budget_ms: 2000,
    node_budget_ms_default: 800,
    path_budget_ms_default: 1800,
    edge_budget_ms_default: 250,
  },
  provider_bindings: { stt: "provider-a" },
  edge_buffer_policies: {
    default: {
      strategy: "drop",
      max_queue_items: 64,
      max_queue_ms: 300,
      max_queue_bytes: 262144,
      max_latency_contribution_ms: 120,
      watermarks: { queue_items: { high: 48, low: 24 } },
      lane_handling: {
        DataLane: "drop",
        ControlLane: "non_blocking_priority",
        TelemetryLane: "best_effort_drop",
      },
      defaulting_source: "execution_profile_default",
    },
  },
  flow_control: {
    mode_by_lane: { DataLane: "signal", ControlLane: "signal", TelemetryLane: "signal" },
    watermarks: { DataLane: watermark, ControlLane: watermark, TelemetryLane: watermark },
    shedding_strategy_by_lane: { DataLane: "drop", ControlLane: "none", TelemetryLane: "sample" },
  },
  allowed_adaptive_actions: ["retry"],
  snapshot_provenance: {
    routing_view_snapshot: "routing-view/v1",
    admission_policy_snapshot: "admission-policy/v1",
    abi_compatibility_snapshot: "abi-compat/v1",
    version_resolution_snapshot: "version-resolution/v1",
    policy_resolution_snapshot: "policy-resolution/v1",
    provider_health_snapshot: "provider-health/v1",
  },
  recording_policy: { recording_level: "L0", allowed_replay_modes: ["replay_decisions"] },
  determinism: {
    seed: 42,
    ordering_markers: ["runtime_sequence"],
    merge_rule_id: "merge/default",
    merge_rule_version: "v1.0",
    nondeterministic_inputs: [],
  },
};

/** The contract of resolved turn plans. */
export const resolvedTurnPlanContract = defineContract({
  address: "turn/resolved-turn-plan",
  kind: "resolved_turn_plan",
  since: "0.1.0",
  title: "Resolved turn plan",
  about:
    "Everything a turn runs by, frozen when the turn opens. Equal inputs give an equal plan and plan_hash.",
  schema: ResolvedTurnPlanSchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter((rule) => rule.id !== "CON-02"), ...PLAN_REQUIREMENTS],
  example: PLAN_EXAMPLE,
});
