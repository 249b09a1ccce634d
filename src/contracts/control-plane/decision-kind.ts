/** What can be decided, when and about what. */

/** What can be decided. */
export const OUTCOME_KINDS = [
  "admit",
  "reject",
  "defer",
  "shed",
  "stale_epoch_reject",
  "deauthorized_drain",
] as const;

/** When it is decided. */
export const DECISION_PHASES = ["pre_turn", "scheduling_point", "active_turn"] as const;

/** What it is decided about. */
export const DECISION_SCOPES = [
  "tenant",
  "session",
  "turn",
  "edge_enqueue",
  "edge_dequeue",
  "node_dispatch",
] as const;

/** Modules that decide. */
export const DECIDERS = ["RK-24", "RK-25", "CP-05"] as const;
