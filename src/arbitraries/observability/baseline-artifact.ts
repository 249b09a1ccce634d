/** Arbitrary baseline artifacts. */
import type { Arbitrary } from "fast-check";

import type { BaselineArtifact } from "../../contracts/observability/baseline-artifact.ts";
import { baselineArtifactShape, fitsBaselineArtifact } from "../../validators/generated/baseline-artifact.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid baseline artifacts. */
export function baselineArtifactArbitrary(
  constraints?: ArtifactConstraints<BaselineArtifact>,
): Arbitrary<BaselineArtifact> {
  const entry = { kind: "baseline_artifact", fits: fitsBaselineArtifact, shape: baselineArtifactShape };
  return artifactArbitrary(entry, constraints);
}
