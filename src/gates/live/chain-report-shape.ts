/** What live evaluations depend on in a report; other tools write more, which is not looked at. */
import type {
  ChainCombination,
  LiveProviderChainReport,
} from "../../contracts/observability/live-provider-chain-report.ts";
import {
  BOOLEAN,
  INTEGER,
  type InputShape,
  listOf,
  objectWith,
  oneOf,
  optional,
  TEXT,
} from "../../internal/input-shape.ts";
import { requireShape } from "../invalid-input.ts";

/** The combination of providers that something ran with. */
export type ProviderIds = Pick<ChainCombination, "stt_provider_id" | "llm_provider_id" | "tts_provider_id">;

const IDS = { stt_provider_id: TEXT, llm_provider_id: TEXT, tts_provider_id: TEXT };
const ANY_TEXT: InputShape<string> = (received) =>
  typeof received === "string" ? undefined : { path: "", expected: "a string", received };
const ATTEMPT = objectWith({ streaming_used: optional(BOOLEAN) });
const STEP = objectWith({
  step: TEXT,
  output: optional(objectWith({ attempts: optional(listOf(ATTEMPT)) })),
});

const COMBINATION = objectWith({
  ...IDS,
  combo_id: TEXT,
  status: TEXT,
  handoffs: optional(listOf(objectWith({ handoff_id: TEXT }))),
  steps: optional(listOf(STEP)),
  latency: optional(
    objectWith({
      first_assistant_audio_e2e_latency_ms: optional(INTEGER),
      turn_completion_e2e_latency_ms: optional(INTEGER),
    }),
  ),
});

const REPORT = objectWith({
  status: TEXT,
  execution_mode: oneOf(["streaming", "non_streaming"]),
  comparison_identity: TEXT,
  semantic_parity: optional(BOOLEAN),
  parity_comparison_valid: optional(BOOLEAN),
  parity_invalid_reason: optional(ANY_TEXT),
  enabled_providers: objectWith({ stt: listOf(TEXT), llm: listOf(TEXT), tts: listOf(TEXT) }),
  selected_combinations: listOf(objectWith(IDS)),
  combinations: listOf(COMBINATION),
});

/** Throws TypeError or RangeError that names the field of the report that is not well formed. */
export function requireChainReport(path: string, report: unknown): LiveProviderChainReport {
  return requireShape(path, report, REPORT) as LiveProviderChainReport;
}
