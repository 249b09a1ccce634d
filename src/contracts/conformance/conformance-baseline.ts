/** A conformance baseline: failures that are known, why, and until when they are put up with. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { dayField, listField, literalField, textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { codeField } from "./code-field.ts";
import type { Immutable } from "./immutable.ts";

const text = (about: string) => textField({ rule: "CBL-02", about });

const KnownFailureSchema = wireObject({
  check_id: text("Check that fails"),
  code: codeField({ rule: "CBL-03", about: "Failure code that is expected; another failure is a new one" }),
  reason: text("Why the failure is put up with"),
  issue: text("Link to where it is tracked"),
  owner: text("Who sees to it"),
  expires: dayField({ rule: "CBL-04", about: "Last day on which it is accepted" }),
});

/** Schema of a conformance baseline, closed. */
export const ConformanceBaselineSchema = wireObject({
  schema_version: literalField("rspp.conformance.baseline.v1", {
    rule: "CBL-01",
    about: "What the file is, and its version",
  }),
  subject: text("Subject whose failures these are"),
  known_failures: listField(KnownFailureSchema, { rule: "CBL-02", about: "The failures that are known" }),
});

/** One known failure. */
export type KnownFailure = Immutable<z.infer<typeof KnownFailureSchema>>;

/** The known failures of one subject. */
export type ConformanceBaseline = Immutable<z.infer<typeof ConformanceBaselineSchema>>;

const baselineRules = defineRules("docs/subject-protocol.md", {
  "CBL-01": ["MUST", 'schema_version is "rspp.conformance.baseline.v1"'],
  "CBL-02": ["MUST", "Every field is there and has its type; texts are not empty"],
  "CBL-03": ["MUST", "A failure code is snake_case or the id of a rule"],
  "CBL-04": ["MUST", "expires is a day of the calendar, YYYY-MM-DD"],
});

/** The contract of conformance baselines. */
export const conformanceBaselineContract = defineContract({
  address: "conformance/conformance-baseline",
  kind: "conformance_baseline",
  since: "0.1.0",
  title: "Conformance baseline",
  about: "Failures of a subject that are known, why, and until when they are put up with.",
  schema: ConformanceBaselineSchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"), ...baselineRules],
  example: {
    schema_version: "rspp.conformance.baseline.v1",
    subject: "my-runtime",
    known_failures: [
      {
        check_id: "CF-003",
        code: "late_output_delivered",
        reason: "The provider cannot be stopped in mid-sentence",
        issue: "https://example.com/issues/1",
        owner: "voice-team",
        expires: "2026-12-31",
      },
    ],
  },
});
