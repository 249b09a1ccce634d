/** The judgement over one gate: its figures against its limits. */
import { GATE_TABLE } from "./gate-table.ts";
import { countedTurns, percentiles } from "./latency-histogram.ts";
import { LATENCY_SERIES } from "./latency-series.ts";
import { type Run, reportedSeries } from "./run-figures.ts";
import type { OffenderTally } from "./run-tally.ts";
import { limitMessage, notEvaluated } from "./run-violations.ts";
import type { MvpSloGateId, MvpSloGateResult, MvpSloGateValue, MvpSloViolation } from "./slo-report.ts";
import type { MvpSloThresholds } from "./slo-thresholds.ts";

/** What the gates find, as they are judged one after the other. */
export interface Findings {
  /** The figures that were observed, by their names in the report. */
  readonly figures: { -readonly [F in keyof MvpSloThresholds]?: number };
  /** The violations of the run as a whole. */
  readonly broken: MvpSloViolation[];
}

/**
 * Judges a run by one gate and adds to the findings. Without an accepted turn the ratios are 0: nothing was
 * shown to be right.
 */
export function judgeGate(gate_id: MvpSloGateId, run: Run, { figures, broken }: Findings): MvpSloGateResult {
  const { tally, settings, anchor } = run;
  const { accepted } = tally;
  const { limits, ...gate } = GATE_TABLE[gate_id];
  const offenders: Readonly<Partial<Record<MvpSloGateId, OffenderTally>>> = tally.offenders;
  const name = reportedSeries(anchor).find((candidate) => LATENCY_SERIES[candidate].gate_id === gate_id);
  const isUnevaluated = gate_id === "G7" && name === undefined && accepted > 0;
  const series = name && tally.series[name];
  const nothing = { covered: accepted, latencies: new Map<number, number>(), count: 0, worst: [] };
  const { covered, latencies, count, worst } = { ...nothing, ...series, ...offenders[gate_id] };
  const [p50, p95] = percentiles(latencies, [50, 95]);
  const ratio = accepted === 0 ? 0 : (accepted - count) / accepted;
  const observedBy: Readonly<Record<string, number | undefined>> = { p50, p95, count, ratio };
  const subject = `${gate_id} ${gate.title} (turns: ${covered})`;
  const before = broken.length;
  if (isUnevaluated && settings.requireEndToEnd) broken.push(notEvaluated(subject));
  const values = limits.map(({ figure, code, ...bounded }): MvpSloGateValue => {
    const observed = observedBy[bounded.name];
    const limit = settings.thresholds[figure];
    if (observed === undefined) return { ...bounded, limit };
    figures[figure] = observed;
    const value = { ...bounded, limit, observed };
    const isBroken = value.bound === "max" ? observed > limit : observed < limit;
    if (isBroken) broken.push({ gate_id, code, observed, limit, message: limitMessage(subject, value) });
    return value;
  });
  const unmeasured = series === undefined ? 0 : covered - countedTurns(latencies);
  const violations = unmeasured + broken.length - before;
  const status = violations > 0 ? "fail" : covered === 0 ? "not_observed" : "pass";
  return {
    gate_id,
    ...gate,
    status: isUnevaluated ? "not_evaluated" : status,
    values,
    covered_turns: covered,
    violations,
    worst: [...worst],
  };
}
