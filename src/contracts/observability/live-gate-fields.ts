/** Parts of the MVP gates report that live provider chain reports are judged by. */
import type { z } from "zod";

import { wireObject } from "../core/define-contract.ts";
import {
  booleanField,
  enumField,
  integerField,
  listField,
  looseTextField,
  nestedField,
  patternField,
  signedIntegerField,
  textField,
} from "../core/fields.ts";

const rule = "SGM-02";
const ms = (about: string) => integerField({ rule: "SGM-04", about, unit: "ms" });
const delta = (about: string) => signedIntegerField({ rule: "SGM-04", about, unit: "ms" });
const samples = integerField({ rule: "SGM-04", about: "Number of samples", unit: "samples" });

/** Decisions that the MVP has taken once and for all, in the order in which reports list them. */
export const FIXED_DECISION_IDS = [
  "simple_profile",
  "provider_policy",
  "mode_evidence",
  "parity_markers",
  "transport_smoke",
] as const;

/** The latencies of a combination. */
export const LIVE_FIGURES = ["first_assistant_audio_e2e", "turn_completion_e2e"] as const;

const LiveFindingSchema = wireObject({
  code: patternField(/^[a-z][a-z0-9_]*$/, { rule: "SGM-05", about: "Kind of the finding, snake_case" }),
  path: looseTextField({ rule, about: "Where it is, such as streaming.combinations[2].status" }),
  message: textField({ rule, about: "The finding in words" }),
});

const findings = (about: string) => listField(LiveFindingSchema, { rule, about });

const LimitsSchema = wireObject({ p50_ms: ms("Largest median"), p95_ms: ms("Largest p95") });

const LiveWaiverSchema = wireObject({
  max_attempts: integerField({ rule: "SGM-04", about: "Attempts after which it applies", unit: "runs" }, 1),
  attempts: listField(textField({ rule, about: "An attempt" }), { rule, about: "Every attempt, in order" }),
  reason: textField({ rule, about: "Why the gate is waived" }),
});

/** Schema of how the live end-to-end gate came out. */
export const LiveEndToEndResultSchema = wireObject(
  {
    passed: booleanField({ rule: "SGM-06", about: "Whether the limits hold, or the gate is waived" }),
    waived: booleanField({ rule: "SGM-06", about: "Whether it passes only because somebody waived it" }),
    samples,
    p50_ms: ms("Median of the completion latency").optional(),
    p95_ms: ms("p95 of the completion latency").optional(),
    limits: nestedField(LimitsSchema, { rule, about: "What was allowed" }),
    violations: findings("What is against the limits, waived or not"),
    waiver: nestedField(LiveWaiverSchema, { rule: "SGM-06", about: "The waiver that was given" }).optional(),
  },
  {
    checks: [
      {
        rule: "SGM-06",
        when: { at: "waived", in: [true] },
        must: { all: [{ has: "waiver" }, { filled: "violations" }] },
        at: "waived",
        expected: "a waiver and what it waives",
      },
    ],
  },
);

const FixedDecisionSchema = wireObject({
  decision: enumField(FIXED_DECISION_IDS, { rule, about: "The decision" }),
  passed: booleanField({ rule, about: "Whether it is kept" }),
  violations: findings("What is against it"),
});

/** Schema of how the fixed decisions came out. */
export const FixedDecisionsResultSchema = wireObject({
  passed: booleanField({ rule, about: "Whether every decision is kept" }),
  decisions: listField(FixedDecisionSchema, { rule, about: "Each decision" }),
});

const LivePairSchema = wireObject({
  stt_provider_id: textField({ rule, about: "Provider of speech to text" }),
  llm_provider_id: textField({ rule, about: "Provider of the language model" }),
  tts_provider_id: textField({ rule, about: "Provider of text to speech" }),
  streaming_ms: ms("Latency with streaming"),
  non_streaming_ms: ms("Latency without"),
  delta_ms: delta("streaming_ms less non_streaming_ms"),
});

const SideSchema = wireObject({ p50_ms: ms("Median"), p95_ms: ms("p95") });
const DeltaSchema = wireObject({ p50_ms: delta("Median"), p95_ms: delta("p95") });

const LiveFigureSchema = wireObject({
  figure: enumField(LIVE_FIGURES, { rule, about: "The latency" }),
  samples,
  streaming: nestedField(SideSchema, { rule, about: "With streaming" }).optional(),
  non_streaming: nestedField(SideSchema, { rule, about: "Without" }).optional(),
  delta: nestedField(DeltaSchema, { rule, about: "Of the deltas of the pairs" }).optional(),
  winner: enumField(["streaming", "non_streaming", "tie", "undecided"], {
    rule: "SGM-07",
    about: "Side with the smaller median delta; undecided where the comparison is not fair",
  }),
  pairs: listField(LivePairSchema, { rule, about: "Combinations measured on both sides" }),
});

/** Schema of a comparison of streaming with non-streaming. */
export const LiveLatencyComparisonSchema = wireObject({
  diagnostic_only: booleanField({ rule: "SGM-07", about: "Whether the comparison is not fair" }),
  reasons: findings("Why it is not fair"),
  comparison_identity: textField({ rule, about: "Identity that both reports have" }).optional(),
  figures: listField(LiveFigureSchema, { rule, about: "Each latency" }),
});

/** Something that is wrong with a live report. */
export type LiveFinding = z.infer<typeof LiveFindingSchema>;

/** How the live end-to-end gate came out. */
export type LiveEndToEndResult = z.infer<typeof LiveEndToEndResultSchema>;

/** How the fixed decisions came out. */
export type FixedDecisionsResult = z.infer<typeof FixedDecisionsResultSchema>;

/** One combination measured on both sides. */
export type LiveLatencyPair = z.infer<typeof LivePairSchema>;

/** Streaming compared with non-streaming in one latency. */
export type LiveLatencyFigure = z.infer<typeof LiveFigureSchema>;

/** Streaming compared with non-streaming. */
export type LiveLatencyComparison = z.infer<typeof LiveLatencyComparisonSchema>;
