/** A recorded redaction decision: what was done with one payload class. */
import type { z } from "zod";

import { wireObject } from "../core/define-contract.ts";
import { enumField, textField } from "../core/fields.ts";
import { PAYLOAD_CLASSES, REDACTION_ACTIONS } from "./payload-class.ts";

const payloadClass = (rule: string) =>
  enumField(PAYLOAD_CLASSES, { rule, about: "Payload class that the decision is about" });
const action = (rule: string) =>
  enumField(REDACTION_ACTIONS, { rule, about: "What is done with content of the class" });

/** What was done with one payload class. */
export const RedactionDecisionSchema = wireObject({
  payload_class: payloadClass("EVD-04"),
  action: action("EVD-04"),
});

/** What was done with one payload class. */
export type RedactionDecision = z.infer<typeof RedactionDecisionSchema>;

/** What was done with one payload class in a replay response, and why. */
export const RedactionMarkerSchema = wireObject({
  payload_class: payloadClass("CON-02"),
  action: action("CON-02"),
  reason: textField({ rule: "CON-02", about: "Why the action was taken" }),
});
