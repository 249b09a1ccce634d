/** Signals that propose, open and end a turn. */
import { signalSchema } from "./signal-schema.ts";

/** Signals that propose, open and end a turn. */
export const TURN_LIFECYCLE_SIGNALS = [
  signalSchema("turn_open_proposed"),
  signalSchema("turn_open"),
  signalSchema("commit"),
  signalSchema("abort"),
  signalSchema("close"),
] as const;
