/** Arbitrary adapter capabilities. */
import type { Arbitrary } from "fast-check";

import type { AdapterCapabilities } from "../../contracts/transport/adapter-capabilities.ts";
import {
  adapterCapabilitiesShape,
  fitsAdapterCapabilities,
} from "../../validators/generated/adapter-capabilities.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid adapter capabilities. */
export function adapterCapabilitiesArbitrary(
  constraints?: ArtifactConstraints<AdapterCapabilities>,
): Arbitrary<AdapterCapabilities> {
  const entry = {
    kind: "adapter_capabilities",
    fits: fitsAdapterCapabilities,
    shape: adapterCapabilitiesShape,
  };
  return artifactArbitrary(entry, constraints);
}
