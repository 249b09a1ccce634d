/** A conformance report: what the checks found about one or more subjects. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import {
  booleanField,
  enumField,
  integerField,
  listField,
  literalField,
  looseTextField,
  nestedField,
  textField,
  unsignedField,
} from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { capabilitiesField, capabilitiesOnce } from "./capability-fields.ts";
import { CheckResultSchema } from "./check-result.ts";
import type { Immutable } from "./immutable.ts";

export type { CheckFailure, TimelineRow } from "./check-failure.ts";
export type { BaselineStanding, CheckResult, ConformanceVerdict } from "./check-result.ts";

const rule = "CRP-02";
const checks = (about: string) => integerField({ rule: "CRP-03", about, unit: "checks" });

const SummarySchema = wireObject({
  expected: checks("Checks of the profile"),
  executed: checks("Checks that were executed to a verdict of pass or fail"),
  pass: checks("Checks that passed"),
  fail: checks("MUST checks that failed and are not known to"),
  warn: checks("SHOULD checks that failed and are not known to"),
  known: checks("Checks whose failure is known and accepted"),
  not_applicable: checks("Checks that need a capability that the subject does not declare"),
  could_not_run: checks("Checks that could not be run"),
});

const SubjectReportSchema = wireObject(
  {
    name: textField({ rule, about: "Name of the subject" }),
    version: looseTextField({ rule, about: "Version of the subject; empty where it could not be asked" }),
    language: textField({ rule, about: "Language that the subject is written in" }).optional(),
    capabilities: capabilitiesField({ rule: "CRP-05", about: "What the subject declares, each once" }),
    passed: booleanField({ rule, about: "Whether the subject conforms, known failures aside" }),
    summary: nestedField(SummarySchema, { rule, about: "How many checks came to which verdict" }),
    results: listField(CheckResultSchema, { rule, about: "What each check found" }),
  },
  { checks: [capabilitiesOnce("capabilities", "CRP-05")] },
);

/** Schema of a conformance report, closed. */
export const ConformanceReportSchema = wireObject({
  schema_version: literalField("rspp.conformance.report.v1", {
    rule: "CRP-01",
    about: "What the file is, and its version",
  }),
  kit_version: textField({ rule, about: "Version of the kit" }),
  profile: enumField(["quick", "full"], { rule, about: "How much was run" }),
  seed: unsignedField({ rule: "CRP-03", about: "Where all randomness came from", unit: "seed" }),
  passed: booleanField({ rule, about: "Whether every subject conforms" }),
  subjects: listField(SubjectReportSchema, { rule, about: "The subjects, at least one", min: 1 }),
});

/** What all checks found about one subject. */
export type SubjectReport = Immutable<z.infer<typeof SubjectReportSchema>>;

/** A conformance report. Equal seeds, subjects and kits give equal bytes. */
export type ConformanceReport = Immutable<z.infer<typeof ConformanceReportSchema>>;

const reportRules = defineRules("docs/subject-protocol.md", {
  "CRP-01": ["MUST", 'schema_version is "rspp.conformance.report.v1"'],
  "CRP-02": ["MUST", "Every other field is there where it is required and has its type"],
  "CRP-03": ["MUST", "Counts and times are safe non-negative integers; seeds are unsigned 32-bit integers"],
  "CRP-04": ["MUST", "A failure code is snake_case or the id of a rule"],
  "CRP-05": ["MUST", "Capabilities are known, each once"],
  "CRP-06": ["MUST", "A check that failed has a failure, and no other has"],
  "CRP-07": ["MUST", "expires is a day of the calendar, YYYY-MM-DD"],
});

/** The contract of conformance reports. */
export const conformanceReportContract = defineContract({
  address: "conformance/conformance-report",
  kind: "conformance_report",
  since: "0.1.0",
  title: "Conformance report",
  about: "What the checks found about one or more subjects. Equal seeds, subjects and kits give equal bytes.",
  schema: ConformanceReportSchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"), ...reportRules],
  example: {
    schema_version: "rspp.conformance.report.v1",
    kit_version: "0.1.0",
    profile: "quick",
    seed: 42,
    passed: true,
    subjects: [
      {
        name: "my-runtime",
        version: "1.0.0",
        capabilities: ["turns"],
        passed: true,
        summary: {
          expected: 1,
          executed: 1,
          pass: 1,
          fail: 0,
          warn: 0,
          known: 0,
          not_applicable: 0,
          could_not_run: 0,
        },
        results: [
          {
            check_id: "CF-003",
            level: "MUST",
            title: "Late output",
            requirement: "Output after a cancel is not delivered",
            source: "semantics INV-CXL-02",
            verdict: "pass",
            runs: 6,
          },
        ],
      },
    ],
  },
});
