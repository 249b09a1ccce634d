/** Arbitrary replay run results. */
import type { Arbitrary } from "fast-check";

import type { ReplayRunResult } from "../../contracts/observability/replay-run-result.ts";
import { fitsReplayRunResult, replayRunResultShape } from "../../validators/generated/replay-run-result.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid replay run results. */
export function replayRunResultArbitrary(
  constraints?: ArtifactConstraints<ReplayRunResult>,
): Arbitrary<ReplayRunResult> {
  const entry = { kind: "replay_run_result", fits: fitsReplayRunResult, shape: replayRunResultShape };
  return artifactArbitrary(entry, constraints);
}
