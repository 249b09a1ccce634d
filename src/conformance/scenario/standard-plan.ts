/** The plan of scenarios, unless they change it: simple/v1 budgets, and edges of every strategy. */
import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";

type EdgePolicy = ResolvedTurnPlan["edge_buffer_policies"][string];
type Strategy = EdgePolicy["lane_handling"]["DataLane"];

const edge = (strategy: Strategy, changes: Partial<EdgePolicy> = {}): EdgePolicy => ({
  strategy,
  max_queue_items: 6,
  max_queue_ms: 300,
  max_queue_bytes: 262_144,
  max_block_time_ms: 40,
  max_latency_contribution_ms: 120,
  watermarks: { queue_items: { high: 5, low: 2 } },
  lane_handling: {
    DataLane: strategy,
    ControlLane: "non_blocking_priority",
    TelemetryLane: "best_effort_drop",
  },
  defaulting_source: "explicit_edge_config",
  ...changes,
});

const watermark = { high: 20, low: 10 };

/** The standard plan. Subjects give it the turn's id, the current epoch and its own hash. */
export const STANDARD_PLAN: ResolvedTurnPlan = {
  turn_id: "template",
  pipeline_version: "pipeline-v1",
  plan_hash: "0".repeat(64),
  graph_definition_ref: "graph/conformance",
  execution_profile: "simple",
  authority_epoch: 7,
  budgets: {
    turn_budget_ms: 2000,
    node_budget_ms_default: 800,
    path_budget_ms_default: 1800,
    edge_budget_ms_default: 250,
  },
  provider_bindings: { stt: "provider-stt", llm: "provider-llm", tts: "provider-tts" },
  edge_buffer_policies: {
    default: edge("drop", { max_queue_items: 64, watermarks: { queue_items: { high: 48, low: 24 } } }),
    drop: edge("drop"),
    block: edge("block"),
    merge: edge("merge"),
    sample: edge("sample"),
    latest: edge("latest_only"),
    atomic: edge("drop", {
      sync_drop_policy: { group_by: "sync_id", policy: "atomic_drop", scope: "edge_local" },
    }),
    domain: edge("drop", {
      sync_drop_policy: {
        group_by: "sync_id",
        policy: "drop_with_discontinuity",
        scope: "edge_local",
        sync_domain: "av",
      },
    }),
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
  recording_policy: {
    recording_level: "L0",
    allowed_replay_modes: ["replay_decisions", "recompute_decisions"],
  },
  determinism: {
    seed: 42,
    ordering_markers: ["runtime_sequence"],
    merge_rule_id: "merge/default",
    merge_rule_version: "v1.0",
    nondeterministic_inputs: [],
  },
};
