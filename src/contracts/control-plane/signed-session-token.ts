/** A signed session token with its claims. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { nestedField, textField, timeField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import {
  SESSION_TOKEN_CLAIMS_EXAMPLE,
  SESSION_TOKEN_REQUIREMENTS,
  SessionTokenClaimsSchema,
} from "./session-token-claims.ts";

const rule = "CON-02";

/** Schema of a signed session token, closed. */
export const SignedSessionTokenSchema = wireObject(
  {
    token: textField({ rule, about: "The signed token" }),
    token_id: textField({ rule, about: "Id of the token" }),
    expires_at_utc: timeField({ rule, about: "When the token expires, letter by letter as in the claims" }),
    claims: nestedField(SessionTokenClaimsSchema, { rule, about: "What the token says" }),
  },
  {
    checks: [
      {
        rule: "TOK-02",
        must: { same: ["expires_at_utc", "claims.expires_at_utc"] },
        at: "expires_at_utc",
        expected: "the same text as claims.expires_at_utc",
      },
    ],
  },
);

/** A signed session token with its claims. */
export type SignedSessionToken = z.infer<typeof SignedSessionTokenSchema>;

/** The contract of signed session tokens. */
export const signedSessionTokenContract = defineContract({
  address: "control-plane/signed-session-token",
  kind: "signed_session_token",
  since: "0.1.0",
  title: "Signed session token",
  about: "A signed session token with its claims.",
  schema: SignedSessionTokenSchema,
  requirements: [
    ...CONTRACT_REQUIREMENTS,
    ...SESSION_TOKEN_REQUIREMENTS,
    ...defineRules("contracts-v1 section 8", {
      "TOK-02": ["MUST", "The token's expires_at_utc is textually the same as in its claims"],
    }),
  ],
  example: {
    token: "header.claims.signature",
    token_id: "tok-1",
    expires_at_utc: SESSION_TOKEN_CLAIMS_EXAMPLE.expires_at_utc,
    claims: SESSION_TOKEN_CLAIMS_EXAMPLE,
  },
});
