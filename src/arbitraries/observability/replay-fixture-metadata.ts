/** Arbitrary replay fixture metadata. */
import type { Arbitrary } from "fast-check";

import type { ReplayFixtureMetadata } from "../../contracts/observability/replay-fixture-metadata.ts";
import {
  fitsReplayFixtureMetadata,
  replayFixtureMetadataShape,
} from "../../validators/generated/replay-fixture-metadata.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid replay fixture metadata. */
export function replayFixtureMetadataArbitrary(
  constraints?: ArtifactConstraints<ReplayFixtureMetadata>,
): Arbitrary<ReplayFixtureMetadata> {
  const entry = {
    kind: "replay_fixture_metadata",
    fits: fitsReplayFixtureMetadata,
    shape: replayFixtureMetadataShape,
  };
  return artifactArbitrary(entry, constraints);
}
