/** The plan that scripts and loopback sessions start from; what is special about them they change. */
import type { ResolvedTurnPlan } from "../contracts/turn/resolved-turn-plan.ts";

/** The buffer policy of one edge. */
export type EdgePolicy = ResolvedTurnPlan["edge_buffer_policies"][string];

/** What a full edge does with data. */
export type EdgeStrategy = EdgePolicy["lane_handling"]["DataLane"];

/** A policy of an edge with room for 64 items. */
export function edgePolicy(strategy: EdgeStrategy, changes: Partial<EdgePolicy> = {}): EdgePolicy {
  return {
    strategy,
    max_queue_items: 64,
    max_queue_ms: 300,
    max_queue_bytes: 262_144,
    max_latency_contribution_ms: 120,
    watermarks: { queue_items: { high: 48, low: 24 } },
    lane_handling: {
      DataLane: strategy,
      ControlLane: "non_blocking_priority",
      TelemetryLane: "best_effort_drop",
    },
    defaulting_source: "explicit_edge_config",
    ...changes,
  };
}

const watermark = { high: 20, low: 10 };

/** The plan: mock providers, one edge policy for all edges, no adaptive action. */
export const REFERENCE_PLAN: ResolvedTurnPlan = {
  turn_id: "template",
  pipeline_version: "reference-v1",
  plan_hash: "0".repeat(64),
  graph_definition_ref: "graph/reference",
  execution_profile: "simple",
  authority_epoch: 0,
  budgets: {
    turn_budget_ms: 30_000,
    node_budget_ms_default: 800,
    path_budget_ms_default: 2_000,
    edge_budget_ms_default: 250,
  },
  provider_bindings: { stt: "mock-stt", llm: "mock-llm", tts: "mock-tts" },
  edge_buffer_policies: {
    default: edgePolicy("drop", { defaulting_source: "execution_profile_default" }),
  },
  flow_control: {
    mode_by_lane: { DataLane: "signal", ControlLane: "signal", TelemetryLane: "signal" },
    watermarks: { DataLane: watermark, ControlLane: watermark, TelemetryLane: watermark },
    shedding_strategy_by_lane: { DataLane: "drop", ControlLane: "none", TelemetryLane: "sample" },
  },
  allowed_adaptive_actions: [],
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
