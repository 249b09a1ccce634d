/** Arbitrary decision outcomes. */
import type { Arbitrary } from "fast-check";

import type { DecisionOutcome } from "../../contracts/control-plane/decision-outcome.ts";
import { decisionOutcomeShape, fitsDecisionOutcome } from "../../validators/generated/decision-outcome.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid decision outcomes; every legal combination of outcome, phase, scope and emitter turns up. */
export function decisionOutcomeArbitrary(
  constraints?: ArtifactConstraints<DecisionOutcome>,
): Arbitrary<DecisionOutcome> {
  const entry = { kind: "decision_outcome", fits: fitsDecisionOutcome, shape: decisionOutcomeShape };
  return artifactArbitrary(entry, constraints);
}
