/** Signals of admission and authority decisions. */
import { signalSchema } from "./signal-schema.ts";

/** Signals of admission and authority decisions. */
export const ADMISSION_SIGNALS = [
  signalSchema("admit"),
  signalSchema("reject"),
  signalSchema("defer"),
  signalSchema("shed"),
  signalSchema("stale_epoch_reject"),
  signalSchema("deauthorized_drain"),
] as const;
