/** Arbitraries by the name of a kind, for what is done to every contract alike. */
import type { Arbitrary } from "fast-check";

import type { ArtifactOfKind } from "../validators/generated/kinds.ts";
import { kindEntry } from "../validators/validate.ts";
import type { ArtifactConstraints } from "./from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "./from-shape/artifact-arbitrary.ts";

/** Valid artifacts of a kind. A kind that does not exist is a TypeError that lists the kinds. */
export function arbitraryOfKind<K extends keyof ArtifactOfKind>(
  kind: K,
  constraints?: ArtifactConstraints<ArtifactOfKind[K]>,
): Arbitrary<ArtifactOfKind[K]> {
  return artifactArbitrary({ kind, ...kindEntry(kind) }, constraints);
}
