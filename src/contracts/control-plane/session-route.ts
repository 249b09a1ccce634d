/** Session route: where a session runs and under which lease. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { booleanField, enumField, integerField, nestedField, textField, timeField } from "../core/fields.ts";
import { TRANSPORT_KINDS } from "../transport/transport-kind.ts";

const rule = "CON-02";

const EndpointSchema = wireObject({
  transport_kind: enumField(TRANSPORT_KINDS, { rule, about: "Transport of the endpoint" }),
  endpoint: textField({ rule, about: "Address of the endpoint" }),
  region: textField({ rule, about: "Region of the endpoint" }).optional(),
  runtime_id: textField({ rule, about: "Runtime that serves the endpoint" }).optional(),
});

const LeaseSchema = wireObject({
  authority_epoch: integerField({ rule, about: "Authority epoch of the lease", unit: "epoch" }),
  granted: booleanField({ rule, about: "Whether the lease was granted" }),
  valid: booleanField({ rule, about: "Whether the lease is valid now" }),
  token_ref: nestedField(
    wireObject({
      token_id: textField({ rule, about: "Id of the lease token" }),
      expires_at_utc: timeField({ rule, about: "When the lease token expires" }),
    }),
    { rule, about: "Reference to the lease token" },
  ),
});

/** Schema of a session route, closed. */
export const SessionRouteSchema = wireObject({
  tenant_id: textField({ rule, about: "Tenant of the session" }),
  session_id: textField({ rule, about: "Session that is routed" }),
  pipeline_version: textField({ rule, about: "Immutable version of the pipeline" }),
  routing_view_snapshot: textField({ rule, about: "Snapshot of the routing view that was used" }),
  admission_policy_snapshot: textField({ rule, about: "Snapshot of the admission policy that was used" }),
  endpoint: nestedField(EndpointSchema, { rule, about: "Where the session runs" }),
  lease: nestedField(LeaseSchema, { rule, about: "Lease under which the session runs" }),
});

/** Where a session runs and under which lease. */
export type SessionRoute = z.infer<typeof SessionRouteSchema>;

/** The contract of session routes. */
export const sessionRouteContract = defineContract({
  address: "control-plane/session-route",
  kind: "session_route",
  since: "0.1.0",
  title: "Session route",
  about: "Where a session runs and under which lease, as the control plane resolved it.",
  schema: SessionRouteSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: {
    tenant_id: "tenant-1",
    session_id: "sess-1",
    pipeline_version: "pipeline-v1",
    routing_view_snapshot: "routing-view/v1",
    admission_policy_snapshot: "admission-policy/v1",
    endpoint: { transport_kind: "livekit", endpoint: "wss://media.example" },
    lease: {
      authority_epoch: 7,
      granted: true,
      valid: true,
      token_ref: { token_id: "tok-1", expires_at_utc: "2026-02-09T23:00:00Z" },
    },
  },
});
