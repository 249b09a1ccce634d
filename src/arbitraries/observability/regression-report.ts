/** Arbitrary regression reports. */
import type { Arbitrary } from "fast-check";

import type { RegressionReport } from "../../contracts/observability/regression-report.ts";
import { fitsRegressionReport, regressionReportShape } from "../../validators/generated/regression-report.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid regression reports; their figures need not add up. */
export function regressionReportArbitrary(
  constraints?: ArtifactConstraints<RegressionReport>,
): Arbitrary<RegressionReport> {
  const entry = { kind: "regression_report", fits: fitsRegressionReport, shape: regressionReportShape };
  return artifactArbitrary(entry, constraints);
}
