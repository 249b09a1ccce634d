/** The report over a tally: figures, violations and the result of each gate. */
import { GATE_TABLE } from "./gate-table.ts";
import { LATENCY_SERIES } from "./latency-series.ts";
import { type Run, type RunFigures, reportedSeries, runFigures } from "./run-figures.ts";
import { coveredTurns, type Offence } from "./run-tally.ts";
import { runViolations } from "./run-violations.ts";
import {
  MVP_SLO_GATE_IDS,
  type MvpSloGateId,
  type MvpSloGateReport,
  type MvpSloGateResult,
  type MvpSloViolation,
} from "./slo-report.ts";

const OFFENCE_OF: Readonly<Partial<Record<MvpSloGateId, Offence>>> = {
  G4: "stale_output",
  G5: "incomplete",
  G6: "misended",
};

/**
 * The report. `arrange` gets the violations of the run as a whole and puts those of single turns, which
 * only the caller has, among them; how many those are is known from the tally.
 */
export function runReport(
  run: Run,
  arrange: (broken: readonly MvpSloViolation[]) => readonly MvpSloViolation[],
): MvpSloGateReport {
  const { tally, anchor } = run;
  const figures = runFigures(run);
  const broken = runViolations(run, figures);
  const violations = arrange(broken);
  const gates = MVP_SLO_GATE_IDS.map((gate_id) => {
    const ofRun = broken.filter((violation) => violation.gate_id === gate_id).length;
    return gateResult(gate_id, { run, figures, ofRun });
  });
  const ungated = broken.filter((violation) => violation.gate_id === undefined).length;
  const total = gates.reduce((sum, gate) => sum + gate.violations, ungated);
  return {
    samples: tally.samples,
    accepted_turns: tally.accepted,
    happy_path_turns: coveredTurns(tally.series.first_output),
    cancel_observed_turns: coveredTurns(tally.series.cancel_fence),
    ...present(figures),
    passed: total === 0,
    ...(anchor !== undefined && { end_to_end_anchor: anchor }),
    violations,
    ...(total > violations.length && { omitted_violations: total - violations.length }),
    gates,
  };
}

/** The figures without those that were not observed: JSON has no undefined. */
function present(figures: ReturnType<typeof runFigures>): typeof figures {
  const entries = Object.entries(figures).filter(([, observed]) => observed !== undefined);
  return Object.fromEntries(entries) as typeof figures;
}

interface GateFindings {
  readonly run: Run;
  readonly figures: RunFigures;
  /** Violations of the gate that are of the run as a whole. */
  readonly ofRun: number;
}

function gateResult(gate_id: MvpSloGateId, { run, figures, ofRun }: GateFindings): MvpSloGateResult {
  const { tally, settings, anchor } = run;
  const { title, source, limits } = GATE_TABLE[gate_id];
  const name = reportedSeries(anchor).find((candidate) => LATENCY_SERIES[candidate].gate_id === gate_id);
  const offence = OFFENCE_OF[gate_id];
  const series = name === undefined ? undefined : tally.series[name];
  const worst = series?.worst ?? (offence === undefined ? [] : tally.offenders[offence].worst);
  const violations = ofRun + (series === undefined ? 0 : series.missing + series.negative);
  const covered_turns = series === undefined ? tally.accepted : coveredTurns(series);
  const isUnmeasured = gate_id === "G7" && anchor === undefined && tally.accepted > 0;
  return {
    gate_id,
    title,
    source,
    status: isUnmeasured ? "not_evaluated" : statusOf(violations, covered_turns),
    values: limits.map(({ figure, name: label, unit, bound }) => {
      const observed = figures[figure];
      const limit = settings.thresholds[figure];
      return { name: label, unit, ...(observed !== undefined && { observed }), bound, limit };
    }),
    covered_turns,
    violations,
    worst: [...worst],
  };
}

function statusOf(violations: number, covered: number): MvpSloGateResult["status"] {
  if (violations > 0) return "fail";
  return covered === 0 ? "not_observed" : "pass";
}
