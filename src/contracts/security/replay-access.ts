/** Access to recorded turns: who asks, what is decided, what is audited. Anything missing means deny. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { booleanField, enumField, integerField, listField, nestedField, textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { PAYLOAD_CLASSES } from "./payload-class.ts";
import { RECORDING_LEVELS } from "./recording-level.ts";
import { RedactionMarkerSchema } from "./redaction.ts";

const rule = "CON-02";

/** Schema of a replay access request, closed. */
export const ReplayAccessRequestSchema = wireObject({
  tenant_id: textField({ rule, about: "Tenant whose recording is asked for" }),
  principal_id: textField({ rule, about: "Who asks" }),
  role: textField({ rule, about: "Role in which the principal asks" }),
  purpose: textField({ rule, about: "What the recording is needed for" }),
  requested_scope: textField({ rule, about: "Session or turn that is asked for" }),
  requested_fidelity: enumField(RECORDING_LEVELS, { rule, about: "Recording level that is asked for" }),
  requested_classes: listField(enumField(PAYLOAD_CLASSES, { rule, about: "A payload class" }), {
    rule,
    about: "Payload classes that are asked for; absent means none beyond metadata",
  }).optional(),
});

/** Who asks for which recording and what for. */
export type ReplayAccessRequest = z.infer<typeof ReplayAccessRequestSchema>;

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

/** Schema of a replay audit event, closed. */
export const ReplayAuditEventSchema = wireObject({
  timestamp_ms: integerField({
    rule,
    about: "Time of the decision since the Unix epoch",
    unit: "ms",
    clock: "wall",
  }),
  request: nestedField(ReplayAccessRequestSchema, { rule, about: "What was asked" }),
  decision: nestedField(ReplayAccessDecisionSchema, { rule, about: "What was decided" }),
});

/** A request and its decision, for the audit log. */
export type ReplayAuditEvent = z.infer<typeof ReplayAuditEventSchema>;

const accessRules = defineRules("contracts-v1 section 8", {
  "ACC-01": ["MUST", "deny_reason is present exactly when access is denied"],
});

const request: ReplayAccessRequest = {
  tenant_id: "tenant-1",
  principal_id: "alice",
  role: "support",
  purpose: "incident review",
  requested_scope: "turn:turn-1",
  requested_fidelity: "L0",
};
const decision: ReplayAccessDecision = { allowed: true, redaction_markers: [] };

/** The contract of replay access requests. */
export const replayAccessRequestContract = defineContract({
  address: "security/replay-access-request",
  kind: "replay_access_request",
  since: "0.1.0",
  title: "Replay access request",
  about: "Who asks for which recording and what for. Anything missing means deny.",
  schema: ReplayAccessRequestSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: request,
});

/** The contract of replay access decisions. */
export const replayAccessDecisionContract = defineContract({
  address: "security/replay-access-decision",
  kind: "replay_access_decision",
  since: "0.1.0",
  title: "Replay access decision",
  about: "Whether access to a recording is granted, why not, and what was redacted.",
  schema: ReplayAccessDecisionSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...accessRules],
  example: decision,
});

/** The contract of replay audit events. */
export const replayAuditEventContract = defineContract({
  address: "security/replay-audit-event",
  kind: "replay_audit_event",
  since: "0.1.0",
  title: "Replay audit event",
  about: "A replay access request with its decision, as it stands in the audit log.",
  schema: ReplayAuditEventSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: { timestamp_ms: 1770000000000, request, decision },
});
