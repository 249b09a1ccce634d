/** How a gate came out, as reports show it. */
import type { MvpSloGateStatus } from "../slo-report.ts";

/** The status by the plain rule or by a profile: `warn` where it fails nothing, `off` where it is not judged. */
export type ShownStatus = MvpSloGateStatus | "inconclusive" | "warn" | "off";
