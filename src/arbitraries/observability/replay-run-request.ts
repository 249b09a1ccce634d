/** Arbitrary replay run requests. */
import type { Arbitrary } from "fast-check";

import type { ReplayRunRequest } from "../../contracts/observability/replay-run-request.ts";
import {
  fitsReplayRunRequest,
  replayRunRequestShape,
} from "../../validators/generated/replay-run-request.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid replay run requests. */
export function replayRunRequestArbitrary(
  constraints?: ArtifactConstraints<ReplayRunRequest>,
): Arbitrary<ReplayRunRequest> {
  const entry = { kind: "replay_run_request", fits: fitsReplayRunRequest, shape: replayRunRequestShape };
  return artifactArbitrary(entry, constraints);
}
