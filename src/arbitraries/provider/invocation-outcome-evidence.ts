/** Arbitrary outcomes of provider invocations. */
import type { Arbitrary } from "fast-check";

import type { InvocationOutcomeEvidence } from "../../contracts/provider/invocation-outcome-evidence.ts";
import {
  fitsInvocationOutcomeEvidence,
  invocationOutcomeEvidenceShape,
} from "../../validators/generated/invocation-outcome-evidence.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid outcomes of provider invocations. */
export function invocationOutcomeEvidenceArbitrary(
  constraints?: ArtifactConstraints<InvocationOutcomeEvidence>,
): Arbitrary<InvocationOutcomeEvidence> {
  const entry = {
    kind: "invocation_outcome_evidence",
    fits: fitsInvocationOutcomeEvidence,
    shape: invocationOutcomeEvidenceShape,
  };
  return artifactArbitrary(entry, constraints);
}
