/** Arbitrary node manifests. */
import type { Arbitrary } from "fast-check";

import type { NodeManifest } from "../../contracts/extension/node-manifest.ts";
import { fitsNodeManifest, nodeManifestShape } from "../../validators/generated/node-manifest.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid node manifests; the schemas in them are any JSON objects, and types of ports may repeat. */
export function nodeManifestArbitrary(
  constraints?: ArtifactConstraints<NodeManifest>,
): Arbitrary<NodeManifest> {
  return artifactArbitrary(
    { kind: "node_manifest", fits: fitsNodeManifest, shape: nodeManifestShape },
    constraints,
  );
}
