/** Arbitrary rollout configurations. */
import type { Arbitrary } from "fast-check";

import type { RolloutConfig } from "../../contracts/deploy/rollout-config.ts";
import { fitsRolloutConfig, rolloutConfigShape } from "../../validators/generated/rollout-config.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid rollout configurations. */
export function rolloutConfigArbitrary(
  constraints?: ArtifactConstraints<RolloutConfig>,
): Arbitrary<RolloutConfig> {
  const entry = { kind: "rollout_config", fits: fitsRolloutConfig, shape: rolloutConfigShape };
  return artifactArbitrary(entry, constraints);
}
