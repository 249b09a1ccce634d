/** A reply of a node outside of the kit. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject, wireVariants } from "../core/define-contract.ts";
import { booleanField, eitherField, mapField, nestedField, numberField, textField } from "../core/fields.ts";
import type { Check } from "../core/rule.ts";
import type { DeepReadonly } from "../turn/freeze-plan.ts";
import {
  budgetEndingField,
  countField,
  jsonField,
  jsonObjectField,
  messageRules,
  nameField,
  opField,
  payloadField,
  protocolField,
  storeField,
  timeField,
  WireEventSchema,
  wordsField,
} from "./node-message-fields.ts";

const callField = countField("Number of the call", { unit: "requests" });
const fact = { rule: "NMS-04", about: "A text, a number or a boolean" };
const timerField = countField("Number of the timer, the node's own", { unit: "timers" });

interface ReplyHead<Op extends string> {
  readonly op: Op;
  readonly about: string;
  readonly checks?: readonly Check[];
}

/** The schema of one reply, closed. */
function replyObject<const Op extends string, const S extends z.ZodRawShape>(
  { op, about, checks = [] }: ReplyHead<Op>,
  fields: S,
) {
  const schema = wireObject({ op: opField(op), ...fields }, { checks });
  return schema.meta({ ...schema.meta(), description: about });
}

const told = jsonField("Has to be that of the definition, where it is told").optional();
const mayDiffer = jsonField("May differ from that of the definition").optional();

const DescriptionSchema = wireObject(
  {
    node_id: textField({ rule: "NMS-07", about: "Name of the node; has to be that of the definition" }),
    version: textField({ rule: "NMS-07", about: "Version of the node; has to be that of the definition" }),
    execution_scope: told,
    execution_mode: mayDiffer,
    inputs: told,
    outputs: told,
    streaming: told,
    cancel: told,
    state: told,
    resources: mayDiffer,
    max_buffered: told,
    merge: told,
  },
  { unknown: "NMS-07" },
);

/** Schema of a reply, closed. */
export const NodeReplySchema = wireVariants("op", [
  replyObject(
    { op: "hello", about: "What the node is" },
    {
      protocol: protocolField,
      node: nestedField(DescriptionSchema, {
        rule: "NMS-07",
        about: "Members of the descriptor, as many as the node likes",
      }),
    },
  ),
  replyObject(
    {
      op: "output",
      about: "An output: of an open call, or outside of one",
      checks: [
        {
          rule: "NMS-08",
          must: {
            any: [
              { all: [{ has: "call" }, { not: { has: "output" } }] },
              { all: [{ has: "output" }, { not: { has: "call" } }] },
            ],
          },
          at: "",
          expected: "either call or output",
        },
      ],
    },
    {
      call: callField.optional(),
      output: countField("Number of an output outside of a call, the node's own", {
        unit: "outputs",
      }).optional(),
      token: countField("Token of the context that the output is given in", {
        unit: "cancel tokens",
      }).optional(),
      type: wordsField("Type of the event"),
      payload: payloadField.optional(),
      envelope: jsonObjectField("What the node says of the envelope; the runtime writes the rest").optional(),
      cause: eitherField([countField("Number of a call", { unit: "requests" }), WireEventSchema], {
        rule: "NMS-04",
        about:
          "Number of the call that brought the event which the output comes from, or an event; the one that is being processed where it is absent",
      }).optional(),
    },
  ),
  replyObject(
    { op: "telemetry", about: "A record" },
    {
      name: wordsField("Name of the record"),
      fields: mapField(eitherField([wordsField("A text"), numberField(fact), booleanField(fact)], fact), {
        rule: "NMS-04",
        about: "What was recorded, by name",
      }).optional(),
    },
  ),
  replyObject(
    { op: "wake_me", about: "The kit is to send wake when so much virtual time has passed" },
    { timer: timerField, delay_ms: timeField("From the instant of the reply to the wake") },
  ),
  replyObject({ op: "forget", about: "The timer is not needed any more" }, { timer: timerField }),
  replyObject(
    { op: "state", about: "A value of the state has changed" },
    {
      store: storeField,
      name: wordsField("Name of the value"),
      value: jsonField("The value; deleted where it is absent").optional(),
    },
  ),
  replyObject(
    { op: "done", about: "The call has ended" },
    { call: callField, outcome: budgetEndingField("The answer of onBudgetExhausted").optional() },
  ),
  replyObject(
    { op: "refused", about: "process refuses its event; the node goes on" },
    { call: callField, message: wordsField("Why it is refused") },
  ),
  replyObject(
    { op: "error", about: "A call has failed; without call the node as a whole" },
    {
      call: callField.optional(),
      name: nameField("Name of the error").optional(),
      message: wordsField("What went wrong"),
    },
  ),
  replyObject(
    { op: "settled", about: "There is nothing more to do at this instant" },
    {
      id: countField("The last request that was taken in; it covers the earlier ones", { unit: "requests" }),
      memory_mb: numberField(
        { rule: "NMS-04", about: "Memory in use, where the kit cannot measure it", unit: "MiB" },
        0,
      ).optional(),
    },
  ),
]);

/** A reply of a node, in the order in which they take effect. */
export type NodeReply = DeepReadonly<z.infer<typeof NodeReplySchema>>;

/** The contract of replies. */
export const nodeReplyContract = defineContract({
  address: "extension/node-reply",
  kind: "node_reply",
  since: "0.1.0",
  title: "Node reply",
  about: "What a node outside of the node kit says to it, one JSON object a line.",
  schema: NodeReplySchema,
  requirements: [
    ...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"),
    ...messageRules("NMS-01", "NMS-02", "NMS-03", "NMS-04", "NMS-07", "NMS-08"),
  ],
  example: {
    op: "output",
    call: 3,
    type: "text.segment",
    payload: { text: "Good morning.", index: 1 },
  },
});
