/** Arbitrary evidence artifacts. */
import type { Arbitrary } from "fast-check";

import type { EvidenceArtifact } from "../../contracts/deploy/evidence-artifact.ts";
import { evidenceArtifactShape, fitsEvidenceArtifact } from "../../validators/generated/evidence-artifact.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid evidence artifacts. */
export function evidenceArtifactArbitrary(
  constraints?: ArtifactConstraints<EvidenceArtifact>,
): Arbitrary<EvidenceArtifact> {
  const entry = { kind: "evidence_artifact", fits: fitsEvidenceArtifact, shape: evidenceArtifactShape };
  return artifactArbitrary(entry, constraints);
}
