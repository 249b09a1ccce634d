/** Arbitrary turn transitions. */
import type { Arbitrary } from "fast-check";

import type { TurnTransition } from "../../contracts/turn/turn-transition.ts";
import { fitsTurnTransition, turnTransitionShape } from "../../validators/generated/turn-transition.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid turn transitions; each of the nine legal rows is as likely as any other. */
export function turnTransitionArbitrary(
  constraints?: ArtifactConstraints<TurnTransition>,
): Arbitrary<TurnTransition> {
  const entry = { kind: "turn_transition", fits: fitsTurnTransition, shape: turnTransitionShape };
  return artifactArbitrary(entry, constraints);
}
