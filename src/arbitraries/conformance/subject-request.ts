/** Arbitrary requests to a subject. */
import type { Arbitrary } from "fast-check";

import type { SubjectRequest } from "../../contracts/conformance/subject-request.ts";
import { fitsSubjectRequest, subjectRequestShape } from "../../validators/generated/subject-request.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid requests; every op is as likely as any other. */
export function subjectRequestArbitrary(
  constraints?: ArtifactConstraints<SubjectRequest>,
): Arbitrary<SubjectRequest> {
  const entry = { kind: "subject_request", fits: fitsSubjectRequest, shape: subjectRequestShape };
  return artifactArbitrary(entry, constraints);
}
