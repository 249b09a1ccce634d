/** Violations of a run as a whole: broken limits, missing end-to-end evidence, no accepted turn. */
import { GATE_TABLE } from "./gate-table.ts";
import type { MvpSloGateId, MvpSloGateValue, MvpSloViolation } from "./slo-report.ts";

/** A value of a gate that breaks its limit. */
export interface BrokenLimit extends Required<MvpSloGateValue> {
  readonly gate_id: MvpSloGateId;
  readonly code: MvpSloViolation["code"];
  readonly covered_turns: number;
}

/** The violation of a limit. */
export function brokenLimit(broken: BrokenLimit): MvpSloViolation {
  const { gate_id, code, name, bound, observed, limit, covered_turns } = broken;
  const unit = broken.unit === "ms" ? " ms" : "";
  const expected = `${name} ${bound === "max" ? "<=" : ">="} ${limit}${unit}`;
  const received = `${observed}${unit} over ${covered_turns} turns`;
  const message = `Cannot pass ${gate_id} ${GATE_TABLE[gate_id].title}: expected ${expected} but received ${received}`;
  return { gate_id, code, observed, limit, message };
}

/** The violation of a run without end-to-end evidence. */
export function notEvaluated(accepted: number): MvpSloViolation {
  const expected = "playback_started_at_ms or turn_terminal_at_ms";
  const message = `Cannot evaluate G7 ${GATE_TABLE.G7.title}: expected ${expected} but received neither in ${accepted} accepted turns`;
  return { gate_id: "G7", code: "end_to_end_not_evaluated", message };
}

/** The violation of a run without accepted turns. */
export function noAcceptedTurns(samples: number): MvpSloViolation {
  const message = `Cannot pass the MVP SLO gates: expected at least 1 accepted turn but received 0 among ${samples}`;
  return { code: "no_accepted_turns", observed: 0, limit: 1, message };
}
