/** A conformance governance report: version skew, deprecation and the conformance profile of a release, judged. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import {
  anyField,
  booleanField,
  integerField,
  listField,
  literalField,
  looseTextField,
  nestedField,
  patternField,
  textField,
  timeField,
} from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";

const rule = "CGR-02";
const count = (about: string, unit: string) => integerField({ rule: "CGR-03", about, unit });
const passed = booleanField({ rule, about: "Whether there is no violation" });

const GovernanceViolationSchema = wireObject({
  code: patternField(/^[a-z][a-z0-9_]*$/, { rule: "CGR-04", about: "Kind of the violation, snake_case" }),
  path: looseTextField({ rule, about: "Where it is, such as matrix_tests[2].allowed" }),
  message: textField({ rule, about: "The violation in words" }),
  expected: anyField({ rule, about: "What would have been right" }).optional(),
  received: anyField({ rule, about: "What was there" }).optional(),
});

const outcome = {
  passed,
  violation_count: count("Number of violations", "violations"),
  violations: listField(GovernanceViolationSchema, {
    rule,
    about: "The violations, in the order of the file",
  }),
};

const VersionSkewVerdictSchema = wireObject({
  policy_id: looseTextField({ rule, about: "Policy that was judged" }),
  allowed_test_count: count("Matrix tests that say allowed", "tests"),
  disallowed_test_count: count("Matrix tests that say not allowed", "tests"),
  ...outcome,
});

const DeprecationVerdictSchema = wireObject({
  policy_id: looseTextField({ rule, about: "Policy that was judged" }),
  rule_count: count("Fields that go away", "rules"),
  check_count: count("Observed uses", "checks"),
  ...outcome,
});

const ConformanceProfileVerdictSchema = wireObject({
  profile_id: looseTextField({ rule, about: "Profile that was judged" }),
  mandatory_count: count("Categories that must be conformant", "categories"),
  conformant_count: count("Mandatory categories that are", "categories"),
  ...outcome,
});

/** Schema of a conformance governance report, closed. */
export const ConformanceGovernanceReportSchema = wireObject(
  {
    schema_version: literalField("rspp.tooling.conformance-governance-report.v1", {
      rule: "CGR-01",
      about: "What the file is, and its version",
    }),
    generated_at_utc: timeField({ rule, about: "When the report was made" }),
    passed: booleanField({ rule: "CGR-05", about: "Whether all three parts passed" }),
    version_skew: nestedField(VersionSkewVerdictSchema, { rule, about: "Which versions may meet" }),
    deprecation: nestedField(DeprecationVerdictSchema, { rule, about: "Which fields go away, and when" }),
    conformance: nestedField(ConformanceProfileVerdictSchema, {
      rule,
      about: "Which categories are conformant",
    }),
  },
  {
    checks: (["version_skew", "deprecation", "conformance"] as const).map((part) => ({
      rule: "CGR-05",
      when: { at: "passed", in: [true] },
      must: { at: `${part}.passed`, in: [true] },
      at: "passed",
      expected: `false while ${part} has not passed`,
    })),
  },
);

/** One thing that is against a governance policy. */
export type GovernanceViolation = z.infer<typeof GovernanceViolationSchema>;

/** How a version skew policy came out. */
export type VersionSkewVerdict = z.infer<typeof VersionSkewVerdictSchema>;

/** How a deprecation policy came out. */
export type DeprecationVerdict = z.infer<typeof DeprecationVerdictSchema>;

/** How results came out against a conformance profile. */
export type ConformanceProfileVerdict = z.infer<typeof ConformanceProfileVerdictSchema>;

/** Version skew, deprecation and the conformance profile of a release, judged. */
export type ConformanceGovernanceReport = z.infer<typeof ConformanceGovernanceReportSchema>;

const reportRules = defineRules("gates.md section 5", {
  "CGR-01": ["MUST", 'schema_version is "rspp.tooling.conformance-governance-report.v1"'],
  "CGR-02": ["MUST", "Every other field is there where it is required and has its type"],
  "CGR-03": ["MUST", "Counts are safe non-negative integers"],
  "CGR-04": ["MUST", "A violation code is snake_case"],
  "CGR-05": ["MUST", "A report passes only if each of its three parts does"],
});

/** The contract of conformance governance reports. */
export const conformanceGovernanceReportContract = defineContract({
  address: "compat/conformance-governance-report",
  kind: "conformance_governance_report",
  since: "0.1.0",
  title: "Conformance governance report",
  about: "Version skew, deprecation and the conformance profile of a release, judged.",
  schema: ConformanceGovernanceReportSchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"), ...reportRules],
  example: {
    schema_version: "rspp.tooling.conformance-governance-report.v1",
    generated_at_utc: "2026-02-16T23:00:00Z",
    passed: false,
    version_skew: {
      policy_id: "voice-assistant",
      allowed_test_count: 1,
      disallowed_test_count: 1,
      passed: true,
      violation_count: 0,
      violations: [],
    },
    deprecation: {
      policy_id: "voice-assistant",
      rule_count: 1,
      check_count: 3,
      passed: true,
      violation_count: 0,
      violations: [],
    },
    conformance: {
      profile_id: "mvp",
      mandatory_count: 3,
      conformant_count: 2,
      passed: false,
      violation_count: 1,
      violations: [
        {
          code: "category_not_conformant",
          path: "categories.provider_adapter",
          message: "Cannot accept categories.provider_adapter: expected true but received false",
          expected: true,
          received: false,
        },
      ],
    },
  },
});
