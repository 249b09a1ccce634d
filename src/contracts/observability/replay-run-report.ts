/** A replay run report: a replay run with its request, both in the same mode. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { integerField, nestedField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { DIVERGENCE_REQUIREMENTS } from "./replay-divergence.ts";
import { REPLAY_RUN_REQUEST_EXAMPLE, ReplayRunRequestSchema } from "./replay-run-request.ts";
import { REPLAY_RUN_RESULT_EXAMPLE, ReplayRunResultSchema } from "./replay-run-result.ts";

const rule = "CON-02";

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
    ...DIVERGENCE_REQUIREMENTS,
    ...defineRules("contracts-v1 section 8", { "RPL-02": ["MUST", "Request and result have the same mode"] }),
  ],
  example: {
    request: REPLAY_RUN_REQUEST_EXAMPLE,
    result: REPLAY_RUN_RESULT_EXAMPLE,
    generated_at_ms: 1770000000000,
  },
});
