/** Session status view: how a session is doing, for operators. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { enumField, integerField, textField, timeField } from "../core/fields.ts";

const rule = "CON-02";

/** Schema of a session status view, closed. */
export const SessionStatusViewSchema = wireObject({
  tenant_id: textField({ rule, about: "Tenant of the session" }),
  session_id: textField({ rule, about: "The session" }),
  status: enumField(["connected", "running", "degraded", "ended"], {
    rule,
    about: "How the session is doing",
  }),
  pipeline_version: textField({ rule, about: "Immutable version of the pipeline" }).optional(),
  authority_epoch: integerField({ rule, about: "Current authority epoch", unit: "epoch" }).optional(),
  updated_at_utc: timeField({ rule, about: "When the view was updated" }),
  last_reason: textField({ rule, about: "Why the status changed last" }).optional(),
});

/** How a session is doing. */
export type SessionStatusView = z.infer<typeof SessionStatusViewSchema>;

/** The contract of session status views. */
export const sessionStatusViewContract = defineContract({
  address: "control-plane/session-status-view",
  kind: "session_status_view",
  since: "0.1.0",
  title: "Session status view",
  about: "How a session is doing, for operators.",
  schema: SessionStatusViewSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: {
    tenant_id: "tenant-1",
    session_id: "sess-1",
    status: "running",
    updated_at_utc: "2026-02-09T22:19:06Z",
  },
});
