/** Arbitrary outcomes of provider attempts. */
import type { Arbitrary } from "fast-check";

import type { ProviderAttemptEvidence } from "../../contracts/provider/provider-attempt-evidence.ts";
import {
  fitsProviderAttemptEvidence,
  providerAttemptEvidenceShape,
} from "../../validators/generated/provider-attempt-evidence.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid outcomes of provider attempts. */
export function providerAttemptEvidenceArbitrary(
  constraints?: ArtifactConstraints<ProviderAttemptEvidence>,
): Arbitrary<ProviderAttemptEvidence> {
  const entry = {
    kind: "provider_attempt_evidence",
    fits: fitsProviderAttemptEvidence,
    shape: providerAttemptEvidenceShape,
  };
  return artifactArbitrary(entry, constraints);
}
