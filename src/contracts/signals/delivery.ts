/** Signals of output delivery, playback and recording. */
import { signalSchema } from "./signal-schema.ts";

/** Signals of output delivery, playback and recording. */
export const DELIVERY_SIGNALS = [
  signalSchema("output_accepted"),
  signalSchema("playback_started"),
  signalSchema("playback_completed"),
  signalSchema("playback_cancelled"),
  signalSchema("recording_level_downgraded"),
] as const;
