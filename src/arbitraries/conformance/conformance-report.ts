/** Arbitrary conformance reports. */
import type { Arbitrary } from "fast-check";

import type { ConformanceReport } from "../../contracts/conformance/conformance-report.ts";
import {
  conformanceReportShape,
  fitsConformanceReport,
} from "../../validators/generated/conformance-report.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid conformance reports; their counts and verdicts need not add up. */
export function conformanceReportArbitrary(
  constraints?: ArtifactConstraints<ConformanceReport>,
): Arbitrary<ConformanceReport> {
  const entry = { kind: "conformance_report", fits: fitsConformanceReport, shape: conformanceReportShape };
  return artifactArbitrary(entry, constraints);
}
