/** Turn metrics: the markers of one turn that the SLO gates are evaluated on. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { booleanField, integerField, listField, mapField, textField } from "../core/fields.ts";

const rule = "CON-02";
const marker = (about: string) => integerField({ rule, about, unit: "ms", clock: "monotonic" }).optional();

/** Schema of turn metrics, closed. */
export const TurnMetricsSchema = wireObject({
  turn_id: textField({ rule, about: "The turn" }),
  accepted: booleanField({ rule, about: "Whether the turn passed pre-turn gating (it has turn_open)" }),
  happy_path: booleanField({ rule, about: "Whether the turn opened and produced a first output" }),
  turn_open_proposed_at_ms: marker("Acceptance of turn_open_proposed"),
  turn_open_at_ms: marker("Emission of turn_open"),
  turn_terminal_at_ms: marker("Emission of commit or abort"),
  first_output_at_ms: marker("First DataLane output chunk"),
  cancel_accepted_at_ms: marker("Acceptance of a cancel"),
  cancel_fence_applied_at_ms: marker("Local egress fence of the cancel"),
  audio_ingress_at_ms: marker("User audio at ingress, the end-to-end anchor"),
  playback_started_at_ms: marker("Start of assistant playback, the end-to-end anchor"),
  baseline_complete: booleanField({ rule, about: "Whether the turn's OR-02 evidence is complete" }),
  accepted_stale_epoch_output: booleanField({
    rule,
    about: "Whether an output of a stale epoch was accepted",
  }),
  terminal_events: listField(textField({ rule, about: "A terminal signal" }), {
    rule,
    about: "Terminal signals of the turn, in order",
  }),
  tags: mapField(textField({ rule, about: "Value of the tag" }), {
    rule,
    about:
      "What the turn is grouped by, by name: pipeline_version, stt_provider, llm_provider, tts_provider, region, tool_turn, or a name of yours",
  }).optional(),
});

/** Markers of one turn. */
export type TurnMetrics = z.infer<typeof TurnMetricsSchema>;

/** The contract of turn metrics. */
export const turnMetricsContract = defineContract({
  address: "observability/turn-metrics",
  kind: "turn_metrics",
  since: "0.1.0",
  title: "Turn metrics",
  about: "The markers of one turn that the SLO gates are evaluated on.",
  schema: TurnMetricsSchema,
  requirements: CONTRACT_REQUIREMENTS,
  example: {
    turn_id: "turn-1",
    accepted: true,
    happy_path: true,
    turn_open_proposed_at_ms: 0,
    turn_open_at_ms: 80,
    turn_terminal_at_ms: 580,
    first_output_at_ms: 420,
    baseline_complete: true,
    accepted_stale_epoch_output: false,
    terminal_events: ["commit", "close"],
    tags: { region: "eu-west" },
  },
});
