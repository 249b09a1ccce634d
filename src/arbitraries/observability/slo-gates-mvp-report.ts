/** Arbitrary MVP gates reports. */
import type { Arbitrary } from "fast-check";

import type { SloGatesMvpReport } from "../../contracts/observability/slo-gates-mvp-report.ts";
import {
  fitsSloGatesMvpReport,
  sloGatesMvpReportShape,
} from "../../validators/generated/slo-gates-mvp-report.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid MVP gates reports. */
export function sloGatesMvpReportArbitrary(
  constraints?: ArtifactConstraints<SloGatesMvpReport>,
): Arbitrary<SloGatesMvpReport> {
  const entry = { kind: "slo_gates_mvp_report", fits: fitsSloGatesMvpReport, shape: sloGatesMvpReportShape };
  return artifactArbitrary(entry, constraints);
}
