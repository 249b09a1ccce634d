/** Arbitrary resolved turn plans. */
import type { Arbitrary } from "fast-check";

import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import {
  fitsResolvedTurnPlan,
  resolvedTurnPlanShape,
} from "../../validators/generated/resolved-turn-plan.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid resolved turn plans; their plan_hash is any hash, not the computed one. */
export function resolvedTurnPlanArbitrary(
  constraints?: ArtifactConstraints<ResolvedTurnPlan>,
): Arbitrary<ResolvedTurnPlan> {
  const entry = { kind: "resolved_turn_plan", fits: fitsResolvedTurnPlan, shape: resolvedTurnPlanShape };
  return artifactArbitrary(entry, constraints);
}
