/** A check result: what one check found about one subject. */
import type { z } from "zod";

import { wireObject } from "../core/define-contract.ts";
import { dayField, enumField, integerField, nestedField, textField } from "../core/fields.ts";
import { capabilityField } from "./capability-fields.ts";
import { CheckFailureSchema } from "./check-failure.ts";
import type { Immutable } from "./immutable.ts";

const rule = "CRP-02";
const text = (about: string) => textField({ rule, about });

const BaselineStandingSchema = wireObject({
  status: enumField(["known", "stale", "expired", "other_failure"], {
    rule,
    about: "Whether the failure is the known one and still accepted",
  }),
  reason: text("Why the failure is put up with"),
  issue: text("Link to where it is tracked"),
  owner: text("Who sees to it"),
  expires: dayField({ rule: "CRP-07", about: "Last day on which it is accepted" }),
});

/** Schema of a check result, closed. */
export const CheckResultSchema = wireObject(
  {
    check_id: text("Id of the check"),
    level: enumField(["MUST", "SHOULD"], { rule, about: "MUST fails the run, SHOULD warns" }),
    title: text("What the check is called"),
    requirement: text("What is required, in one sentence"),
    source: text("Where that is written down"),
    verdict: enumField(["pass", "fail", "not_applicable", "could_not_run"], {
      rule,
      about: "What the check says of the subject",
    }),
    runs: integerField({
      rule: "CRP-03",
      about: "Runs of scenarios and schedules that were executed",
      unit: "runs",
    }),
    reason: text("Why it did not apply or could not run").optional(),
    missing_capability: capabilityField({
      rule: "CRP-05",
      about: "Capability that the subject does not declare",
    }).optional(),
    failure: nestedField(CheckFailureSchema, { rule, about: "Why it failed" }).optional(),
    baseline: nestedField(BaselineStandingSchema, {
      rule,
      about: "How the failure stands in the baseline",
    }).optional(),
  },
  {
    checks: [
      {
        rule: "CRP-06",
        when: { at: "verdict", in: ["fail"] },
        must: { has: "failure" },
        at: "failure",
        expected: "the failure of a failed check",
      },
      {
        rule: "CRP-06",
        when: { has: "failure" },
        must: { at: "verdict", in: ["fail"] },
        at: "verdict",
        expected: "fail, as there is a failure",
      },
    ],
  },
);

/** How a known failure stands in the baseline. */
export type BaselineStanding = Immutable<z.infer<typeof BaselineStandingSchema>>;

/** What one check found about one subject. */
export type CheckResult = Immutable<z.infer<typeof CheckResultSchema>>;

/** What a check says of a subject. */
export type ConformanceVerdict = CheckResult["verdict"];
