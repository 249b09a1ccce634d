/** The report over a tally: figures, violations and the result of each gate. */
import { type Findings, judgeGate } from "./gate-judgement.ts";
import { GATE_TABLE } from "./gate-table.ts";
import type { Run } from "./run-figures.ts";
import { noAcceptedTurns } from "./run-violations.ts";
import type { MvpSloGateId, MvpSloGateReport, MvpSloViolation } from "./slo-report.ts";
import type { MvpSloThresholds } from "./slo-thresholds.ts";

const LISTED_GATES = Object.keys(GATE_TABLE) as MvpSloGateId[];

/**
 * The report. `listed` are violations of single turns, which only the caller has; they come first. How many
 * there are is known from the tally.
 */
export function runReport(run: Run, listed: readonly MvpSloViolation[]): MvpSloGateReport {
  const { tally, anchor } = run;
  const findings: Findings = { figures: {}, broken: [] };
  const gates = LISTED_GATES.map((gate_id) => judgeGate(gate_id, run, findings));
  if (tally.accepted === 0) findings.broken.push(noAcceptedTurns());
  const violations = [...listed, ...findings.broken];
  const total = gates.reduce((sum, gate) => sum + gate.violations, tally.accepted === 0 ? 1 : 0);
  return {
    samples: tally.samples,
    accepted_turns: tally.accepted,
    happy_path_turns: tally.series.first_output.covered,
    cancel_observed_turns: tally.series.cancel_fence.covered,
    ...(findings.figures as MvpSloThresholds),
    passed: total === 0,
    ...(anchor !== undefined && { end_to_end_anchor: anchor }),
    violations,
    ...(total > violations.length && { omitted_violations: total - violations.length }),
    gates: gates.sort((left, right) => (left.gate_id < right.gate_id ? -1 : 1)),
  };
}
