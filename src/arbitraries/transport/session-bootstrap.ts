/** Arbitrary session bootstraps. */
import type { Arbitrary } from "fast-check";

import type { SessionBootstrap } from "../../contracts/transport/session-bootstrap.ts";
import { fitsSessionBootstrap, sessionBootstrapShape } from "../../validators/generated/session-bootstrap.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid session bootstraps. */
export function sessionBootstrapArbitrary(
  constraints?: ArtifactConstraints<SessionBootstrap>,
): Arbitrary<SessionBootstrap> {
  const entry = { kind: "session_bootstrap", fits: fitsSessionBootstrap, shape: sessionBootstrapShape };
  return artifactArbitrary(entry, constraints);
}
