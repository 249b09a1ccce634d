/** Arbitrary answers of a subject. */
import type { Arbitrary } from "fast-check";

import type { SubjectReply } from "../../contracts/conformance/subject-reply.ts";
import { fitsSubjectReply, subjectReplyShape } from "../../validators/generated/subject-reply.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid answers; the artifacts in them are any JSON objects. */
export function subjectReplyArbitrary(
  constraints?: ArtifactConstraints<SubjectReply>,
): Arbitrary<SubjectReply> {
  const entry = { kind: "subject_reply", fits: fitsSubjectReply, shape: subjectReplyShape };
  return artifactArbitrary(entry, constraints);
}
