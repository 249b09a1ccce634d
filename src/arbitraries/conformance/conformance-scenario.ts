/** Arbitrary conformance scenarios. */
import type { Arbitrary } from "fast-check";

import type { ConformanceScenario } from "../../contracts/conformance/conformance-scenario.ts";
import {
  conformanceScenarioShape,
  fitsConformanceScenario,
} from "../../validators/generated/conformance-scenario.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid conformance scenarios; their stimuli and patterns are any JSON objects. */
export function conformanceScenarioArbitrary(
  constraints?: ArtifactConstraints<ConformanceScenario>,
): Arbitrary<ConformanceScenario> {
  const entry = {
    kind: "conformance_scenario",
    fits: fitsConformanceScenario,
    shape: conformanceScenarioShape,
  };
  return artifactArbitrary(entry, constraints);
}
