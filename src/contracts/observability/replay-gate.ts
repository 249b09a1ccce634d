/** Replay gates: the quick one for every change, the full one before a release. */

/** The two gates. */
export const REPLAY_GATES = ["quick", "full"] as const;

/** A replay gate. */
export type ReplayGate = (typeof REPLAY_GATES)[number];

/** Where a fixture may be replayed. */
export const FIXTURE_GATES = [...REPLAY_GATES, "both"] as const;

/** Where a fixture is replayed. */
export type FixtureGate = (typeof FIXTURE_GATES)[number];
