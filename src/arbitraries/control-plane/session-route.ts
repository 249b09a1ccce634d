/** Arbitrary session routes. */
import type { Arbitrary } from "fast-check";

import type { SessionRoute } from "../../contracts/control-plane/session-route.ts";
import { fitsSessionRoute, sessionRouteShape } from "../../validators/generated/session-route.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid session routes. */
export function sessionRouteArbitrary(
  constraints?: ArtifactConstraints<SessionRoute>,
): Arbitrary<SessionRoute> {
  const entry = { kind: "session_route", fits: fitsSessionRoute, shape: sessionRouteShape };
  return artifactArbitrary(entry, constraints);
}
