/** The gate profiles that every file can extend by name. */
import type { GateProfile } from "../../../contracts/deploy/gate-profile.ts";

/** The seven gates with the limits of the MVP, by the plain rule. */
const MVP: GateProfile = { schema_version: "rspp.gate-profile.v1", profile_id: "mvp", mode: "compat" };

/** The same limits; evidence that is too thin to decide is inconclusive. */
const STRICT: GateProfile = {
  schema_version: "rspp.gate-profile.v1",
  profile_id: "strict",
  extends: ["mvp"],
  mode: "strict",
  confidence: 0.95,
};

/** Built-in profiles by name. */
export const BUILT_IN_GATE_PROFILES: Readonly<Record<string, GateProfile>> = Object.freeze({
  mvp: MVP,
  strict: STRICT,
});
