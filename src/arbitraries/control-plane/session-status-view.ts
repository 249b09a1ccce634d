/** Arbitrary session status views. */
import type { Arbitrary } from "fast-check";

import type { SessionStatusView } from "../../contracts/control-plane/session-status-view.ts";
import {
  fitsSessionStatusView,
  sessionStatusViewShape,
} from "../../validators/generated/session-status-view.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid session status views. */
export function sessionStatusViewArbitrary(
  constraints?: ArtifactConstraints<SessionStatusView>,
): Arbitrary<SessionStatusView> {
  const entry = { kind: "session_status_view", fits: fitsSessionStatusView, shape: sessionStatusViewShape };
  return artifactArbitrary(entry, constraints);
}
