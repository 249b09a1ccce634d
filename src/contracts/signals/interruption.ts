/** Signals that interrupt the assistant. */
import { signalSchema } from "./signal-schema.ts";

/** Signals that interrupt the assistant. */
export const INTERRUPTION_SIGNALS = [
  signalSchema("barge_in"),
  signalSchema("stop"),
  signalSchema("cancel"),
] as const;
