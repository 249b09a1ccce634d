/** Session token claims: what a session token says about its session. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { enumField, integerField, textField, timeField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { TRANSPORT_KINDS } from "../transport/transport-kind.ts";

const rule = "CON-02";

/** Schema of session token claims, closed. */
export const SessionTokenClaimsSchema = wireObject(
  {
    tenant_id: textField({ rule, about: "Tenant of the session" }),
    session_id: textField({ rule, about: "Session that the token opens" }),
    pipeline_version: textField({ rule, about: "Immutable version of the pipeline" }),
    transport_kind: enumField(TRANSPORT_KINDS, { rule, about: "Transport that the token is for" }),
    authority_epoch: integerField({ rule, about: "Authority epoch of the session", unit: "epoch" }),
    issued_at_utc: timeField({ rule, about: "When the token was issued" }),
    expires_at_utc: timeField({ rule, about: "When the token expires, later than issued_at_utc" }),
  },
  {
    checks: [
      {
        rule: "TOK-01",
        must: { earlier: ["issued_at_utc", "expires_at_utc"] },
        at: "expires_at_utc",
        expected: "a time later than issued_at_utc",
      },
    ],
  },
);

/** What a session token says. */
export type SessionTokenClaims = z.infer<typeof SessionTokenClaimsSchema>;

/** Smallest claims. */
export const SESSION_TOKEN_CLAIMS_EXAMPLE: SessionTokenClaims = {
  tenant_id: "tenant-1",
  session_id: "sess-1",
  pipeline_version: "pipeline-v1",
  transport_kind: "livekit",
  authority_epoch: 7,
  issued_at_utc: "2026-02-09T22:00:00Z",
  expires_at_utc: "2026-02-09T23:00:00Z",
};

/** Rules of the claims. */
export const SESSION_TOKEN_REQUIREMENTS = defineRules("contracts-v1 section 8", {
  "TOK-01": ["MUST", "expires_at_utc is later than issued_at_utc"],
});

/** The contract of session token claims. */
export const sessionTokenClaimsContract = defineContract({
  address: "control-plane/session-token-claims",
  kind: "session_token_claims",
  since: "0.1.0",
  title: "Session token claims",
  about: "What a session token says about its session.",
  schema: SessionTokenClaimsSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...SESSION_TOKEN_REQUIREMENTS],
  example: SESSION_TOKEN_CLAIMS_EXAMPLE,
});
