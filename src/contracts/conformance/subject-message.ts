/** The messages between the kit and a subject: one JSON object a line in each direction. */

export type { StimulusOutcome, SubjectError, SubjectReply } from "./subject-reply.ts";
export type { SubjectRequest } from "./subject-request.ts";

/** Version of the protocol; the major number must be equal on both sides. */
export const SUBJECT_PROTOCOL = "rspp.subject.v1";
