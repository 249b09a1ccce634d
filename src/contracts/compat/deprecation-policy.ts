/** A deprecation policy: when a field is warned about, refused and removed, and observed uses of it. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { enumField, listField, literalField, looseTextField, textField, timeField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";

/** What a field is at a point in time, in the order in which it comes to be that. */
export const DEPRECATION_STATES = ["allowed", "warning", "enforced", "removed"] as const;

/** What a field is at a point in time. */
export type DeprecationState = (typeof DEPRECATION_STATES)[number];

const path = (about: string) => textField({ rule: "DPR-03", about, example: "policy.legacy_mode" });
const time = (about: string) => timeField({ rule: "DPR-04", about });

const DeprecationRuleSchema = wireObject(
  {
    field_path: path("Field that goes away"),
    warning_from_utc: time("From when on its use is warned about"),
    enforce_from_utc: time("From when on its use is refused"),
    remove_from_utc: time("From when on it is gone"),
    migration_hint: looseTextField({ rule: "DPR-03", about: "What to use in its place" }),
  },
  {
    checks: [
      {
        rule: "DPR-05",
        must: { earlier: ["warning_from_utc", "enforce_from_utc"] },
        at: "enforce_from_utc",
        expected: "a time after warning_from_utc",
      },
      {
        rule: "DPR-05",
        must: { earlier: ["enforce_from_utc", "remove_from_utc"] },
        at: "remove_from_utc",
        expected: "a time after enforce_from_utc",
      },
    ],
  },
);

const UsageCheckSchema = wireObject({
  field_path: path("Field that was used"),
  observed_at_utc: time("When it was used"),
  expected_state: enumField(DEPRECATION_STATES, { rule: "DPR-06", about: "What it was then" }),
});

/** Schema of a deprecation policy, closed. */
export const DeprecationPolicySchema = wireObject({
  schema_version: literalField("rspp.deprecation-policy.v1", {
    rule: "DPR-01",
    about: "What the file is, and its version",
  }),
  policy_id: textField({ rule: "DPR-02", about: "Name of the policy, shown in reports" }),
  rules: listField(DeprecationRuleSchema, { rule: "DPR-03", about: "Fields that go away, each once" }),
  usage_checks: listField(UsageCheckSchema, {
    rule: "DPR-03",
    about: "Observed uses; warning, enforced and removed at least once each",
  }),
});

/** When fields are warned about, refused and removed. */
export type DeprecationPolicy = z.infer<typeof DeprecationPolicySchema>;

const policyRules = defineRules("gates.md section 5", {
  "DPR-01": ["MUST", 'schema_version is "rspp.deprecation-policy.v1"'],
  "DPR-02": ["MUST", "policy_id is there and not empty"],
  "DPR-03": ["MUST", "Rules and usage checks name their field, and a rule has a hint, which may be empty"],
  "DPR-04": ["MUST", "Times are RFC 3339 text"],
  "DPR-05": ["MUST", "A field is warned about before it is refused, and refused before it is removed"],
  "DPR-06": ["MUST", "A state is allowed, warning, enforced or removed"],
});

/** The contract of deprecation policies. */
export const deprecationPolicyContract = defineContract({
  address: "compat/deprecation-policy",
  kind: "deprecation_policy",
  since: "0.1.0",
  title: "Deprecation policy",
  about: "When fields are warned about, refused and removed, and observed uses of them.",
  schema: DeprecationPolicySchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"), ...policyRules],
  example: {
    schema_version: "rspp.deprecation-policy.v1",
    policy_id: "voice-assistant",
    rules: [
      {
        field_path: "policy.legacy_mode",
        warning_from_utc: "2026-01-01T00:00:00Z",
        enforce_from_utc: "2026-03-01T00:00:00Z",
        remove_from_utc: "2026-06-01T00:00:00Z",
        migration_hint: "Use policy.recording_level",
      },
    ],
    usage_checks: [
      {
        field_path: "policy.legacy_mode",
        observed_at_utc: "2026-02-01T00:00:00Z",
        expected_state: "warning",
      },
    ],
  },
});
