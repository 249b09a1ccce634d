/** A contracts report: which files were validated, against which contract, and what is wrong with them. */
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
  patternField,
  textField,
} from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { utcField } from "./release-fields.ts";

const rule = "CON-02";
const count = (about: string) => integerField({ rule, about, unit: "files" });
const place = (about: string) => integerField({ rule, about, unit: "items" }, 1).optional();

const FileDiagnosticSchema = wireObject({
  rule: textField({ rule, about: "Rule that is broken" }),
  severity: enumField(["error", "warning"], { rule, about: "Whether it refuses the file" }),
  path: looseTextField({ rule, about: "JSON Pointer to what is wrong; empty: the whole file" }),
  message: textField({ rule, about: "What is wrong, in words" }),
  hint: textField({ rule, about: "How to go on" }).optional(),
  line: place("Line, from 1"),
  column: place("Column, from 1"),
});

const ValidatedFileSchema = wireObject(
  {
    name: textField({ rule, about: "Path of the file" }),
    kind: patternField(/^[a-z][a-z0-9_]*$/, {
      rule,
      about: "Contract that it was validated against; absent where none could be told",
      example: "event_record",
    }).optional(),
    valid: booleanField({ rule: "CTR-01", about: "Whether the file keeps its contract" }),
    diagnostics: listField(FileDiagnosticSchema, { rule: "CTR-01", about: "What is wrong with it" }),
  },
  {
    checks: [
      {
        rule: "CTR-01",
        when: { at: "valid", in: [false] },
        must: { filled: "diagnostics" },
        at: "diagnostics",
        expected: "at least 1 diagnostic where the file is not valid",
      },
      {
        rule: "CTR-01",
        when: { at: "valid", in: [true] },
        must: { has: "kind" },
        at: "kind",
        expected: "the contract that a valid file keeps",
      },
    ],
  },
);

const TotalsSchema = wireObject({
  files: count("Files that were looked at"),
  valid: count("Files that keep their contract"),
  invalid: count("Files that do not"),
});

/** Schema of a contracts report, closed. */
export const ContractsReportSchema = wireObject({
  schema_version: literalField("rspp.tooling.contracts-report.v1", {
    rule,
    about: "What the file is, and its version",
  }),
  generated_at_utc: utcField({ rule, about: "When the files were validated" }),
  passed: booleanField({ rule, about: "Whether there is at least one file and all are valid" }),
  totals: nestedField(TotalsSchema, { rule, about: "How many of them" }),
  files: listField(ValidatedFileSchema, { rule, about: "Every file, by name" }),
});

/** Which files were validated, against which contract, and what is wrong with them. */
export type ContractsReport = z.infer<typeof ContractsReportSchema>;

const reportRules = defineRules("gates.md section 3", {
  "CTR-01": ["MUST", "A file that is not valid has a diagnostic, and one that is has a kind"],
});

/** The contract of contracts reports. */
export const contractsReportContract = defineContract({
  address: "deploy/contracts-report",
  kind: "contracts_report",
  since: "0.1.0",
  title: "Contracts report",
  about: "Which files were validated, against which contract, and what is wrong with them.",
  schema: ContractsReportSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...reportRules],
  example: {
    schema_version: "rspp.tooling.contracts-report.v1",
    generated_at_utc: "2026-02-16T23:00:00Z",
    passed: false,
    totals: { files: 2, valid: 1, invalid: 1 },
    files: [
      { name: "events/turn-1.json", kind: "event_record", valid: true, diagnostics: [] },
      {
        name: "events/turn-2.json",
        kind: "event_record",
        valid: false,
        diagnostics: [
          {
            rule: "EVT-05",
            severity: "error",
            path: "/lane",
            message: "Expected one of DataLane, ControlLane, TelemetryLane but received nothing",
          },
        ],
      },
    ],
  },
});
