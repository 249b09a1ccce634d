/** Arbitrary conformance governance reports. */
import type { Arbitrary } from "fast-check";

import type { ConformanceGovernanceReport } from "../../contracts/compat/conformance-governance-report.ts";
import {
  conformanceGovernanceReportShape,
  fitsConformanceGovernanceReport,
} from "../../validators/generated/conformance-governance-report.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid conformance governance reports. */
export function conformanceGovernanceReportArbitrary(
  constraints?: ArtifactConstraints<ConformanceGovernanceReport>,
): Arbitrary<ConformanceGovernanceReport> {
  const entry = {
    kind: "conformance_governance_report",
    fits: fitsConformanceGovernanceReport,
    shape: conformanceGovernanceReportShape,
  };
  return artifactArbitrary(entry, constraints);
}
