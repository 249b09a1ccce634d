/** Arbitrary stimuli. */
import type { Arbitrary } from "fast-check";

import type { Stimulus } from "../../contracts/conformance/stimulus.ts";
import { fitsStimulus, stimulusShape } from "../../validators/generated/stimulus.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid stimuli; every kind is as likely as any other, and `with: { kind }` asks for one. */
export function stimulusArbitrary(constraints?: ArtifactConstraints<Stimulus>): Arbitrary<Stimulus> {
  const entry = { kind: "stimulus", fits: fitsStimulus, shape: stimulusShape };
  return artifactArbitrary(entry, constraints);
}
