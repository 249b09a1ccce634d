/** Arbitrary release readiness. */
import type { Arbitrary } from "fast-check";

import type { ReleaseReadiness } from "../../contracts/deploy/release-readiness.ts";
import { fitsReleaseReadiness, releaseReadinessShape } from "../../validators/generated/release-readiness.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid release readiness. */
export function releaseReadinessArbitrary(
  constraints?: ArtifactConstraints<ReleaseReadiness>,
): Arbitrary<ReleaseReadiness> {
  const entry = { kind: "release_readiness", fits: fitsReleaseReadiness, shape: releaseReadinessShape };
  return artifactArbitrary(entry, constraints);
}
