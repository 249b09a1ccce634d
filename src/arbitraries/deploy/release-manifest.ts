/** Arbitrary release manifests. */
import type { Arbitrary } from "fast-check";

import type { ReleaseManifest } from "../../contracts/deploy/release-manifest.ts";
import { fitsReleaseManifest, releaseManifestShape } from "../../validators/generated/release-manifest.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid release manifests. */
export function releaseManifestArbitrary(
  constraints?: ArtifactConstraints<ReleaseManifest>,
): Arbitrary<ReleaseManifest> {
  const entry = { kind: "release_manifest", fits: fitsReleaseManifest, shape: releaseManifestShape };
  return artifactArbitrary(entry, constraints);
}
