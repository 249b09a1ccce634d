/** Signals of the transport connection. */
import { signalSchema } from "./signal-schema.ts";

/** Signals of the transport connection. */
export const CONNECTION_SIGNALS = [
  signalSchema("connected"),
  signalSchema("reconnecting"),
  signalSchema("disconnected"),
  signalSchema("ended"),
  signalSchema("silence"),
  signalSchema("stall"),
] as const;
