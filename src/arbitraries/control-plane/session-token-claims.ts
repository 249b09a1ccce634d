/** Arbitrary session token claims. */
import type { Arbitrary } from "fast-check";

import type { SessionTokenClaims } from "../../contracts/control-plane/session-token-claims.ts";
import {
  fitsSessionTokenClaims,
  sessionTokenClaimsShape,
} from "../../validators/generated/session-token-claims.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid session token claims; they expire after they were issued. */
export function sessionTokenClaimsArbitrary(
  constraints?: ArtifactConstraints<SessionTokenClaims>,
): Arbitrary<SessionTokenClaims> {
  const entry = {
    kind: "session_token_claims",
    fits: fitsSessionTokenClaims,
    shape: sessionTokenClaimsShape,
  };
  return artifactArbitrary(entry, constraints);
}
