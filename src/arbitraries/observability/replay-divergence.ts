/** Arbitrary replay divergences. */
import type { Arbitrary } from "fast-check";

import type { ReplayDivergence } from "../../contracts/observability/replay-divergence.ts";
import { fitsReplayDivergence, replayDivergenceShape } from "../../validators/generated/replay-divergence.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid replay divergences. */
export function replayDivergenceArbitrary(
  constraints?: ArtifactConstraints<ReplayDivergence>,
): Arbitrary<ReplayDivergence> {
  const entry = { kind: "replay_divergence", fits: fitsReplayDivergence, shape: replayDivergenceShape };
  return artifactArbitrary(entry, constraints);
}
