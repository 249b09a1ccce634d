/** Names of the six control-plane snapshots that a plan is resolved from. */

/** The six snapshot references, in their usual order. */
export const SNAPSHOT_REFS = [
  "routing_view_snapshot",
  "admission_policy_snapshot",
  "abi_compatibility_snapshot",
  "version_resolution_snapshot",
  "policy_resolution_snapshot",
  "provider_health_snapshot",
] as const;
