/** Violations of a run as a whole: broken limits, missing end-to-end evidence, no accepted turn. */
import { GATE_TABLE, type GateLimit, LIMIT_ORDER } from "./gate-table.ts";
import type { RunFigures } from "./run-figures.ts";
import type { RunTally } from "./run-tally.ts";
import type { MvpSloSettings } from "./slo-options.ts";
import type { EndToEndAnchor, MvpSloGateId, MvpSloViolation } from "./slo-report.ts";

/** The violations of the run, in the order G1, G2, G3, G7, G5, G4, G6, no accepted turns. */
export function runViolations(
  tally: RunTally,
  figures: RunFigures,
  anchor: EndToEndAnchor | undefined,
  settings: MvpSloSettings,
): MvpSloViolation[] {
  const violations: MvpSloViolation[] = [];
  for (const gate_id of LIMIT_ORDER) {
    if (gate_id === "G7" && anchor === undefined && tally.accepted > 0 && settings.requireEndToEnd) {
      violations.push(notEvaluated(tally.accepted));
    }
    for (const limit of GATE_TABLE[gate_id].limits) {
      const observed = figures[limit.figure];
      const bound = settings.thresholds[limit.figure];
      if (observed === undefined || !isBroken(limit, observed, bound)) continue;
      violations.push(brokenLimit(gate_id, limit, observed, bound));
    }
  }
  if (tally.accepted === 0) violations.push(noAcceptedTurns(tally.samples));
  return violations;
}

function isBroken({ bound }: GateLimit, observed: number, limit: number): boolean {
  return bound === "max" ? observed > limit : observed < limit;
}

const COUNTED: Readonly<Partial<Record<GateLimit["figure"], string>>> = {
  stale_epoch_accepted_outputs: "accepted turns with an accepted stale-epoch output",
  baseline_completeness_ratio: "of accepted turns with complete evidence",
  terminal_correctness_ratio: "of accepted turns with commit or abort, then close",
};

function brokenLimit(
  gate_id: MvpSloGateId,
  row: GateLimit,
  observed: number,
  limit: number,
): MvpSloViolation {
  const sign = row.bound === "max" ? "<=" : ">=";
  const unit = COUNTED[row.figure] ?? row.unit;
  const expected = `${row.name} ${sign} ${limit} ${unit}`;
  const received = row.unit === "ms" ? `${observed} ms` : `${observed}`;
  const message = `Cannot pass ${gate_id} ${GATE_TABLE[gate_id].title}: expected ${expected} but received ${received}`;
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
