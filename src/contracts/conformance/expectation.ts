/** An expectation: what must hold of the answer to a step of a scenario, or of its whole run. */
import type { z } from "zod";

import { wireObject } from "../core/define-contract.ts";
import {
  booleanField,
  eitherField,
  type FieldNotes,
  integerField,
  listField,
  nestedField,
  objectField,
  patternField,
  textField,
} from "../core/fields.ts";
import { codeField } from "./code-field.ts";
import type { Immutable } from "./immutable.ts";

const rule = "SCN-02";

/** A whole number, or `$name` of a parameter. */
export type Count = number | string;

/** A whole number, or `$name` of a parameter, with its unit. */
export const countField = (about: string, measure: Pick<FieldNotes, "unit" | "clock"> = { unit: "events" }) =>
  eitherField(
    [
      integerField({ rule: "SCN-03", about, ...measure }),
      patternField(/^\$[a-z]\w*$/, { rule: "SCN-03", about: "A parameter", example: "$items" }),
    ],
    { rule: "SCN-03", about, ...measure },
  );

/** Members that an object must have. */
export const patternObjectField = (about: string) => objectField({ rule, about });

const patterns = (about: string) => listField(patternObjectField("A pattern"), { rule, about });

const LifecycleSchema = wireObject({
  turn_id: textField({ rule, about: "The turn" }),
  signals: listField(textField({ rule, about: "A boundary signal; abort with its reason" }), {
    rule,
    about: "Turn boundary signals in order, such as turn_open, abort:cancelled, close",
  }),
});

const CountSchema = wireObject({
  of: patternObjectField("Which events are counted"),
  at_least: countField("Fewest events that match").optional(),
  at_most: countField("Most events that match").optional(),
});

const VerdictSchema = wireObject({
  accepted: booleanField({ rule, about: "Whether the artifact must be accepted" }),
});

const divergenceClass = patternField(/^[A-Z]+(?:_[A-Z]+)*$/, {
  rule,
  about: "A divergence class",
  example: "PLAN_DIVERGENCE",
});

const wanted = {
  requirement: textField({
    rule,
    about: "Requirement that it comes from; the first of the check unless told",
    example: "INV-CXL-02",
  }).optional(),
  likely_cause: textField({
    rule,
    about: "What usually is wrong in a runtime that fails here",
  }).optional(),
  emits: patterns("Events that match these, in this order; others may stand between").optional(),
  never: patterns("No event matches any of these").optional(),
  lifecycle: nestedField(LifecycleSchema, { rule, about: "How a turn begins and ends" }).optional(),
  count: nestedField(CountSchema, { rule, about: "How many events match" }).optional(),
  verdict: nestedField(VerdictSchema, { rule, about: "The verdict on an ingress or judge" }).optional(),
  evidence: patternObjectField("Some OR-02 evidence matches").optional(),
  plan: patternObjectField("Some plan matches").optional(),
  divergences: listField(divergenceClass, {
    rule,
    about: "Divergences are exactly of these classes, in any order",
  }).optional(),
  report: patternObjectField("The report matches").optional(),
};

/** Schema of an expectation, closed. Alternatives do not nest. */
export const ExpectationSchema = wireObject({
  code: codeField({ rule: "SCN-04", about: "Public, stable code of the failure" }),
  ...wanted,
  any_of: listField(wireObject(wanted), { rule, about: "At least one of these holds", min: 1 }).optional(),
});

/** What must hold of the answer to a step or of a whole run. */
export type Expectation = Immutable<z.infer<typeof ExpectationSchema>>;
