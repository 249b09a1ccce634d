/** A replay run request: which recording to replay with which plan, and how. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { enumField, nestedField, textField } from "../core/fields.ts";
import { REPLAY_MODES } from "../spec/replay-mode.ts";
import { ReplayCursorSchema } from "./replay-cursor.ts";

const rule = "CON-02";

/** Schema of a replay run request, closed. */
export const ReplayRunRequestSchema = wireObject({
  baseline_ref: textField({ rule, about: "Recording to replay" }),
  candidate_plan_ref: textField({ rule, about: "Plan to replay it with" }),
  mode: enumField(REPLAY_MODES, { rule, about: "What the replay recomputes" }),
  cursor: nestedField(ReplayCursorSchema, {
    rule,
    about: "Where to start; absent means at the beginning",
  }).optional(),
});

/** What to replay against what. */
export type ReplayRunRequest = z.infer<typeof ReplayRunRequestSchema>;

/** A smallest request. */
export const REPLAY_RUN_REQUEST_EXAMPLE: ReplayRunRequest = {
  baseline_ref: "baseline/1",
  candidate_plan_ref: "plan/1",
  mode: "replay_decisions",
};

/** The contract of replay run requests. */
export const replayRunRequestContract = defineContract({
  address: "observability/replay-run-request",
  kind: "replay_run_request",
  since: "0.1.0",
  title: "Replay run request",
  about: "Which recording to replay with which plan, and how.",
  schema: ReplayRunRequestSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: REPLAY_RUN_REQUEST_EXAMPLE,
});
