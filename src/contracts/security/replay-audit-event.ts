/** A replay audit event: a request with its decision, as it stands in the audit log. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { integerField, nestedField } from "../core/fields.ts";
import { ACCESS_REQUIREMENTS, ReplayAccessDecisionSchema } from "./replay-access-decision.ts";
import { REPLAY_ACCESS_REQUEST_EXAMPLE, ReplayAccessRequestSchema } from "./replay-access-request.ts";

const rule = "CON-02";

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

/** The contract of replay audit events. */
export const replayAuditEventContract = defineContract({
  address: "security/replay-audit-event",
  kind: "replay_audit_event",
  since: "0.1.0",
  title: "Replay audit event",
  about: "A replay access request with its decision, as it stands in the audit log.",
  schema: ReplayAuditEventSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...ACCESS_REQUIREMENTS],
  example: {
    timestamp_ms: 1770000000000,
    request: REPLAY_ACCESS_REQUEST_EXAMPLE,
    decision: { allowed: true, redaction_markers: [] },
  },
});
