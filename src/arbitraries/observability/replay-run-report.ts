/** Arbitrary replay run reports. */
import type { Arbitrary } from "fast-check";

import type { ReplayRunReport } from "../../contracts/observability/replay-run-report.ts";
import { fitsReplayRunReport, replayRunReportShape } from "../../validators/generated/replay-run-report.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid replay run reports; request and result are in the same mode. */
export function replayRunReportArbitrary(
  constraints?: ArtifactConstraints<ReplayRunReport>,
): Arbitrary<ReplayRunReport> {
  const entry = { kind: "replay_run_report", fits: fitsReplayRunReport, shape: replayRunReportShape };
  return artifactArbitrary(entry, constraints);
}
