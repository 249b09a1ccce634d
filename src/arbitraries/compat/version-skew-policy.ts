/** Arbitrary version skew policies. */
import type { Arbitrary } from "fast-check";

import type { VersionSkewPolicy } from "../../contracts/compat/version-skew-policy.ts";
import {
  fitsVersionSkewPolicy,
  versionSkewPolicyShape,
} from "../../validators/generated/version-skew-policy.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid version skew policies. */
export function versionSkewPolicyArbitrary(
  constraints?: ArtifactConstraints<VersionSkewPolicy>,
): Arbitrary<VersionSkewPolicy> {
  const entry = { kind: "version_skew_policy", fits: fitsVersionSkewPolicy, shape: versionSkewPolicyShape };
  return artifactArbitrary(entry, constraints);
}
