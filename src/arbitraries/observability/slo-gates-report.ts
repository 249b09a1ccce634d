/** Arbitrary SLO gates reports. */
import type { Arbitrary } from "fast-check";

import type { SloGatesReport } from "../../contracts/observability/slo-gates-report.ts";
import { fitsSloGatesReport, sloGatesReportShape } from "../../validators/generated/slo-gates-report.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid SLO gates reports; their figures need not add up. */
export function sloGatesReportArbitrary(
  constraints?: ArtifactConstraints<SloGatesReport>,
): Arbitrary<SloGatesReport> {
  const entry = { kind: "slo_gates_report", fits: fitsSloGatesReport, shape: sloGatesReportShape };
  return artifactArbitrary(entry, constraints);
}
