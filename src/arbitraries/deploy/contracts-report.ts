/** Arbitrary contracts reports. */
import type { Arbitrary } from "fast-check";

import type { ContractsReport } from "../../contracts/deploy/contracts-report.ts";
import { contractsReportShape, fitsContractsReport } from "../../validators/generated/contracts-report.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid contracts reports. */
export function contractsReportArbitrary(
  constraints?: ArtifactConstraints<ContractsReport>,
): Arbitrary<ContractsReport> {
  const entry = { kind: "contracts_report", fits: fitsContractsReport, shape: contractsReportShape };
  return artifactArbitrary(entry, constraints);
}
