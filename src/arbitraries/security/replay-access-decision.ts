/** Arbitrary replay access decisions. */
import type { Arbitrary } from "fast-check";

import type { ReplayAccessDecision } from "../../contracts/security/replay-access-decision.ts";
import {
  fitsReplayAccessDecision,
  replayAccessDecisionShape,
} from "../../validators/generated/replay-access-decision.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid replay access decisions. */
export function replayAccessDecisionArbitrary(
  constraints?: ArtifactConstraints<ReplayAccessDecision>,
): Arbitrary<ReplayAccessDecision> {
  const entry = {
    kind: "replay_access_decision",
    fits: fitsReplayAccessDecision,
    shape: replayAccessDecisionShape,
  };
  return artifactArbitrary(entry, constraints);
}
