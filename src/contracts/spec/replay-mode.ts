/** Replay modes: what a replay recomputes and what it takes from the record. */

/** The four replay modes. */
export const REPLAY_MODES = [
  "re_simulate_nodes",
  "playback_recorded_provider_outputs",
  "replay_decisions",
  "recompute_decisions",
] as const;

/** A replay mode. */
export type ReplayMode = (typeof REPLAY_MODES)[number];
