/** One broken rule at a time: what a wrong producer writes, for every rule of events and signals. */
import type { JsonObject } from "./event-samples.ts";

/** Breaks one rule of a valid artifact, in place. */
export interface Breakage {
  readonly rule: string;
  /** `record` and `signal` say which artifacts it applies to; both unless told. */
  readonly only?: "record" | "signal";
  readonly apply: (artifact: JsonObject) => void;
}

const set = (rule: string, fields: JsonObject, only?: Breakage["only"]): Breakage => ({
  rule,
  ...(only && { only }),
  apply: (artifact) => {
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined) delete artifact[name];
      else artifact[name] = value;
    }
  },
});

const manyIds = Array.from({ length: 65 }, (_, index) => `evt-${index}`);

/** All breakages. */
export const BREAKAGES: readonly Breakage[] = [
  set("EVT-01", { schema_version: "1.0" }),
  set("EVT-01", { schema_version: undefined }),
  set("EVT-02", { schema_version: "v2.0" }),
  set("EVT-03", { session_id: "" }),
  set("EVT-03", { event_id: undefined }),
  set("EVT-03", { pipeline_version: null }),
  set("EVT-03", { node_id: "" }),
  set("EVT-03", { causal_parent_id: 7 }),
  set("EVT-04", { event_scope: "conversation" }),
  set("EVT-04", { event_scope: "turn", turn_id: undefined }),
  set("EVT-04", { event_scope: "turn", turn_id: "turn-1", authority_epoch: undefined }),
  set("EVT-05", { lane: "VideoLane" }),
  set("EVT-05", { lane: "ControlLane" }, "record"),
  set("EVT-06", { transport_sequence: -1 }),
  set("EVT-06", { runtime_sequence: 1.5 }),
  set("EVT-07", { runtime_timestamp_ms: "100" }),
  set("EVT-07", { wall_clock_timestamp_ms: undefined }),
  set("EVT-07", { timestamp_ms: -5 }),
  set("EVT-08", { payload_class: "secret" }),
  set("EVT-09", { payload_class: "audio_raw", media_time: undefined }, "record"),
  set("EVT-09", { media_time: { sample_index: 1, pts_ms: 2 } }, "record"),
  set("EVT-09", { media_time: {} }, "record"),
  set("EVT-10", { merge_group_id: "merge-1", merged_from_event_ids: [] }),
  set("EVT-10", { merge_group_id: undefined, merged_from_event_ids: ["evt-1"] }),
  set("EVT-10", { merge_group_id: "merge-1", merged_from_event_ids: ["evt-1", "evt-2", "evt-1"] }),
  set("EVT-10", { merge_group_id: "merge-1", merged_from_event_ids: manyIds }),
  set("EVT-11", { sync_domain: undefined, discontinuity_id: "disc-1" }),
  set("EVT-12", { event_scope: "session", late_after_cancel: true }),
  set("EVT-13", { trace_id: "4bf92f35" }),
  set("EVT-13", { media_time: { pts_ms: 1, clock: "rtp" } }, "record"),
  set("EVT-14", { reason: "why" }, "record"),
  set("EVT-14", { signal: "commit" }, "record"),
  set("EVT-14", { media_time: { pts_ms: 1 } }, "signal"),
  set("EVT-15", { runtime_sequence: 9_007_199_254_740_992 }),
  set("SIG-01", { payload_class: "text_raw" }, "signal"),
  set("SIG-01", { lane: "DataLane" }, "signal"),
  set("SIG-02", { signal: "turn_opened" }, "signal"),
  set("SIG-03", { emitted_by: "RK-99" }, "signal"),
  set("SIG-03", { emitted_by: undefined }, "signal"),
  { rule: "SIG-03", only: "signal", apply: foreignEmitter },
  set("SIG-04", { signal: "commit", emitted_by: "RK-03", event_scope: "session" }, "signal"),
  set("SIG-04", { signal: "admit", emitted_by: "RK-25", event_scope: "turn", turn_id: "turn-1" }, "signal"),
  set("SIG-05", { signal: "watermark", emitted_by: "RK-13", edge_id: undefined }, "signal"),
  set("SIG-05", { signal: "drop_notice", emitted_by: "RK-12", seq_range: undefined }, "signal"),
  set("SIG-05", { signal: "provider_error", emitted_by: "RK-11", reason: undefined }, "signal"),
  set("SIG-06", { scope: "galaxy" }, "signal"),
  set("SIG-06", { signal: "cancel", emitted_by: "RK-06", scope: undefined }, "signal"),
  set("SIG-07", { amount: 0 }, "signal"),
  set("SIG-08", { seq_range: { start: 9, end: 3 } }, "signal"),
  set("SIG-08", { seq_range: { start: 9 } }, "signal"),
  set("SIG-09", { target_lane: "SideLane" }, "signal"),
  set("SIG-10", { authority_epoch: undefined }, "signal"),
  set("SIG-11", { reason: "" }, "signal"),
];

/** No signal is emitted by both RK-02 and RK-15, so one of them is always wrong. */
function foreignEmitter(artifact: JsonObject): void {
  artifact["emitted_by"] = artifact["emitted_by"] === "RK-15" ? "RK-02" : "RK-15";
}
