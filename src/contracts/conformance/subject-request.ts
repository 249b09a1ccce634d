/** A request of the kit to a subject under test. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireVariants } from "../core/define-contract.ts";
import { integerField, listField, unsignedField } from "../core/fields.ts";
import type { Immutable } from "./immutable.ts";
import { messageObject, messageRules, messageText, protocolField } from "./message-fields.ts";
import { StimulusSchema } from "./stimulus.ts";

const rule = "SUB-04";

/** Schema of a request, closed. */
export const SubjectRequestSchema = wireVariants("op", [
  messageObject(
    { op: "hello", about: "Asks the subject what it is" },
    { protocol: protocolField, kit_version: messageText("Version of the kit") },
  ),
  messageObject(
    { op: "reset", about: "Forget everything and begin anew, at these times" },
    {
      seed: unsignedField({ rule, about: "Where all randomness of the run comes from", unit: "seed" }),
      runtime_timestamp_ms: integerField({
        rule,
        about: "Time on the runtime's clock when the run begins",
        unit: "ms",
        clock: "monotonic",
      }),
      wall_clock_timestamp_ms: integerField({
        rule,
        about: "Time since the Unix epoch when the run begins",
        unit: "ms",
        clock: "wall",
      }),
    },
  ),
  messageObject(
    { op: "apply", about: "Stimuli of one instant: where several meet, precedence decides, not their order" },
    { stimuli: listField(StimulusSchema, { rule: "SUB-05", about: "What happens, one or more", min: 1 }) },
  ),
  messageObject({ op: "bye", about: "The process ends after the answer" }, {}),
]);

/** A request of the kit. Requests may be sent before earlier ones are answered. */
export type SubjectRequest = Immutable<z.infer<typeof SubjectRequestSchema>>;

/** The contract of requests. */
export const subjectRequestContract = defineContract({
  address: "conformance/subject-request",
  kind: "subject_request",
  since: "0.1.0",
  title: "Subject request",
  about: "What the conformance kit asks of a subject under test, one JSON object a line.",
  schema: SubjectRequestSchema,
  requirements: [
    ...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"),
    ...messageRules("SUB-01", "SUB-02", "SUB-03", "SUB-04", "SUB-05"),
  ],
  example: {
    id: 1,
    op: "reset",
    seed: 42,
    runtime_timestamp_ms: 100,
    wall_clock_timestamp_ms: 1770000000100,
  },
});
