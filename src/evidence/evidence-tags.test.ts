/** The tags of a turn are those that its evidence carries. */
import { expect, it } from "vitest";

import { BASELINE_EXAMPLE } from "../contracts/observability/baseline-evidence.ts";
import { validate } from "../validators/validate.ts";
import { evidenceTags } from "./evidence-tags.ts";
import { toTurnMetrics } from "./to-turn-metrics.ts";

const call = (modality: unknown, provider_id: unknown) => ({ modality, provider_id });

it("names the version and the providers of each modality, in alphabetical order", () => {
  const invocation_outcomes = [call("llm", "b"), call("llm", "a"), call("llm", "b"), call("tts", "voice")];
  expect(evidenceTags({ ...BASELINE_EXAMPLE, invocation_outcomes })).toEqual({
    pipeline_version: "pipeline-v1",
    llm_provider: "a+b",
    tts_provider: "voice",
    tool_turn: "no",
  });
});

it("tells a turn that called something outside of the pipeline", () => {
  const tags = evidenceTags({ ...BASELINE_EXAMPLE, invocation_outcomes: [call("external", "weather")] });
  expect(tags["tool_turn"]).toBe("yes");
});

it("has no tag for what the evidence does not tell, nor for what cannot be read", () => {
  const invocation_outcomes = [call("stt", 7), call(undefined, "x"), call("llm", "")];
  expect(evidenceTags({ ...BASELINE_EXAMPLE, pipeline_version: "", invocation_outcomes })).toEqual({
    tool_turn: "no",
  });
});

it("makes tags that turn metrics may carry", () => {
  const turn = { ...toTurnMetrics(BASELINE_EXAMPLE), tags: evidenceTags(BASELINE_EXAMPLE) };
  expect(validate("turn_metrics", turn).ok).toBe(true);
});
