/** Streaming handoff: when partial results of one stage go on to the next. */
import type { z } from "zod";

import { wireObject } from "../core/define-contract.ts";
import { booleanField, integerField, nestedField } from "../core/fields.ts";
import type { Check } from "../core/rule.ts";

const rule = "PLN-13";
const BOUNDS = [
  "min_partial_chars",
  "max_partial_age_ms",
  "max_pending_revisions",
  "max_pending_segments",
] as const;
const bound = (about: string, unit: string) => integerField({ rule, about, unit }, 1).optional();
const flag = (about: string) => booleanField({ rule, about }).optional();

const edgeBoundChecks: readonly Check[] = BOUNDS.map((name) => ({
  rule,
  when: { at: "enabled", in: [true] },
  must: { has: name },
  at: name,
  expected: `${name} when the edge is enabled`,
}));

const HandoffEdgeSchema = wireObject(
  {
    enabled: flag("Whether partial results go on early on this edge"),
    min_partial_chars: bound("Fewest characters of a partial result that goes on", "characters"),
    trigger_on_punctuation: flag("Whether punctuation sends a partial result on"),
    max_partial_age_ms: bound("Age at which a partial result goes on", "ms"),
    max_pending_revisions: bound("Most revisions that wait", "revisions"),
    max_pending_segments: bound("Most segments that wait", "segments"),
    coalesce_latest_only: flag("Whether only the newest revision is kept"),
    emit_flow_control_signals: flag("Whether pressure on the edge is announced on ControlLane"),
    degrade_on_threshold_breach: flag("Whether a breach of the bounds degrades the turn"),
  },
  { checks: edgeBoundChecks },
);

const edgeEnabled = (edge: string) => ({ at: `${edge}.enabled`, in: [true] }) as const;
const enabled = { at: "enabled", in: [true] } as const;

/** Streaming handoff of both edges; `{}` means the same as absent. */
export const StreamingHandoffSchema = wireObject(
  {
    enabled: flag("Whether partial results go on early"),
    stt_to_llm: nestedField(HandoffEdgeSchema, {
      rule,
      about: "Handoff from speech to text to the language model",
    }).optional(),
    llm_to_tts: nestedField(HandoffEdgeSchema, {
      rule,
      about: "Handoff from the language model to text to speech",
    }).optional(),
  },
  {
    checks: [
      {
        rule,
        when: enabled,
        must: { has: "stt_to_llm" },
        at: "stt_to_llm",
        expected: "an stt_to_llm edge when handoff is enabled",
      },
      {
        rule,
        when: enabled,
        must: { has: "llm_to_tts" },
        at: "llm_to_tts",
        expected: "an llm_to_tts edge when handoff is enabled",
      },
      {
        rule,
        when: enabled,
        must: { any: [edgeEnabled("stt_to_llm"), edgeEnabled("llm_to_tts")] },
        at: "enabled",
        expected: "at least one enabled edge when handoff is enabled",
      },
    ],
  },
);

/** When partial results of one stage go on to the next. */
export type StreamingHandoff = z.infer<typeof StreamingHandoffSchema>;
