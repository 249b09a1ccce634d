/** Signals of leases and migrations, from the control plane. */
import { signalSchema } from "./signal-schema.ts";

/** Signals of leases and migrations, from the control plane. */
export const PLACEMENT_SIGNALS = [
  signalSchema("lease_issued"),
  signalSchema("lease_rotated"),
  signalSchema("migration_start"),
  signalSchema("migration_finish"),
  signalSchema("session_handoff"),
] as const;
