/** A replay run result: what came of a replay run. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { enumField, listField, nestedField, textField } from "../core/fields.ts";
import { REPLAY_MODES } from "../spec/replay-mode.ts";
import { ReplayCursorSchema } from "./replay-cursor.ts";
import { DIVERGENCE_REQUIREMENTS, ReplayDivergenceSchema } from "./replay-divergence.ts";

const rule = "CON-02";

/** Schema of a replay run result, closed. */
export const ReplayRunResultSchema = wireObject({
  run_id: textField({ rule, about: "Id of the run" }),
  mode: enumField(REPLAY_MODES, { rule, about: "What the replay recomputed" }),
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

/** A smallest result. */
export const REPLAY_RUN_RESULT_EXAMPLE: ReplayRunResult = { run_id: "run-1", mode: "replay_decisions" };

/** The contract of replay run results. */
export const replayRunResultContract = defineContract({
  address: "observability/replay-run-result",
  kind: "replay_run_result",
  since: "0.1.0",
  title: "Replay run result",
  about: "What came of a replay run.",
  schema: ReplayRunResultSchema,
  requirements: [...CONTRACT_REQUIREMENTS, ...DIVERGENCE_REQUIREMENTS],
  example: REPLAY_RUN_RESULT_EXAMPLE,
});
