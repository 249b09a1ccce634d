/** Arbitrary replay cursors. */
import type { Arbitrary } from "fast-check";

import type { ReplayCursor } from "../../contracts/observability/replay-cursor.ts";
import { fitsReplayCursor, replayCursorShape } from "../../validators/generated/replay-cursor.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid replay cursors. */
export function replayCursorArbitrary(
  constraints?: ArtifactConstraints<ReplayCursor>,
): Arbitrary<ReplayCursor> {
  const entry = { kind: "replay_cursor", fits: fitsReplayCursor, shape: replayCursorShape };
  return artifactArbitrary(entry, constraints);
}
