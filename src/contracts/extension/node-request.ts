/** A request of the kit to a node outside of it. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject, wireVariants } from "../core/define-contract.ts";
import { enumField, listField, literalField, nestedField, unsignedField } from "../core/fields.ts";
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
  protocolField,
  timeField,
  WireEventSchema,
  wordsField,
} from "./node-message-fields.ts";
import { CALLED_HOOKS } from "./node-protocol.ts";

const rule = "NMS-04";
const callField = countField("Number of the call", { unit: "requests", min: 1 });
const tokenField = countField("The cancel token", { unit: "cancel tokens", min: 1 });

interface RequestHead<Op extends string> {
  readonly op: Op;
  readonly about: string;
  readonly checks?: readonly Check[];
}

/** The schema of one request, closed. */
function requestObject<const Op extends string, const S extends z.ZodRawShape>(
  { op, about, checks = [] }: RequestHead<Op>,
  fields: S,
) {
  const head = {
    id: countField("Number of the request, one more each time", { unit: "requests", min: 1 }),
    op: opField(op),
    now_ms: timeField("The present instant, since the session began"),
    wall_ms: timeField("The present instant, since the Unix epoch", "wall"),
    more: literalField(true, {
      rule,
      about: "The next request is of the same moment: nothing may come between the two",
    }).optional(),
  };
  const schema = wireObject({ ...head, ...fields }, { checks });
  return schema.meta({ ...schema.meta(), description: about });
}

const StateSnapshotSchema = wireObject({
  turn: jsonObjectField("Values of the turn, by name").optional(),
  session_hot: jsonObjectField("Values of the session, by name").optional(),
  session_durable: jsonObjectField("Values of the session that outlive a move, by name").optional(),
});

const ThrownSchema = wireObject({
  name: wordsField("Name of the error"),
  message: wordsField("What it says"),
});

type Hook = (typeof CALLED_HOOKS)[number];

/** The member is there for this hook, and for no other. */
const onlyFor = (hook: Hook, member: string): readonly Check[] => [
  {
    rule: "NMS-06",
    when: { at: "hook", in: [hook] },
    must: { has: member },
    at: member,
    expected: `${member} in a call of ${hook}`,
  },
  {
    rule: "NMS-06",
    when: { has: member },
    must: { at: "hook", in: [hook] },
    at: member,
    expected: `${member} in calls of ${hook} only`,
  },
];

/** Schema of a request, closed. */
export const NodeRequestSchema = wireVariants("op", [
  requestObject({ op: "hello", about: "Asks the node what it is" }, { protocol: protocolField }),
  requestObject(
    { op: "create", about: "Forget everything, timers too, and make a new instance" },
    {
      session_id: nameField("Session of the instance"),
      turn_id: nameField("Turn of the instance; absent in session scope").optional(),
      config: jsonField("Config, as the JSON of what its schema made of it").optional(),
      seed: unsignedField({
        rule: "NMS-05",
        about: "Where all randomness of the instance comes from",
        unit: "seed",
      }),
      merge_rule_id: nameField("Order in which results come when independent inputs meet"),
    },
  ),
  requestObject(
    {
      op: "call",
      about: "Call a hook; the id of the request is the number of the call",
      checks: [
        ...onlyFor("process", "event"),
        ...onlyFor("onCancel", "reason"),
        ...onlyFor("onBudgetExhausted", "outcome"),
      ],
    },
    {
      hook: enumField(CALLED_HOOKS, { rule, about: "Hook that is called" }),
      token: tokenField,
      turn_id: nameField("Turn of the call; absent in session scope").optional(),
      budget_ms: timeField("What is left of the budget; absent where there is no limit").optional(),
      media_ms: timeField("Presentation time of the last input that had one").optional(),
      ordering_markers: listField(nameField("An envelope field"), {
        rule,
        about: "Fields of the envelope that say in which order events come",
      }).optional(),
      state: nestedField(StateSnapshotSchema, {
        rule,
        about: "All state, where it is not what the node has last seen and said",
      }).optional(),
      event: nestedField(WireEventSchema, { rule, about: "What process is called with" }).optional(),
      reason: wordsField("What onCancel is called with").optional(),
      outcome: budgetEndingField("What onBudgetExhausted is called with").optional(),
    },
  ),
  requestObject(
    { op: "next", about: "Everything that the call gave was taken: it may give one more output" },
    { call: callField },
  ),
  requestObject(
    { op: "leave", about: "Nothing more of the call will be taken: it is to end" },
    { call: callField },
  ),
  requestObject(
    { op: "taken", about: "An output outside of a call was taken, or could not be" },
    {
      output: countField("Number that the node gave the output", { unit: "outputs" }),
      error: wordsField("Why it could not be taken").optional(),
    },
  ),
  requestObject(
    { op: "cancel", about: "What was called with this token is not wanted any more" },
    {
      token: tokenField,
      reason: wordsField("Why it was cancelled"),
      error: nestedField(ThrownSchema, {
        rule,
        about: "What the abort signal has as its reason, where that is an error",
      }).optional(),
    },
  ),
  requestObject(
    { op: "wake", about: "The timer is due" },
    { timer: countField("Number that the node gave the timer", { unit: "timers" }) },
  ),
  requestObject({ op: "bye", about: "The node ends, without an answer" }, {}),
]);

/** A request of the kit, numbered from 1 in the order of sending. */
export type NodeRequest = DeepReadonly<z.infer<typeof NodeRequestSchema>>;

/** The contract of requests. */
export const nodeRequestContract = defineContract({
  address: "extension/node-request",
  kind: "node_request",
  since: "0.1.0",
  title: "Node request",
  about: "What the node kit asks of a node outside of it, one JSON object a line.",
  schema: NodeRequestSchema,
  requirements: [
    ...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"),
    ...messageRules("NMS-01", "NMS-02", "NMS-03", "NMS-04", "NMS-05", "NMS-06"),
  ],
  example: {
    id: 3,
    op: "call",
    now_ms: 100,
    wall_ms: 1770000000100,
    hook: "process",
    token: 1,
    turn_id: "turn-1",
    budget_ms: 500,
    event: { type: "text.final", payload: "Good morning.", envelope: { event_id: "evt-1" } },
  },
});
