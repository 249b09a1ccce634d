/** Recording levels, from least to most detail, and how they may change at run time. */

/** L0 baseline, L1 debug, L2 forensics. */
export const RECORDING_LEVELS = ["L0", "L1", "L2"] as const;

/** A recording level. */
export type RecordingLevel = (typeof RECORDING_LEVELS)[number];

/** What a runtime must do to go from one recording level to another. */
export type RecordingLevelTransition =
  | { readonly allowed: true; readonly marker: "none" | "recording_level_downgraded" }
  | { readonly allowed: false; readonly reason: string };

/**
 * Whether a runtime may change its recording level by itself: lowering is announced by
 * `recording_level_downgraded`, raising needs a new plan.
 */
export function recordingLevelTransition(from: RecordingLevel, to: RecordingLevel): RecordingLevelTransition {
  const change = RECORDING_LEVELS.indexOf(to) - RECORDING_LEVELS.indexOf(from);
  if (change === 0) return { allowed: true, marker: "none" };
  if (change < 0) return { allowed: true, marker: "recording_level_downgraded" };
  return {
    allowed: false,
    reason: `Cannot raise the recording level from ${from} to ${to}: expected ${from} or lower but received ${to}; a higher level needs a new plan`,
  };
}
