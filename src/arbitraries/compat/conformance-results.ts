/** Arbitrary conformance results. */
import type { Arbitrary } from "fast-check";

import type { ConformanceResults } from "../../contracts/compat/conformance-results.ts";
import {
  conformanceResultsShape,
  fitsConformanceResults,
} from "../../validators/generated/conformance-results.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid conformance results. */
export function conformanceResultsArbitrary(
  constraints?: ArtifactConstraints<ConformanceResults>,
): Arbitrary<ConformanceResults> {
  const entry = { kind: "conformance_results", fits: fitsConformanceResults, shape: conformanceResultsShape };
  return artifactArbitrary(entry, constraints);
}
