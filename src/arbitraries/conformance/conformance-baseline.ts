/** Arbitrary conformance baselines. */
import type { Arbitrary } from "fast-check";

import type { ConformanceBaseline } from "../../contracts/conformance/conformance-baseline.ts";
import {
  conformanceBaselineShape,
  fitsConformanceBaseline,
} from "../../validators/generated/conformance-baseline.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid conformance baselines. */
export function conformanceBaselineArbitrary(
  constraints?: ArtifactConstraints<ConformanceBaseline>,
): Arbitrary<ConformanceBaseline> {
  const entry = {
    kind: "conformance_baseline",
    fits: fitsConformanceBaseline,
    shape: conformanceBaselineShape,
  };
  return artifactArbitrary(entry, constraints);
}
