/** Arbitrary release candidates. */
import type { Arbitrary } from "fast-check";

import type { ReleaseCandidate } from "../../contracts/deploy/release-candidate.ts";
import { fitsReleaseCandidate, releaseCandidateShape } from "../../validators/generated/release-candidate.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid release candidates. */
export function releaseCandidateArbitrary(
  constraints?: ArtifactConstraints<ReleaseCandidate>,
): Arbitrary<ReleaseCandidate> {
  const entry = { kind: "release_candidate", fits: fitsReleaseCandidate, shape: releaseCandidateShape };
  return artifactArbitrary(entry, constraints);
}
