/** Arbitrary deprecation policies. */
import type { Arbitrary } from "fast-check";

import type { DeprecationPolicy } from "../../contracts/compat/deprecation-policy.ts";
import {
  deprecationPolicyShape,
  fitsDeprecationPolicy,
} from "../../validators/generated/deprecation-policy.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid deprecation policies. */
export function deprecationPolicyArbitrary(
  constraints?: ArtifactConstraints<DeprecationPolicy>,
): Arbitrary<DeprecationPolicy> {
  const entry = { kind: "deprecation_policy", fits: fitsDeprecationPolicy, shape: deprecationPolicyShape };
  return artifactArbitrary(entry, constraints);
}
