/** Violations of a run as a whole: broken limits, missing end-to-end evidence, no accepted turn. */
import { GATE_TABLE, type GateLimit, LIMIT_ORDER } from "./gate-table.ts";
import type { Run, RunFigures } from "./run-figures.ts";
import type { MvpSloGateId, MvpSloViolation } from "./slo-report.ts";

/** The violations of the run, in the order G1, G2, G3, G7, G5, G4, G6, no accepted turns. */
export function runViolations({ tally, settings, anchor }: Run, figures: RunFigures): MvpSloViolation[] {
  const violations: MvpSloViolation[] = [];
  for (const gate_id of LIMIT_ORDER) {
    if (gate_id === "G7" && anchor === undefined && tally.accepted > 0 && settings.requireEndToEnd) {
      violations.push(notEvaluated(tally.accepted));
    }
    for (const row of GATE_TABLE[gate_id].limits) {
      const observed = figures[row.figure];
      const limit = settings.thresholds[row.figure];
      if (observed === undefined) continue;
      const isBroken = row.bound === "max" ? observed > limit : observed < limit;
      if (isBroken) violations.push(brokenLimit(gate_id, { row, observed, limit, accepted: tally.accepted }));
    }
  }
  if (tally.accepted === 0) violations.push(noAcceptedTurns(tally.samples));
  return violations;
}

interface BrokenLimit {
  readonly row: GateLimit;
  readonly observed: number;
  readonly limit: number;
  readonly accepted: number;
}

function brokenLimit(
  gate_id: MvpSloGateId,
  { row, observed, limit, accepted }: BrokenLimit,
): MvpSloViolation {
  const received: Record<GateLimit["unit"], string> = {
    ms: `${observed} ms`,
    turns: `${observed} of ${accepted} accepted turns`,
    ratio: `${observed}, ${Math.round(observed * accepted)} of ${accepted} accepted turns`,
  };
  const expected = `${row.name} ${row.bound === "max" ? "<=" : ">="} ${limit}${row.unit === "ms" ? " ms" : ""}`;
  const message = `Cannot pass ${gate_id} ${GATE_TABLE[gate_id].title}: expected ${expected} but received ${received[row.unit]}`;
  return { gate_id, code: row.code, observed, limit, message };
}

function notEvaluated(accepted: number): MvpSloViolation {
  const expected =
    "an accepted turn with audio_ingress_at_ms and playback_started_at_ms, or with turn_terminal_at_ms,";
  const message = `Cannot evaluate G7 ${GATE_TABLE.G7.title}: expected ${expected} but received none among ${accepted}`;
  return { gate_id: "G7", code: "end_to_end_not_evaluated", message };
}

function noAcceptedTurns(samples: number): MvpSloViolation {
  const message = `Cannot pass the MVP SLO gates: expected at least 1 accepted turn but received 0 among ${samples}`;
  return { code: "no_accepted_turns", observed: 0, limit: 1, message };
}
