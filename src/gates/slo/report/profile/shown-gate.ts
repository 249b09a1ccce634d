/**
 * How a gate is shown: by the plain rule, or by the mode and the level that a profile gives it.
 *
 * The report keeps the status by the plain rule whatever the profile, so that two runs can always be compared.
 */
import type { GateProfileReport, ProfileJudgement } from "../../profile/gate-profile-report.ts";
import type { MvpSloGateResult } from "../../slo-report.ts";
import type { GateReportInput } from "../gate-report-input.ts";
import type { ShownStatus } from "../shown-status.ts";

/** A gate as it is shown. */
export interface ShownGate extends Omit<MvpSloGateResult, "status"> {
  readonly status: ShownStatus;
}

/** The gates of the run as they are shown. */
export function shownGates({ report, profile }: GateReportInput): readonly ShownGate[] {
  if (profile === undefined) return report.gates;
  return report.gates.map((gate) => ({ ...gate, status: shownStatus(gate, profile) }));
}

/** The status of a gate by the mode and the level that hold for it. */
export function shownStatus(
  gate: MvpSloGateResult,
  { mode, ...judgement }: ProfileJudgement & Pick<GateProfileReport, "mode">,
): ShownStatus {
  const level = judgement.levels[gate.gate_id] ?? "error";
  if (level === "off") return "off";
  const status = mode === "compat" ? gate.status : strictStatus(gate, judgement);
  const isBad = status === "fail" || status === "inconclusive" || status === "not_evaluated";
  return isBad && level === "warn" ? "warn" : status;
}

function strictStatus(gate: MvpSloGateResult, { strength, report }: ProfileJudgement): ShownStatus {
  const own = strength.filter(({ gate_id }) => gate_id === gate.gate_id);
  if (own.length === 0 || gate.status === "not_evaluated") return gate.status;
  const broken = gate.values.filter(
    ({ observed, limit, bound }) => observed !== undefined && bound === "max" && observed > limit,
  );
  // What is left when the limits are taken off are violations of single turns.
  const ofTurns = gate.violations - broken.length;
  const verdicts = own.map(({ verdict }) => verdict);
  if (ofTurns > 0 || verdicts.includes("fail")) return "fail";
  if (verdicts.includes("inconclusive")) return "inconclusive";
  return report.samples === 0 || gate.covered_turns === 0 ? "not_observed" : "pass";
}
