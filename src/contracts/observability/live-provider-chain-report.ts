/**
 * A live provider chain report: turns that ran over real providers, one combination of them after the other.
 *
 * Other tools write it, too, with fields of their own; it is read in open mode.
 */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import {
  booleanField,
  enumField,
  integerField,
  listField,
  looseTextField,
  nestedField,
  textField,
  timeField,
} from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";

const rule = "LCR-01";
const latency = (about: string) => integerField({ rule: "LCR-03", about, unit: "ms" }).optional();
const providers = (about: string) =>
  listField(textField({ rule: "LCR-04", about: "Id of a provider" }), { rule: "LCR-04", about });

const combination = {
  stt_provider_id: textField({ rule: "LCR-04", about: "Provider of speech to text" }),
  llm_provider_id: textField({ rule: "LCR-04", about: "Provider of the language model" }),
  tts_provider_id: textField({ rule: "LCR-04", about: "Provider of text to speech" }),
};

const EnabledProvidersSchema = wireObject({
  stt: providers("Providers of speech to text"),
  llm: providers("Providers of the language model"),
  tts: providers("Providers of text to speech"),
});

const SelectedCombinationSchema = wireObject(combination);

const HandoffSchema = wireObject({
  handoff_id: textField({ rule: "LCR-05", about: "Stages between which it streamed", example: "stt->llm" }),
});

const AttemptSchema = wireObject({
  streaming_used: booleanField({ rule: "LCR-05", about: "Whether the attempt streamed" }).optional(),
});

const StepOutputSchema = wireObject({
  attempts: listField(AttemptSchema, { rule: "LCR-05", about: "Attempts, in order" }).optional(),
});

const StepSchema = wireObject({
  step: textField({ rule: "LCR-05", about: "Stage of the chain" }),
  output: nestedField(StepOutputSchema, { rule: "LCR-05", about: "What came of the stage" }).optional(),
});

const LatencySchema = wireObject({
  first_assistant_audio_e2e_latency_ms: latency("From the user's audio to the first audio of the assistant"),
  turn_completion_e2e_latency_ms: latency("From the user's audio to the end of the turn"),
});

const ChainCombinationSchema = wireObject({
  combo_index: integerField({ rule, about: "Place among the combinations", unit: "combinations" }),
  combo_id: textField({ rule, about: "Name of the combination in this report" }),
  ...combination,
  status: textField({ rule, about: "pass, or what went wrong" }),
  handoffs: listField(HandoffSchema, {
    rule: "LCR-05",
    about: "Streaming handoffs that took place",
  }).optional(),
  steps: listField(StepSchema, { rule: "LCR-05", about: "Stages of the chain, in order" }).optional(),
  latency: nestedField(LatencySchema, { rule: "LCR-03", about: "Measured latencies" }).optional(),
});

/** Schema of a live provider chain report, closed. */
export const LiveProviderChainReportSchema = wireObject({
  generated_at_utc: timeField({ rule, about: "When the report was made" }),
  status: textField({ rule, about: "pass, or what the run came to" }),
  execution_mode: enumField(["streaming", "non_streaming"], {
    rule: "LCR-02",
    about: "Whether stages hand over while they still produce",
  }),
  comparison_identity: textField({ rule, about: "Equal in reports that may be compared" }),
  semantic_parity: booleanField({ rule, about: "Whether both modes said the same" }).optional(),
  parity_comparison_valid: booleanField({ rule, about: "Whether the modes could be compared" }).optional(),
  parity_invalid_reason: looseTextField({
    rule,
    about: "Why they could not; empty if they could",
  }).optional(),
  enabled_providers: nestedField(EnabledProvidersSchema, { rule: "LCR-04", about: "Providers that may run" }),
  selected_combinations: listField(SelectedCombinationSchema, {
    rule: "LCR-04",
    about: "Combinations that were to run",
  }),
  combinations: listField(ChainCombinationSchema, { rule, about: "What came of each combination" }),
});

/** One combination of providers and what came of it. */
export type ChainCombination = z.infer<typeof ChainCombinationSchema>;

/** Turns that ran over real providers. */
export type LiveProviderChainReport = z.infer<typeof LiveProviderChainReportSchema>;

const reportRules = defineRules("gates.md section 1", {
  "LCR-01": ["MUST", "Every field is there where it is required and has its type"],
  "LCR-02": ["MUST", "execution_mode is streaming or non_streaming"],
  "LCR-03": ["MUST", "Latencies are safe non-negative integers in ms"],
  "LCR-04": ["MUST", "Ids of providers are not empty, and a combination has one of each modality"],
  "LCR-05": ["MUST", "Handoffs, steps and attempts are well formed where they are there"],
});

/** The contract of live provider chain reports. */
export const liveProviderChainReportContract = defineContract({
  address: "observability/live-provider-chain-report",
  kind: "live_provider_chain_report",
  since: "0.1.0",
  title: "Live provider chain report",
  about: "Turns that ran over real providers, one combination of them after the other.",
  schema: LiveProviderChainReportSchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"), ...reportRules],
  example: {
    generated_at_utc: "2026-02-16T23:00:00Z",
    status: "pass",
    execution_mode: "streaming",
    comparison_identity: "nightly-1",
    semantic_parity: true,
    parity_comparison_valid: true,
    parity_invalid_reason: "",
    enabled_providers: { stt: ["stt-deepgram"], llm: ["llm-anthropic"], tts: ["tts-elevenlabs"] },
    selected_combinations: [
      {
        stt_provider_id: "stt-deepgram",
        llm_provider_id: "llm-anthropic",
        tts_provider_id: "tts-elevenlabs",
      },
    ],
    combinations: [
      {
        combo_index: 1,
        combo_id: "streaming-01",
        stt_provider_id: "stt-deepgram",
        llm_provider_id: "llm-anthropic",
        tts_provider_id: "tts-elevenlabs",
        status: "pass",
        handoffs: [{ handoff_id: "stt->llm" }],
        steps: [{ step: "stt", output: { attempts: [{ streaming_used: true }] } }],
        latency: { first_assistant_audio_e2e_latency_ms: 900, turn_completion_e2e_latency_ms: 1800 },
      },
    ],
  },
});
