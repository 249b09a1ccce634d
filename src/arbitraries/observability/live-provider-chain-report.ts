/** Arbitrary live provider chain reports. */
import type { Arbitrary } from "fast-check";

import type { LiveProviderChainReport } from "../../contracts/observability/live-provider-chain-report.ts";
import {
  fitsLiveProviderChainReport,
  liveProviderChainReportShape,
} from "../../validators/generated/live-provider-chain-report.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid live provider chain reports. */
export function liveProviderChainReportArbitrary(
  constraints?: ArtifactConstraints<LiveProviderChainReport>,
): Arbitrary<LiveProviderChainReport> {
  const entry = {
    kind: "live_provider_chain_report",
    fits: fitsLiveProviderChainReport,
    shape: liveProviderChainReportShape,
  };
  return artifactArbitrary(entry, constraints);
}
