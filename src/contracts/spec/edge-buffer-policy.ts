/** Edge buffer policy: how much may wait on an edge and what happens when it is full. */
import type { z } from "zod";

import { wireObject } from "../core/define-contract.ts";
import { enumField, integerField, literalField, nestedField, textField } from "../core/fields.ts";
import { watermarkPair } from "./watermark.ts";

/** What happens to data on a full edge. */
export const BUFFER_STRATEGIES = ["block", "drop", "merge", "sample", "latest_only"] as const;

const bound = (about: string, unit: string) => integerField({ rule: "PLN-04", about, unit }, 1);

const WatermarksSchema = wireObject(
  {
    queue_items: nestedField(watermarkPair("events"), {
      rule: "PLN-05",
      about: "Watermarks on the number of waiting events",
    }).optional(),
    queue_ms: nestedField(watermarkPair("ms"), {
      rule: "PLN-05",
      about: "Watermarks on the duration that waits",
    }).optional(),
  },
  {
    checks: [
      {
        rule: "PLN-05",
        must: { any: [{ has: "queue_items" }, { has: "queue_ms" }] },
        at: "queue_items",
        expected: "queue_items or queue_ms watermarks",
      },
    ],
  },
);

const LaneHandlingSchema = wireObject({
  DataLane: enumField(BUFFER_STRATEGIES, {
    rule: "PLN-04",
    about: "What happens to data when the edge is full",
  }),
  ControlLane: literalField("non_blocking_priority", { rule: "PLN-06", about: "Control is never blocked" }),
  TelemetryLane: enumField(["drop", "sample", "best_effort_drop"], {
    rule: "PLN-04",
    about: "What happens to telemetry when the edge is full",
  }),
});

const SyncDropPolicySchema = wireObject(
  {
    group_by: enumField(["sync_id", "event_id", "custom"], {
      rule: "PLN-07",
      about: "What events are grouped by",
    }).optional(),
    policy: enumField(["atomic_drop", "drop_with_discontinuity", "no_sync"], {
      rule: "PLN-07",
      about: "How a group is dropped",
    }),
    scope: enumField(["edge_local", "plan_wide"], { rule: "PLN-07", about: "Where the group is dropped" }),
    sync_domain: textField({
      rule: "PLN-07",
      about: "Timeline that a discontinuity is announced for",
    }).optional(),
  },
  {
    checks: [
      {
        rule: "PLN-07",
        when: { at: "policy", in: ["atomic_drop", "drop_with_discontinuity"] },
        must: { has: "group_by" },
        at: "group_by",
        expected: "a group_by for atomic_drop and drop_with_discontinuity",
      },
      {
        rule: "PLN-07",
        when: { at: "policy", in: ["drop_with_discontinuity"] },
        must: { has: "sync_domain" },
        at: "sync_domain",
        expected: "a sync_domain for drop_with_discontinuity",
      },
    ],
  },
);

/** Bounds and behaviour of one edge. */
export const EdgeBufferPolicySchema = wireObject(
  {
    strategy: enumField(BUFFER_STRATEGIES, { rule: "PLN-04", about: "What happens when the edge is full" }),
    max_queue_items: bound("Most events that wait on the edge", "events"),
    max_queue_ms: bound("Longest duration that waits on the edge", "ms"),
    max_queue_bytes: bound("Most bytes that wait on the edge", "bytes"),
    max_latency_contribution_ms: bound("Most latency that the edge may add", "ms"),
    max_block_time_ms: bound("Longest time that a producer is blocked; required for block", "ms").optional(),
    watermarks: nestedField(WatermarksSchema, {
      rule: "PLN-05",
      about: "When pressure starts and ends; at least one pair",
    }),
    lane_handling: nestedField(LaneHandlingSchema, {
      rule: "PLN-04",
      about: "What happens to each lane on a full edge",
    }),
    fairness_key: textField({ rule: "PLN-04", about: "Key by which producers share the edge" }).optional(),
    defaulting_source: enumField(["explicit_edge_config", "execution_profile_default"], {
      rule: "PLN-04",
      about: "Where the policy comes from",
    }),
    sync_drop_policy: nestedField(SyncDropPolicySchema, {
      rule: "PLN-07",
      about: "How events that belong together are dropped",
    }).optional(),
  },
  {
    checks: [
      {
        rule: "PLN-04",
        when: { at: "strategy", in: ["block"] },
        must: { has: "max_block_time_ms" },
        at: "max_block_time_ms",
        expected: 'a max_block_time_ms for strategy "block"',
      },
    ],
  },
);

/** Bounds and behaviour of one edge. */
export type EdgeBufferPolicy = z.infer<typeof EdgeBufferPolicySchema>;
