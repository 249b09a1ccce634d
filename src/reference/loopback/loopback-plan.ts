/** The plan of loopback sessions: a small voice assistant of three nodes. */

import { ADAPTIVE_ACTIONS } from "../../contracts/turn/adaptive-action.ts";
import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import { edgePolicy, REFERENCE_PLAN } from "../reference-plan.ts";

/** From the transcriber to the language model. */
export const TRANSCRIPT_EDGE = "stt-llm";

/** From the language model to the voice: tokens wait here until the voice takes them. */
export const SPEECH_EDGE = "llm-tts";

/** What nodes tell of themselves; under pressure it is the first thing to go. */
export const TELEMETRY_EDGE = "telemetry";

/** The plan. */
export const LOOPBACK_PLAN: ResolvedTurnPlan = {
  ...REFERENCE_PLAN,
  pipeline_version: "loopback-v1",
  graph_definition_ref: "graph/loopback",
  edge_buffer_policies: {
    ...REFERENCE_PLAN.edge_buffer_policies,
    [SPEECH_EDGE]: edgePolicy("block", {
      max_queue_items: 12,
      max_block_time_ms: 200,
      watermarks: { queue_items: { high: 10, low: 4 } },
    }),
    [TELEMETRY_EDGE]: edgePolicy("drop", {
      max_queue_items: 8,
      watermarks: { queue_items: { high: 6, low: 2 } },
    }),
  },
  allowed_adaptive_actions: [...ADAPTIVE_ACTIONS],
};
