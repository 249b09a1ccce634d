/** A small valid plan, the seed of vectors, mutations and examples. */
import type { ResolvedTurnPlan } from "./resolved-turn-plan.ts";

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
