/** Violations of a run as a whole: broken limits, missing end-to-end evidence, no accepted turn. */
import type { MvpSloGateValue, MvpSloViolation } from "./slo-report.ts";

/** Says how a value breaks the limit of a gate. */
export function limitMessage(subject: string, broken: Required<MvpSloGateValue>): string {
  const { name, bound, observed, limit } = broken;
  const unit = broken.unit === "ms" ? " ms" : "";
  const expected = `${name} ${bound === "max" ? "<=" : ">="} ${limit}${unit}`;
  return `Cannot pass ${subject}: expected ${expected} but received ${observed}${unit}`;
}

/** The violation of a run without end-to-end evidence. */
export function notEvaluated(subject: string): MvpSloViolation {
  const message = `Cannot evaluate ${subject}: expected playback_started_at_ms or turn_terminal_at_ms but received neither`;
  return { gate_id: "G7", code: "end_to_end_not_evaluated", message };
}

/** The violation of a run without accepted turns. */
export function noAcceptedTurns(): MvpSloViolation {
  const message = "Cannot pass the MVP SLO gates: expected at least 1 accepted turn but received 0";
  return { code: "no_accepted_turns", observed: 0, limit: 1, message };
}
