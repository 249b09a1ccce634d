/** Arbitrary gate profiles. */
import type { Arbitrary } from "fast-check";

import type { GateProfile } from "../../contracts/deploy/gate-profile.ts";
import { fitsGateProfile, gateProfileShape } from "../../validators/generated/gate-profile.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid gate profiles; what they extend need not exist. */
export function gateProfileArbitrary(constraints?: ArtifactConstraints<GateProfile>): Arbitrary<GateProfile> {
  const entry = { kind: "gate_profile", fits: fitsGateProfile, shape: gateProfileShape };
  return artifactArbitrary(entry, constraints);
}
