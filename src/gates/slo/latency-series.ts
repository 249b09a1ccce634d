/**
 * The latencies that the gates measure, each between two markers of a turn.
 *
 * Five series for four gates: G7 has one for each anchor, because which anchor holds is only known when
 * the whole run has been seen.
 */
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import type { EndToEndAnchor, MvpSloGateId, MvpSloViolationCode } from "./slo-report.ts";

/** Name of a latency series; those of G7 are named by their anchor. */
export type SeriesName = "open" | EndToEndAnchor | "first_output" | "cancel_fence";

/** Name of a marker of a turn. */
export type MarkerName = Extract<keyof TurnMetrics, `${string}_at_ms`>;

/** How a latency is measured. */
export interface LatencySeries {
  readonly gate_id: MvpSloGateId;
  readonly from: MarkerName;
  readonly to: MarkerName;
  /** Violation of a covered turn that lacks a marker. */
  readonly missing: MvpSloViolationCode;
  /** Violation of a covered turn whose markers are in the wrong order. */
  readonly negative: MvpSloViolationCode;
  /** Whether the gate covers the turn. */
  covers(turn: TurnMetrics): boolean;
}

const accepted = (turn: TurnMetrics) => turn.accepted;

const endToEnd = {
  gate_id: "G7",
  missing: "missing_end_to_end_markers",
  negative: "negative_end_to_end_latency",
  covers: accepted,
} as const;

/** The series, in the order in which the violations of one turn are listed. */
export const LATENCY_SERIES: Readonly<Record<SeriesName, LatencySeries>> = {
  open: {
    gate_id: "G1",
    from: "turn_open_proposed_at_ms",
    to: "turn_open_at_ms",
    missing: "missing_open_markers",
    negative: "negative_open_latency",
    covers: accepted,
  },
  playback: { ...endToEnd, from: "audio_ingress_at_ms", to: "playback_started_at_ms" },
  terminal: { ...endToEnd, from: "turn_open_at_ms", to: "turn_terminal_at_ms" },
  first_output: {
    gate_id: "G2",
    from: "turn_open_at_ms",
    to: "first_output_at_ms",
    missing: "missing_first_output_markers",
    negative: "negative_first_output_latency",
    covers: (turn) => turn.happy_path,
  },
  cancel_fence: {
    gate_id: "G3",
    from: "cancel_accepted_at_ms",
    to: "cancel_fence_applied_at_ms",
    missing: "missing_cancel_fence_marker",
    negative: "negative_cancel_fence_latency",
    covers: (turn) => turn.cancel_accepted_at_ms !== undefined,
  },
};

/** Names of all series, in the order of the table. */
export const SERIES_NAMES = Object.keys(LATENCY_SERIES) as readonly SeriesName[];
