/** Arbitrary manifests of gate plugins. */
import type { Arbitrary } from "fast-check";

import type { GatePluginManifest } from "../../contracts/deploy/gate-plugin-manifest.ts";
import {
  fitsGatePluginManifest,
  gatePluginManifestShape,
} from "../../validators/generated/gate-plugin-manifest.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid manifests of gate plugins. */
export function gatePluginManifestArbitrary(
  constraints?: ArtifactConstraints<GatePluginManifest>,
): Arbitrary<GatePluginManifest> {
  const entry = {
    kind: "gate_plugin_manifest",
    fits: fitsGatePluginManifest,
    shape: gatePluginManifestShape,
  };
  return artifactArbitrary(entry, constraints);
}
