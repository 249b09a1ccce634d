/** Arbitrary gate runs. */
import type { Arbitrary } from "fast-check";

import type { GateRun } from "../../contracts/deploy/gate-run.ts";
import { fitsGateRun, gateRunShape } from "../../validators/generated/gate-run.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid gate runs. */
export function gateRunArbitrary(constraints?: ArtifactConstraints<GateRun>): Arbitrary<GateRun> {
  const entry = { kind: "gate_run", fits: fitsGateRun, shape: gateRunShape };
  return artifactArbitrary(entry, constraints);
}
