/** Arbitrary baseline records. */
import type { Arbitrary } from "fast-check";

import type { BaselineEvidence } from "../../contracts/observability/baseline-evidence.ts";
import { baselineEvidenceShape, fitsBaselineEvidence } from "../../validators/generated/baseline-evidence.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid baseline records; well formed, and as a rule incomplete. */
export function baselineEvidenceArbitrary(
  constraints?: ArtifactConstraints<BaselineEvidence>,
): Arbitrary<BaselineEvidence> {
  const entry = { kind: "baseline_evidence", fits: fitsBaselineEvidence, shape: baselineEvidenceShape };
  return artifactArbitrary(entry, constraints);
}
