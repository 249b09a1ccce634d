/** Arbitrary replay access requests. */
import type { Arbitrary } from "fast-check";

import type { ReplayAccessRequest } from "../../contracts/security/replay-access-request.ts";
import {
  fitsReplayAccessRequest,
  replayAccessRequestShape,
} from "../../validators/generated/replay-access-request.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid replay access requests. */
export function replayAccessRequestArbitrary(
  constraints?: ArtifactConstraints<ReplayAccessRequest>,
): Arbitrary<ReplayAccessRequest> {
  const entry = {
    kind: "replay_access_request",
    fits: fitsReplayAccessRequest,
    shape: replayAccessRequestShape,
  };
  return artifactArbitrary(entry, constraints);
}
