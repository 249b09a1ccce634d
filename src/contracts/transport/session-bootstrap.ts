/** Session bootstrap: what a transport adapter hands to the runtime to start a session. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { enumField, integerField, patternField, textField } from "../core/fields.ts";
import { SUPPORTED_VERSION_PATTERN } from "../core/version.ts";
import { TRANSPORT_KINDS } from "./transport-kind.ts";

const rule = "CON-02";

/** Schema of a session bootstrap, closed. */
export const SessionBootstrapSchema = wireObject({
  schema_version: patternField(new RegExp(SUPPORTED_VERSION_PATTERN), {
    rule,
    about: "Contract version, v1.<minor>[.<patch>]",
    example: "v1.0",
  }),
  transport_kind: enumField(TRANSPORT_KINDS, { rule, about: "Transport that the session runs over" }),
  tenant_id: textField({ rule, about: "Tenant of the session" }),
  session_id: textField({ rule, about: "Session to start" }),
  turn_id: textField({ rule, about: "Turn to resume" }).optional(),
  pipeline_version: textField({ rule, about: "Immutable version of the pipeline to run" }),
  authority_epoch: integerField({ rule, about: "Authority epoch of the lease", unit: "epoch" }),
  lease_token_ref: textField({ rule, about: "Reference to the lease" }),
  route_ref: textField({ rule, about: "Reference to the session route" }),
  requested_at_ms: integerField({
    rule,
    about: "Time of the request since the Unix epoch",
    unit: "ms",
    clock: "wall",
  }),
});

/** What a transport adapter hands to the runtime to start a session. */
export type SessionBootstrap = z.infer<typeof SessionBootstrapSchema>;

/** The contract of session bootstraps. */
export const sessionBootstrapContract = defineContract({
  address: "transport/session-bootstrap",
  kind: "session_bootstrap",
  since: "0.1.0",
  title: "Session bootstrap",
  about: "What a transport adapter hands to the runtime to start a session.",
  schema: SessionBootstrapSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: {
    schema_version: "v1.0",
    transport_kind: "livekit",
    tenant_id: "tenant-1",
    session_id: "sess-1",
    pipeline_version: "pipeline-v1",
    authority_epoch: 7,
    lease_token_ref: "lease/1",
    route_ref: "route/1",
    requested_at_ms: 1770000000000,
  },
});
