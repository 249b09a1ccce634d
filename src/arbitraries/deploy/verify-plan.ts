/** Arbitrary verify plans. */
import type { Arbitrary } from "fast-check";

import type { VerifyPlan } from "../../contracts/deploy/verify-plan.ts";
import { fitsVerifyPlan, verifyPlanShape } from "../../validators/generated/verify-plan.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid verify plans; nothing that they name need exist. */
export function verifyPlanArbitrary(constraints?: ArtifactConstraints<VerifyPlan>): Arbitrary<VerifyPlan> {
  const entry = { kind: "verify_plan", fits: fitsVerifyPlan, shape: verifyPlanShape };
  return artifactArbitrary(entry, constraints);
}
