import { describe, expect, it } from "vitest";

import { BASELINE_EXAMPLE } from "../contracts/observability/baseline-evidence.ts";
import { TurnMetricsSchema } from "../contracts/observability/turn-metrics.ts";
import { toTurnMetrics } from "./to-turn-metrics.ts";

describe("toTurnMetrics", () => {
  it("takes the markers over and derives the rest", () => {
    const evidence = { ...BASELINE_EXAMPLE, audio_ingress_at_ms: 3, playback_started_at_ms: 450 };
    expect(toTurnMetrics(evidence)).toEqual({
      turn_id: "turn-1",
      accepted: true,
      happy_path: true,
      turn_open_proposed_at_ms: 0,
      turn_open_at_ms: 80,
      turn_terminal_at_ms: 580,
      first_output_at_ms: 420,
      audio_ingress_at_ms: 3,
      playback_started_at_ms: 450,
      baseline_complete: true,
      accepted_stale_epoch_output: false,
      terminal_events: ["commit", "close"],
    });
  });

  it("does not call a turn accepted or happy that did not open", () => {
    const evidence = { ...BASELINE_EXAMPLE, turn_open_at_ms: undefined };
    expect(toTurnMetrics(evidence)).toMatchObject({ accepted: false, happy_path: false });
    expect(toTurnMetrics(evidence)).not.toHaveProperty("turn_open_at_ms");
    const silent = toTurnMetrics({ ...BASELINE_EXAMPLE, first_output_at_ms: undefined });
    expect(silent).toMatchObject({ accepted: true, happy_path: false });
  });

  it("lists close only when it was emitted and no terminal where there was none", () => {
    const events = (terminal_outcome: string, close_emitted: boolean) =>
      toTurnMetrics({ ...BASELINE_EXAMPLE, terminal_outcome, close_emitted }).terminal_events;
    expect(events("abort", true)).toEqual(["abort", "close"]);
    expect(events("commit", false)).toEqual(["commit"]);
    expect(events("", true)).toEqual(["close"]);
    expect(events("", false)).toEqual([]);
  });

  it("gives well-formed metrics for evidence without ids", () => {
    const evidence = { ...BASELINE_EXAMPLE, turn_id: "", terminal_outcome: "" };
    const metrics = toTurnMetrics(evidence);
    expect(metrics).toMatchObject({ turn_id: "(no turn_id)", baseline_complete: false });
    expect(TurnMetricsSchema.safeParse(metrics).success).toBe(true);
  });
});
