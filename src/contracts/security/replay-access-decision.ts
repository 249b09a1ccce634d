/** A replay access decision: whether access is granted, why not, and what was redacted. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { booleanField, listField, textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { RedactionMarkerSchema } from "./redaction.ts";

const rule = "CON-02";

/** Schema of a replay access decision, closed. */
export const ReplayAccessDecisionSchema = wireObject(
  {
    allowed: booleanField({ rule, about: "Whether access is granted" }),
    deny_reason: textField({
      rule: "ACC-01",
      about: "Why access is denied; present exactly when denied",
    }).optional(),
    redaction_markers: listField(RedactionMarkerSchema, {
      rule,
      about: "What was redacted in the response, and why",
    }),
  },
  {
    checks: [
      {
        rule: "ACC-01",
        when: { at: "allowed", in: [false] },
        must: { has: "deny_reason" },
        at: "deny_reason",
        expected: "a deny_reason when allowed is false",
      },
      {
        rule: "ACC-01",
        when: { at: "allowed", in: [true] },
        must: { not: { has: "deny_reason" } },
        at: "deny_reason",
        expected: "no deny_reason when allowed is true",
      },
    ],
  },
);

/** Whether access is granted and what is redacted. */
export type ReplayAccessDecision = z.infer<typeof ReplayAccessDecisionSchema>;

/** Rules of access decisions. */
export const ACCESS_REQUIREMENTS = defineRules("contracts-v1 section 8", {
  "ACC-01": ["MUST", "deny_reason is present exactly when access is denied"],
});

/** The contract of replay access decisions. */
export const replayAccessDecisionContract = defineContract({
  address: "security/replay-access-decision",
  kind: "replay_access_decision",
  since: "0.1.0",
  title: "Replay access decision",
  about: "Whether access to a recording is granted, why not, and what was redacted.",
  schema: ReplayAccessDecisionSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...ACCESS_REQUIREMENTS],
  example: { allowed: true, redaction_markers: [] },
});
