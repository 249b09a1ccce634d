/** The judgement over one gate: its figures against its limits. */
import { defined } from "../../internal/defined.ts";
import { GATE_TABLE } from "./gate-table.ts";
import { type Run, viewOf } from "./run-figures.ts";
import { brokenLimit, notEvaluated } from "./run-violations.ts";
import type { MvpSloGateId, MvpSloGateResult, MvpSloGateValue, MvpSloViolation } from "./slo-report.ts";
import type { MvpSloThresholds } from "./slo-thresholds.ts";

/** How a gate came out. */
export interface GateJudgement {
  readonly result: MvpSloGateResult;
  /** The figures that were observed, by their names in the report. */
  readonly figures: Partial<MvpSloThresholds>;
  /** The violations of the run as a whole. */
  readonly broken: readonly MvpSloViolation[];
}

/** Judges a run by one gate. */
export function judgeGate(gate_id: MvpSloGateId, run: Run): GateJudgement {
  const { tally, settings, anchor } = run;
  const { title, source, limits } = GATE_TABLE[gate_id];
  const { covered_turns, unmeasured, worst, observed: observedBy } = viewOf(gate_id, run);
  const isUnevaluated = gate_id === "G7" && anchor === undefined && tally.accepted > 0;
  const values: MvpSloGateValue[] = [];
  const figures: { -readonly [F in keyof MvpSloThresholds]?: number } = {};
  const broken = isUnevaluated && settings.requireEndToEnd ? [notEvaluated(tally.accepted)] : [];
  for (const { figure, code, ...bounded } of limits) {
    const limit = settings.thresholds[figure];
    const observed = observedBy[bounded.name];
    const value = { ...bounded, limit, ...defined({ observed }) };
    values.push(value);
    if (observed === undefined) continue;
    figures[figure] = observed;
    const isBroken = bounded.bound === "max" ? observed > limit : observed < limit;
    if (isBroken)
      broken.push(brokenLimit({ gate_id, code, observed, limit, ...bounded, accepted: tally.accepted }));
  }
  const violations = unmeasured + broken.length;
  return {
    result: {
      gate_id,
      title,
      source,
      status: isUnevaluated ? "not_evaluated" : statusOf(violations, covered_turns),
      values,
      covered_turns,
      violations,
      worst: [...worst],
    },
    figures,
    broken,
  };
}

function statusOf(violations: number, covered: number): MvpSloGateResult["status"] {
  if (violations > 0) return "fail";
  return covered === 0 ? "not_observed" : "pass";
}
