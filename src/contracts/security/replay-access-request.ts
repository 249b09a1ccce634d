/** A replay access request: who asks for which recording and what for. Anything missing means deny. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { enumField, listField, textField } from "../core/fields.ts";
import { PAYLOAD_CLASSES } from "./payload-class.ts";
import { RECORDING_LEVELS } from "./recording-level.ts";

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

/** A smallest request. */
export const REPLAY_ACCESS_REQUEST_EXAMPLE: ReplayAccessRequest = {
  tenant_id: "tenant-1",
  principal_id: "alice",
  role: "support",
  purpose: "incident review",
  requested_scope: "turn:turn-1",
  requested_fidelity: "L0",
};

/** The contract of replay access requests. */
export const replayAccessRequestContract = defineContract({
  address: "security/replay-access-request",
  kind: "replay_access_request",
  since: "0.1.0",
  title: "Replay access request",
  about: "Who asks for which recording and what for. Anything missing means deny.",
  schema: ReplayAccessRequestSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: REPLAY_ACCESS_REQUEST_EXAMPLE,
});
