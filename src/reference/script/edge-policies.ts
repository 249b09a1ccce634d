/** Edges of turn scripts: one small edge of each kind, named by what it does when it is full. */
import { type EdgePolicy, type EdgeStrategy, edgePolicy, REFERENCE_PLAN } from "../reference-plan.ts";

const small = (strategy: EdgeStrategy, changes: Partial<EdgePolicy> = {}): EdgePolicy =>
  edgePolicy(strategy, {
    max_queue_items: 6,
    watermarks: { queue_items: { high: 5, low: 2 } },
    ...changes,
  });

const inSync = { group_by: "sync_id", scope: "edge_local" } as const;

/** Policies by edge id; every other edge has the one called `default`. */
export const EDGE_POLICIES: { readonly [edge_id: string]: EdgePolicy } = {
  ...REFERENCE_PLAN.edge_buffer_policies,
  drop: small("drop"),
  merge: small("merge"),
  latest: small("latest_only"),
  sample: small("sample"),
  block: small("block", { max_block_time_ms: 40 }),
  atomic: small("drop", { sync_drop_policy: { ...inSync, policy: "atomic_drop" } }),
  domain: small("drop", {
    sync_drop_policy: { ...inSync, policy: "drop_with_discontinuity", sync_domain: "av" },
  }),
};
