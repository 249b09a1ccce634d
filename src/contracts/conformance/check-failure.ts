/** A check failure: why a check failed, at the smallest scenario that shows it. */
import type { z } from "zod";

import { wireObject } from "../core/define-contract.ts";
import {
  booleanField,
  enumField,
  integerField,
  listField,
  looseTextField,
  objectField,
  textField,
  unsignedField,
} from "../core/fields.ts";
import { codeField } from "./code-field.ts";
import type { Immutable } from "./immutable.ts";

const rule = "CRP-02";
const text = (about: string) => textField({ rule, about });
/** What a subject says may be empty. */
const said = (about: string) => looseTextField({ rule, about });

const TimelineRowSchema = wireObject({
  at_ms: integerField({
    rule: "CRP-03",
    about: "When it happened, since the run began",
    unit: "ms",
    clock: "monotonic",
  }),
  from: enumField(["world", "subject"], { rule, about: "Whose doing it was" }),
  name: text("Name of the stimulus, signal or lane"),
  turn_id: said("Turn that it was about").optional(),
  detail: said("What else tells the row apart, such as reason=cancelled epoch=7"),
  event_id: said("Id of the event").optional(),
  marked: booleanField({
    rule,
    about: "Whether it is the first event, or missing answer, that proves the failure",
  }).optional(),
});

/** Schema of a check failure, closed. */
export const CheckFailureSchema = wireObject({
  code: codeField({ rule: "CRP-04", about: "Public, stable code" }),
  requirement: text("Id of the requirement that is not met"),
  message: text("What is wrong, in one sentence"),
  expected: said("What a conforming runtime does"),
  received: said("What this one did"),
  likely_cause: text("What usually is wrong in a runtime that fails here").optional(),
  seed: unsignedField({ rule: "CRP-03", about: "Seed of the whole run", unit: "seed" }),
  path: text("Path of the smallest counterexample").optional(),
  replay: text("Command that shows the failure again"),
  scenario_id: text("Scenario that shows it").optional(),
  stimuli: listField(
    listField(objectField({ rule, about: "A stimulus" }), { rule, about: "Stimuli of one instant" }),
    { rule, about: "The minimal script: each item is the stimuli of one instant" },
  ),
  timeline: listField(TimelineRowSchema, { rule, about: "What happened around the failure, in order" }),
});

/** One row of the timeline of a failure. */
export type TimelineRow = Immutable<z.infer<typeof TimelineRowSchema>>;

/** Why a check failed, at the smallest scenario that shows it. */
export type CheckFailure = Immutable<z.infer<typeof CheckFailureSchema>>;
