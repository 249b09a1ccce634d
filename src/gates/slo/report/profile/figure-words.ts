/** Words for what a profile adds to a gate: intervals, levels, thin evidence. */
import type { GateProfileReport, ProfileJudgement } from "../../profile/gate-profile-report.ts";
import type { MvpSloGateResult, MvpSloGateValue } from "../../slo-report.ts";
import type { FigureStrength } from "../../strength/strength-report.ts";
import { formatCount } from "../format-figure.ts";

/** What is known about one figure of a gate; undefined where it is no percentile or nothing is told of it. */
export function strengthOf(
  { strength }: Pick<ProfileJudgement, "strength">,
  gate: MvpSloGateResult,
  { name }: Pick<MvpSloGateValue, "name">,
): FigureStrength | undefined {
  return strength.find((one) => one.gate_id === gate.gate_id && one.name === name);
}

/** The interval in ms, such as `110 to 131`; a bound that does not exist is told as such. */
export function intervalWords({ lower_ms, upper_ms, n }: FigureStrength): string {
  if (n === 0 || (lower_ms === undefined && upper_ms === undefined)) return "-";
  if (upper_ms === undefined) return `at least ${formatCount(lower_ms ?? 0)}`;
  if (lower_ms === undefined) return `at most ${formatCount(upper_ms)}`;
  return `${formatCount(lower_ms)} to ${formatCount(upper_ms)}`;
}

/** How a gate came out in a run or segment by a profile. */
export type ShownStatus =
  | "pass"
  | "fail"
  | "inconclusive"
  | "not_observed"
  | "not_evaluated"
  | "warn"
  | "off";

/** The status of a gate by the mode and the level that hold for it. */
export function shownStatus(
  gate: MvpSloGateResult,
  judgement: ProfileJudgement,
  mode: GateProfileReport["mode"],
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
