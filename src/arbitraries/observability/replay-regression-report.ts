/** Arbitrary replay regression reports. */
import type { Arbitrary } from "fast-check";

import type { ReplayRegressionReport } from "../../contracts/observability/replay-regression-report.ts";
import {
  fitsReplayRegressionReport,
  replayRegressionReportShape,
} from "../../validators/generated/replay-regression-report.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid replay regression reports. */
export function replayRegressionReportArbitrary(
  constraints?: ArtifactConstraints<ReplayRegressionReport>,
): Arbitrary<ReplayRegressionReport> {
  const entry = {
    kind: "replay_regression_report",
    fits: fitsReplayRegressionReport,
    shape: replayRegressionReportShape,
  };
  return artifactArbitrary(entry, constraints);
}
