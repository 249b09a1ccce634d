/**
 * The table of the seven gates: what each is about, where it comes from and which figures it bounds.
 *
 * Options, figures, limit violations and gate results are all read off this table.
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
  readonly source: string;
  readonly limits: readonly GateLimit[];
}

const atMost = (figure: GateLimit["figure"], name: "p50" | "p95", code: GateLimit["code"]): GateLimit => ({
  figure,
  name,
  unit: "ms",
  bound: "max",
  code,
});

const share = (figure: GateLimit["figure"], code: GateLimit["code"]): GateLimit => ({
  figure,
  name: "ratio",
  unit: "ratio",
  bound: "min",
  code,
});

/** The gates by id. */
export const GATE_TABLE: Readonly<Record<MvpSloGateId, GateRow>> = {
  G1: {
    title: "turn-open decision latency",
    source: "NF-024",
    limits: [atMost("turn_open_decision_p95_ms", "p95", "open_p95_exceeded")],
  },
  G2: {
    title: "first assistant output latency",
    source: "NF-025",
    limits: [atMost("first_output_p95_ms", "p95", "first_output_p95_exceeded")],
  },
  G3: {
    title: "cancellation fence latency",
    source: "NF-026",
    limits: [atMost("cancel_fence_p95_ms", "p95", "cancel_fence_p95_exceeded")],
  },
  G4: {
    title: "authority safety",
    source: "NF-027",
    limits: [
      {
        figure: "stale_epoch_accepted_outputs",
        name: "count",
        unit: "turns",
        bound: "max",
        code: "stale_outputs_exceeded",
      },
    ],
  },
  G5: {
    title: "replay baseline completeness",
    source: "NF-028",
    limits: [share("baseline_completeness_ratio", "completeness_below_required")],
  },
  G6: {
    title: "terminal lifecycle correctness",
    source: "NF-029",
    limits: [share("terminal_correctness_ratio", "terminal_correctness_below_required")],
  },
  G7: {
    title: "end-to-end latency",
    source: "NF-038",
    limits: [
      atMost("end_to_end_p50_ms", "p50", "end_to_end_p50_exceeded"),
      atMost("end_to_end_p95_ms", "p95", "end_to_end_p95_exceeded"),
    ],
  },
};

/** Order in which broken limits are listed; other implementations of the gates list them so, too. */
export const LIMIT_ORDER = ["G1", "G2", "G3", "G7", "G5", "G4", "G6"] as const satisfies MvpSloGateId[];
