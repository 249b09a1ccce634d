/** Arbitrary signed session tokens. */
import type { Arbitrary } from "fast-check";

import type { SignedSessionToken } from "../../contracts/control-plane/signed-session-token.ts";
import {
  fitsSignedSessionToken,
  signedSessionTokenShape,
} from "../../validators/generated/signed-session-token.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid signed session tokens; they expire when their claims say so. */
export function signedSessionTokenArbitrary(
  constraints?: ArtifactConstraints<SignedSessionToken>,
): Arbitrary<SignedSessionToken> {
  const entry = {
    kind: "signed_session_token",
    fits: fitsSignedSessionToken,
    shape: signedSessionTokenShape,
  };
  return artifactArbitrary(entry, constraints);
}
