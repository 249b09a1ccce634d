/** Replay runs: where to start, what to replay against what, and what came of it. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { enumField, integerField, listField, nestedField, textField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { LANES } from "../events/lane.ts";
import { REPLAY_MODES } from "../spec/replay-mode.ts";
import { ReplayDivergenceSchema } from "./replay-divergence.ts";

const rule = "CON-02";
const mode = enumField(REPLAY_MODES, { rule, about: "What the replay recomputes" });

/** Schema of a replay cursor, closed. */
export const ReplayCursorSchema = wireObject({
  session_id: textField({ rule, about: "Session that is replayed" }),
  turn_id: textField({ rule, about: "Turn that is replayed" }),
  event_id: textField({ rule, about: "Event that the replay stands at" }),
  lane: enumField(LANES, { rule, about: "Lane of the event" }),
  runtime_sequence: integerField({ rule, about: "Sequence number of the event", unit: "sequence" }),
});

/** Where a replay stands. */
export type ReplayCursor = z.infer<typeof ReplayCursorSchema>;

/** Schema of a replay run request, closed. */
export const ReplayRunRequestSchema = wireObject({
  baseline_ref: textField({ rule, about: "Recording to replay" }),
  candidate_plan_ref: textField({ rule, about: "Plan to replay it with" }),
  mode,
  cursor: nestedField(ReplayCursorSchema, {
    rule,
    about: "Where to start; absent means at the beginning",
  }).optional(),
});

/** What to replay against what. */
export type ReplayRunRequest = z.infer<typeof ReplayRunRequestSchema>;

/** Schema of a replay run result, closed. */
export const ReplayRunResultSchema = wireObject({
  run_id: textField({ rule, about: "Id of the run" }),
  mode,
  divergences: listField(ReplayDivergenceSchema, {
    rule,
    about: "Differences that were found; absent means none",
  }).optional(),
  cursor: nestedField(ReplayCursorSchema, {
    rule,
    about: "Where the run stopped; absent means at the end",
  }).optional(),
});

/** What came of a replay run. */
export type ReplayRunResult = z.infer<typeof ReplayRunResultSchema>;

/** Schema of a replay run report, closed. */
export const ReplayRunReportSchema = wireObject(
  {
    request: nestedField(ReplayRunRequestSchema, { rule, about: "What was to be replayed" }),
    result: nestedField(ReplayRunResultSchema, { rule, about: "What came of it, in the same mode" }),
    generated_at_ms: integerField({
      rule,
      about: "When the report was written, since the Unix epoch",
      unit: "ms",
      clock: "wall",
    }),
  },
  {
    checks: [
      {
        rule: "RPL-02",
        must: { same: ["request.mode", "result.mode"] },
        at: "result.mode",
        expected: "the mode of the request",
      },
    ],
  },
);

/** A replay run with its request. */
export type ReplayRunReport = z.infer<typeof ReplayRunReportSchema>;

const cursor: ReplayCursor = {
  session_id: "sess-1",
  turn_id: "turn-1",
  event_id: "evt-1",
  lane: "DataLane",
  runtime_sequence: 1,
};
const request: ReplayRunRequest = {
  baseline_ref: "baseline/1",
  candidate_plan_ref: "plan/1",
  mode: "replay_decisions",
};
const result: ReplayRunResult = { run_id: "run-1", mode: "replay_decisions" };

/** The contract of replay cursors. */
export const replayCursorContract = defineContract({
  address: "observability/replay-cursor",
  kind: "replay_cursor",
  since: "0.1.0",
  title: "Replay cursor",
  about: "Where a replay stands: one event of one turn.",
  schema: ReplayCursorSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: cursor,
});

/** The contract of replay run requests. */
export const replayRunRequestContract = defineContract({
  address: "observability/replay-run-request",
  kind: "replay_run_request",
  since: "0.1.0",
  title: "Replay run request",
  about: "Which recording to replay with which plan, and how.",
  schema: ReplayRunRequestSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: request,
});

/** The contract of replay run results. */
export const replayRunResultContract = defineContract({
  address: "observability/replay-run-result",
  kind: "replay_run_result",
  since: "0.1.0",
  title: "Replay run result",
  about: "What came of a replay run.",
  schema: ReplayRunResultSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: result,
});

/** The contract of replay run reports. */
export const replayRunReportContract = defineContract({
  address: "observability/replay-run-report",
  kind: "replay_run_report",
  since: "0.1.0",
  title: "Replay run report",
  about: "A replay run with its request; both have the same mode.",
  schema: ReplayRunReportSchema,
  requirements: [
    ...CONTRACT_REQUIREMENTS,
    ...defineRules("contracts-v1 section 8", { "RPL-02": ["MUST", "Request and result have the same mode"] }),
  ],
  example: { request, result, generated_at_ms: 1770000000000 },
});
