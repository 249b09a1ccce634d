/** Arbitrary conformance profiles. */
import type { Arbitrary } from "fast-check";

import type { ConformanceProfile } from "../../contracts/compat/conformance-profile.ts";
import {
  conformanceProfileShape,
  fitsConformanceProfile,
} from "../../validators/generated/conformance-profile.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid conformance profiles. */
export function conformanceProfileArbitrary(
  constraints?: ArtifactConstraints<ConformanceProfile>,
): Arbitrary<ConformanceProfile> {
  const entry = { kind: "conformance_profile", fits: fitsConformanceProfile, shape: conformanceProfileShape };
  return artifactArbitrary(entry, constraints);
}
