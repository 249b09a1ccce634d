/** Random lives of sessions, for property tests of the reference runtime. */
import fc from "fast-check";

import type { Stimulus } from "../contracts/conformance/stimulus.ts";
import { PLAN_EXAMPLE, type ResolvedTurnPlan } from "../contracts/turn/resolved-turn-plan.ts";

const policy = PLAN_EXAMPLE.edge_buffer_policies["default"]!;

const small = { ...policy, max_queue_items: 6, watermarks: { queue_items: { high: 5, low: 2 } } };

const handling = (strategy: "drop" | "merge" | "latest_only" | "sample" | "block") =>
  ({
    ...small,
    max_block_time_ms: 40,
    lane_handling: { ...policy.lane_handling, DataLane: strategy },
  }) as const;

/** A plan with an edge of each kind. */
export const EVERY_EDGE: ResolvedTurnPlan = {
  ...PLAN_EXAMPLE,
  edge_buffer_policies: {
    default: policy,
    drop: handling("drop"),
    merge: handling("merge"),
    latest: handling("latest_only"),
    sample: handling("sample"),
    block: handling("block"),
    atomic: {
      ...handling("drop"),
      sync_drop_policy: { group_by: "sync_id", policy: "atomic_drop", scope: "edge_local" },
    },
    domain: {
      ...handling("drop"),
      sync_drop_policy: {
        group_by: "sync_id",
        policy: "drop_with_discontinuity",
        scope: "edge_local",
        sync_domain: "av",
      },
    },
  },
};

const session_id = "sess-1";
const turn_id = fc.constantFrom("t1", "t2", "t3");
const epoch = fc.integer({ min: 5, max: 12 });
const edge_id = fc.constantFrom(...Object.keys(EVERY_EDGE.edge_buffer_policies));
const invocation = fc.constantFrom("inv-1", "inv-2");
const node_id = fc.constantFrom("n1", "n2");
const lane = fc.constantFrom("DataLane", "TelemetryLane");
const kind = <const K extends string>(name: K) => ({
  kind: fc.constant(name),
  session_id: fc.constant(session_id),
});
const maybe = { requiredKeys: ["kind", "session_id"] } as const;

/** Anything that may happen to a session. */
export const anyStimulus = fc.oneof(
  fc.record({ ...kind("propose_turn"), turn_id }),
  fc.record({ ...kind("propose_turn"), turn_id, authority_epoch: epoch }),
  fc.record({ ...kind("complete_turn"), turn_id }),
  fc.record({ ...kind("output"), turn_id, text: fc.constant("x") }),
  fc.record({ ...kind("output"), turn_id, text: fc.constant("x"), authority_epoch: epoch, node_id }),
  fc.record({ ...kind("output"), turn_id, text: fc.constant("x"), provider_invocation_id: invocation }),
  fc.record({ ...kind("cancel"), scope: fc.constantFrom("session", "turn"), turn_id }),
  fc.record({ ...kind("cancel"), scope: fc.constant("node"), turn_id, node_id }),
  fc.record({
    ...kind("cancel"),
    scope: fc.constant("provider_invocation"),
    turn_id,
    provider_invocation_id: invocation,
  }),
  fc.record({ ...kind("barge_in"), turn_id }),
  fc.record({ ...kind("cancel_ack"), turn_id }),
  fc.record({ ...kind("playback"), turn_id, phase: fc.constantFrom("started", "completed") }),
  fc.record({ ...kind("lease"), change: fc.constantFrom("rotate", "issue"), authority_epoch: epoch }),
  fc.record({ ...kind("lease"), change: fc.constant("revoke") }),
  fc.record({ ...kind("migrate"), authority_epoch: epoch }),
  fc.record({
    ...kind("snapshot"),
    state: fc.constantFrom("fresh", "fresh", "stale", "missing"),
    source: fc.constantFrom("file", "env", "http"),
    on_failure: fc.constantFrom("defer", "reject"),
  }),
  fc.record(
    {
      ...kind("quota"),
      at: fc.constantFrom("session", "edge_enqueue", "node_dispatch"),
      exhausted: fc.boolean(),
      outcome: fc.constantFrom("reject", "defer"),
    },
    { requiredKeys: [...maybe.requiredKeys, "at", "exhausted"] },
  ),
  fc.record({ ...kind("node_fault"), turn_id, node_id, fault: fc.constantFrom("throw", "hang") }),
  fc.record({
    ...kind("provider_start"),
    turn_id,
    provider_invocation_id: invocation,
    modality: fc.constantFrom("stt", "llm", "tts"),
  }),
  fc.record({
    ...kind("provider_fault"),
    turn_id,
    provider_invocation_id: invocation,
    fault: fc.constantFrom("timeout", "rate_limit", "disconnect"),
  }),
  fc.record({ ...kind("edge_offer"), turn_id, edge_id, lane, items: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    ...kind("edge_offer"),
    turn_id,
    edge_id,
    lane,
    items: fc.nat(9),
    sync_id: fc.constantFrom("g1", "g2"),
  }),
  fc.record({ ...kind("edge_take"), edge_id, items: fc.nat(8) }),
  fc.record({ ...kind("edge_credit"), edge_id, lane, amount: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ ...kind("sync_loss"), turn_id, edge_id, sync_id: fc.constantFrom("g1", "g2") }),
  fc.record({
    ...kind("connection"),
    state: fc.constantFrom("connected", "reconnecting", "disconnected", "silence", "stall"),
    teardown: fc.boolean(),
  }),
  fc.record({ ...kind("recorder"), state: fc.constantFrom("ok", "pressure", "unavailable") }),
  fc.record({ kind: fc.constant("advance"), ms: fc.nat(900) }),
) as fc.Arbitrary<Stimulus>;

/** The opening of the session that the stimuli are for. */
export const opening = (plan: ResolvedTurnPlan): Stimulus => ({
  kind: "open_session",
  session_id,
  pipeline_version: "pipeline-v1",
  authority_epoch: 7,
  plan,
});
