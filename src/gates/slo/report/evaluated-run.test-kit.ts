/** Inputs of renderers for tests: made-up turns with the report that the gates give on them. */
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";
import { evaluateMvpSloGates } from "../evaluate-mvp-slo-gates.ts";
import type { MvpSloGateOptions } from "../slo-options.ts";
import type { GateReportInput } from "./gate-report-input.ts";

/** The input for turns. */
export function evaluated(turns: readonly TurnMetrics[], options: MvpSloGateOptions = {}): GateReportInput {
  return { report: evaluateMvpSloGates(turns, options), turns };
}

/** One accepted turn in which all goes well. */
export function goodTurn(turn_id: string): TurnMetrics {
  return {
    turn_id,
    accepted: true,
    happy_path: true,
    turn_open_proposed_at_ms: 0,
    turn_open_at_ms: 80,
    turn_terminal_at_ms: 900,
    first_output_at_ms: 500,
    baseline_complete: true,
    accepted_stale_epoch_output: false,
    terminal_events: ["commit", "close"],
  };
}

/** The same turn with an id that no terminal, parser or browser likes, and with findings in several gates. */
export function troubledTurn(turn_id: string): TurnMetrics {
  return {
    ...goodTurn(turn_id),
    turn_open_at_ms: 500,
    cancel_accepted_at_ms: 600,
    baseline_complete: false,
    accepted_stale_epoch_output: true,
    terminal_events: [turn_id === "" ? "none" : turn_id],
  };
}
