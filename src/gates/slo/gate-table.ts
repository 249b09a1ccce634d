/**
 * The table of the seven gates: what each is about and which figures it bounds.
 *
 * Figures, limit violations and gate results are all read off this table. It is in the order in which broken
 * limits are listed; other implementations of the gates list them so, too.
 */
import type { MvpSloGateId, MvpSloGateValue, MvpSloViolationCode } from "./slo-report.ts";
import type { MvpSloThresholds } from "./slo-thresholds.ts";

/** One bounded figure of a gate. */
export interface GateLimit extends Pick<MvpSloGateValue, "name" | "unit" | "bound"> {
  /** Name of the figure in reports and of its limit in the thresholds. */
  readonly figure: keyof MvpSloThresholds;
  /** Violation when the limit is broken. */
  readonly code: MvpSloViolationCode;
}

/** One row of the table. */
export interface GateRow {
  readonly title: string;
  readonly limits: readonly GateLimit[];
}

const P50 = { name: "p50", unit: "ms", bound: "max" } as const;
const P95 = { ...P50, name: "p95" } as const;
const COUNT = { name: "count", unit: "turns", bound: "max" } as const;
const SHARE = { name: "ratio", unit: "ratio", bound: "min" } as const;

/** The gates by id. */
export const GATE_TABLE: Readonly<Record<MvpSloGateId, GateRow>> = {
  G1: {
    title: "turn-open decision latency",
    limits: [{ ...P95, figure: "turn_open_decision_p95_ms", code: "open_p95_exceeded" }],
  },
  G2: {
    title: "first assistant output latency",
    limits: [{ ...P95, figure: "first_output_p95_ms", code: "first_output_p95_exceeded" }],
  },
  G3: {
    title: "cancellation fence latency",
    limits: [{ ...P95, figure: "cancel_fence_p95_ms", code: "cancel_fence_p95_exceeded" }],
  },
  G7: {
    title: "end-to-end latency",
    limits: [
      { ...P50, figure: "end_to_end_p50_ms", code: "end_to_end_p50_exceeded" },
      { ...P95, figure: "end_to_end_p95_ms", code: "end_to_end_p95_exceeded" },
    ],
  },
  G5: {
    title: "replay baseline completeness",
    limits: [{ ...SHARE, figure: "baseline_completeness_ratio", code: "completeness_below_required" }],
  },
  G4: {
    title: "authority safety",
    limits: [{ ...COUNT, figure: "stale_epoch_accepted_outputs", code: "stale_outputs_exceeded" }],
  },
  G6: {
    title: "terminal lifecycle correctness",
    limits: [{ ...SHARE, figure: "terminal_correctness_ratio", code: "terminal_correctness_below_required" }],
  },
};
