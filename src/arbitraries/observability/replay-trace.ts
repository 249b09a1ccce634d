/** Arbitrary replay traces. */
import type { Arbitrary } from "fast-check";

import type { ReplayTrace } from "../../contracts/observability/replay-trace.ts";
import { fitsReplayTrace, replayTraceShape } from "../../validators/generated/replay-trace.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid replay traces. */
export function replayTraceArbitrary(constraints?: ArtifactConstraints<ReplayTrace>): Arbitrary<ReplayTrace> {
  const entry = { kind: "replay_trace", fits: fitsReplayTrace, shape: replayTraceShape };
  return artifactArbitrary(entry, constraints);
}
