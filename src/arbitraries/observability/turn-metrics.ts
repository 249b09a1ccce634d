/** Arbitrary turn metrics. */
import type { Arbitrary } from "fast-check";

import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import { fitsTurnMetrics, turnMetricsShape } from "../../validators/generated/turn-metrics.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid turn metrics; their markers are in no particular order. */
export function turnMetricsArbitrary(constraints?: ArtifactConstraints<TurnMetrics>): Arbitrary<TurnMetrics> {
  const entry = { kind: "turn_metrics", fits: fitsTurnMetrics, shape: turnMetricsShape };
  return artifactArbitrary(entry, constraints);
}
