/** Signals of provider trouble and provider choice. */
import { signalSchema } from "./signal-schema.ts";

/** Signals of provider trouble and provider choice. */
export const PROVIDER_HEALTH_SIGNALS = [
  signalSchema("provider_error"),
  signalSchema("circuit_event"),
  signalSchema("provider_switch"),
] as const;
