/** The judgement over one gate: its figures against its limits. */
import { GATE_TABLE } from "./gate-table.ts";
import { type Run, viewOf } from "./run-figures.ts";
import { brokenLimit, notEvaluated } from "./run-violations.ts";
import type { MvpSloGateId, MvpSloGateResult, MvpSloGateValue, MvpSloViolation } from "./slo-report.ts";
import type { MvpSloThresholds } from "./slo-thresholds.ts";

/** What the gates find, as they are judged one after the other. */
export interface Findings {
  /** The figures that were observed, by their names in the report. */
  readonly figures: { -readonly [F in keyof MvpSloThresholds]?: number };
  /** The violations of the run as a whole. */
  readonly broken: MvpSloViolation[];
}

/** Judges a run by one gate and adds to the findings. */
export function judgeGate(gate_id: MvpSloGateId, run: Run, { figures, broken }: Findings): MvpSloGateResult {
  const { tally, settings, anchor } = run;
  const { limits, ...gate } = GATE_TABLE[gate_id];
  const { covered_turns, unmeasured, worst, observed: observedBy } = viewOf(gate_id, run);
  const isUnevaluated = gate_id === "G7" && anchor === undefined && tally.accepted > 0;
  const before = broken.length;
  if (isUnevaluated && settings.requireEndToEnd) broken.push(notEvaluated(tally.accepted));
  const values = limits.map(({ figure, code, ...bounded }): MvpSloGateValue => {
    const observed = observedBy[bounded.name];
    const value = { ...bounded, limit: settings.thresholds[figure] };
    if (observed === undefined) return value;
    figures[figure] = observed;
    const isBroken = value.bound === "max" ? observed > value.limit : observed < value.limit;
    if (isBroken) broken.push(brokenLimit({ gate_id, code, ...value, observed, covered_turns }));
    return { ...value, observed };
  });
  const violations = unmeasured + broken.length - before;
  const status = violations > 0 ? "fail" : covered_turns === 0 ? "not_observed" : "pass";
  return {
    gate_id,
    ...gate,
    status: isUnevaluated ? "not_evaluated" : status,
    values,
    covered_turns,
    violations,
    worst: [...worst],
  };
}
