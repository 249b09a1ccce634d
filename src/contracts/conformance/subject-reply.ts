/** An answer of a subject under test to the kit. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject, wireVariants } from "../core/define-contract.ts";
import {
  booleanField,
  enumField,
  listField,
  looseTextField,
  nestedField,
  objectField,
} from "../core/fields.ts";
import { capabilitiesField, capabilitiesOnce } from "./capability-fields.ts";
import type { Immutable } from "./immutable.ts";
import { messageObject, messageRules, messageText, protocolField } from "./message-fields.ts";

const rule = "SUB-03";
const anyObjects = (item: string, about: string) =>
  listField(objectField({ rule, about: item }), { rule, about });

const VerdictSchema = wireObject({
  accepted: booleanField({ rule, about: "Whether the artifact was accepted" }),
  reason: looseTextField({ rule, about: "Why" }).optional(),
});

const outcome = {
  events: anyObjects("An event, any JSON object", "What was emitted since the last answer, in order"),
  evidence: anyObjects("OR-02 evidence, any JSON object", "Evidence of the turns that ended").optional(),
  plans: anyObjects("A plan, any JSON object", "Plans of the turns that opened").optional(),
  verdict: nestedField(VerdictSchema, { rule, about: "Verdict on an ingress or judge" }).optional(),
  divergences: anyObjects("A divergence, any JSON object", "Divergences that a replay found").optional(),
  report: objectField({ rule, about: "What an operate reports" }).optional(),
};

const OutcomeSchema = wireObject(outcome);

const SubjectErrorSchema = wireObject({
  code: enumField(["unsupported", "bad_request", "internal"], {
    rule: "SUB-07",
    about: "What kind of failure it is",
  }),
  message: looseTextField({ rule: "SUB-07", about: "What went wrong, for people" }),
});

/** Schema of an answer, closed. */
export const SubjectReplySchema = wireVariants("op", [
  messageObject(
    {
      op: "hello",
      about: "What the subject is and can do",
      checks: [capabilitiesOnce("capabilities", "SUB-06")],
    },
    {
      protocol: protocolField,
      name: messageText("Name of the subject"),
      version: messageText("Version of the subject"),
      language: messageText("Language that the subject is written in").optional(),
      capabilities: capabilitiesField({ rule: "SUB-06", about: "What the subject can do, each once" }),
    },
  ),
  messageObject({ op: "reset", about: "Everything is forgotten; the clocks stand at the given times" }, {}),
  messageObject({ op: "apply", about: "What came of the stimuli of one request" }, outcome),
  messageObject({ op: "bye", about: "The process ends" }, {}),
  messageObject(
    { op: "error", about: "The request could not be served" },
    { error: nestedField(SubjectErrorSchema, { rule: "SUB-07", about: "Why not" }) },
  ),
]);

/** An answer of the subject, in the order of the requests. */
export type SubjectReply = Immutable<z.infer<typeof SubjectReplySchema>>;

/** What came of the stimuli of one request. */
export type StimulusOutcome = Immutable<z.infer<typeof OutcomeSchema>>;

/** Why a request could not be served. */
export type SubjectError = Immutable<z.infer<typeof SubjectErrorSchema>>;

/** The contract of answers. */
export const subjectReplyContract = defineContract({
  address: "conformance/subject-reply",
  kind: "subject_reply",
  since: "0.1.0",
  title: "Subject reply",
  about:
    "What a subject under test answers to the conformance kit, one JSON object a line. Artifacts in it are any JSON objects: the kit judges them itself.",
  schema: SubjectReplySchema,
  requirements: [
    ...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"),
    ...messageRules("SUB-01", "SUB-02", "SUB-03", "SUB-06", "SUB-07"),
  ],
  example: {
    id: 1,
    op: "hello",
    protocol: "rspp.subject.v1",
    name: "my-runtime",
    version: "1.0.0",
    capabilities: ["turns"],
  },
});
