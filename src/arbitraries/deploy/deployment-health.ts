/** Arbitrary deployment health. */
import type { Arbitrary } from "fast-check";

import type { DeploymentHealth } from "../../contracts/deploy/deployment-health.ts";
import { deploymentHealthShape, fitsDeploymentHealth } from "../../validators/generated/deployment-health.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid deployment health. */
export function deploymentHealthArbitrary(
  constraints?: ArtifactConstraints<DeploymentHealth>,
): Arbitrary<DeploymentHealth> {
  const entry = { kind: "deployment_health", fits: fitsDeploymentHealth, shape: deploymentHealthShape };
  return artifactArbitrary(entry, constraints);
}
