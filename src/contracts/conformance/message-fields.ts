/** What the messages between the kit and a subject are made of. */
import type { z } from "zod";

import { wireObject } from "../core/define-contract.ts";
import { integerField, literalField, textField } from "../core/fields.ts";
import type { Check } from "../core/rule.ts";
import { defineRules } from "../core/rule.ts";

const MESSAGE_RULES = defineRules("docs/subject-protocol.md", {
  "SUB-01": ["MUST", "op names a message of this direction"],
  "SUB-02": ["MUST", "id is a safe non-negative integer"],
  "SUB-03": ["MUST", "Every other member is there where it is required and has its type or is on its list"],
  "SUB-04": ["MUST", "reset has an unsigned 32-bit seed and two safe non-negative times"],
  "SUB-05": ["MUST", "apply has at least one stimulus"],
  "SUB-06": ["MUST", "Capabilities are known, each once"],
  "SUB-07": ["MUST", "An error has a code and a message"],
});

/** The rules of messages with these ids. */
export const messageRules = (...ids: readonly string[]) => MESSAGE_RULES.filter(({ id }) => ids.includes(id));

/** What a message is called, what it is, and what its members have to do with each other. */
export interface MessageHead<K extends string> {
  readonly op: K;
  readonly about: string;
  readonly checks?: readonly Check[];
}

/** The schema of one message, closed. */
export function messageObject<const K extends string, const S extends z.ZodRawShape>(
  { op, about, checks = [] }: MessageHead<K>,
  fields: S,
) {
  const idField = integerField({
    rule: "SUB-02",
    about: "Number of the request; its answer has the same",
    unit: "requests",
  });
  const opField = literalField(op, { rule: "SUB-01", about: "What the message is" });
  const schema = wireObject({ id: idField, op: opField, ...fields }, { checks });
  return schema.meta({ ...schema.meta(), description: about });
}

/** A text that says something. */
export const messageText = (about: string) => textField({ rule: "SUB-03", about });

/** Version of the protocol that a side speaks. */
export const protocolField = textField({
  rule: "SUB-03",
  about: "Version of the protocol; the major number must be equal on both sides",
  example: "rspp.subject.v1",
});
