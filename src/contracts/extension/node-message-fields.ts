/** What the messages between the kit and a node are made of. */
import { wireObject } from "../core/define-contract.ts";
import {
  anyField,
  enumField,
  integerField,
  literalField,
  looseTextField,
  objectField,
  textField,
} from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { BUDGET_ENDINGS, NODE_PROTOCOL, STATE_STORES } from "./node-protocol.ts";

const MESSAGE_RULES = defineRules("docs/node-protocol.md", {
  "NMS-01": ["MUST", "op names a message of this direction"],
  "NMS-02": [
    "MUST",
    "Numbers of requests, calls, outputs, cancel tokens and timers are safe integers >= 0; those that the kit gives begin at 1",
  ],
  "NMS-03": ["MUST", "Times are whole milliseconds, safe integers >= 0"],
  "NMS-04": ["MUST", "Every other member is there where it is required and has its type or is on its list"],
  "NMS-05": ["MUST", "The seed of an instance is an unsigned 32-bit integer"],
  "NMS-06": [
    "MUST",
    "A call has an event if it is one of process, a reason if of onCancel, an outcome if of onBudgetExhausted, and else none of them",
  ],
  "NMS-07": ["MUST", "A node says its node_id and its version, and nothing but members of its descriptor"],
  "NMS-08": ["MUST", "An output either is one of a call or has a number of its own"],
});

/** The rules of messages with these ids. */
export const messageRules = (...ids: readonly string[]) => MESSAGE_RULES.filter(({ id }) => ids.includes(id));

/** A member that says something, and is not empty. */
export const nameField = (about: string) => textField({ rule: "NMS-04", about });

/** A member that says something, or nothing. */
export const wordsField = (about: string) => looseTextField({ rule: "NMS-04", about });

/** Any JSON object. */
export const jsonObjectField = (about: string) => objectField({ rule: "NMS-04", about });

/** Any JSON value. */
export const jsonField = (about: string) => anyField({ rule: "NMS-04", about });

/** The name of a message. */
export const opField = <const Op extends string>(op: Op) =>
  literalField(op, { rule: "NMS-01", about: "What the message is" });

/** A number that things of one kind are counted with, from `min` on. */
export const countField = (
  about: string,
  { unit, min = 0 }: { readonly unit: string; readonly min?: 0 | 1 },
) => integerField({ rule: "NMS-02", about, unit }, min);

/** A time or a span of time of the kit. */
export const timeField = (about: string, clock: "monotonic" | "wall" = "monotonic") =>
  integerField({ rule: "NMS-03", about, unit: "ms", clock });

/** Version of the protocol that a side speaks. */
export const protocolField = textField({
  rule: "NMS-04",
  about: "Version of the protocol; the major number must be equal on both sides",
  example: NODE_PROTOCOL,
});

/** Name of a state store. */
export const storeField = enumField(STATE_STORES, { rule: "NMS-04", about: "Store of the state" });

/** What is left to a node when a budget is used up. */
export const budgetEndingField = (about: string) => enumField(BUDGET_ENDINGS, { rule: "NMS-04", about });

/** What a payload looks like. */
export const payloadField = jsonField("What the event carries, JSON; typed arrays as base64");

/** Schema of an event as it crosses the boundary, closed. */
export const WireEventSchema = wireObject({
  type: nameField("Type of the event"),
  payload: payloadField.optional(),
  envelope: jsonObjectField("Envelope of the event, as the Event ABI has it"),
});
