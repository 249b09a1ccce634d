/** Words for how much is known about a percentile. */
import type { ProfileJudgement } from "../../profile/gate-profile-report.ts";
import type { MvpSloGateResult, MvpSloGateValue } from "../../slo-report.ts";
import type { FigureStrength } from "../../strength/strength-report.ts";
import { formatCount } from "../format-figure.ts";

/** What is known about one figure of a gate; undefined where it is no percentile or nothing is told of it. */
export function strengthOf(
  { strength }: Pick<ProfileJudgement, "strength">,
  { gate_id, name }: Pick<MvpSloGateResult, "gate_id"> & Pick<MvpSloGateValue, "name">,
): FigureStrength | undefined {
  return strength.find((one) => one.gate_id === gate_id && one.name === name);
}

/** The interval in ms, such as `110 to 131`; a bound that does not exist is told as such. */
export function intervalWords({ lower_ms, upper_ms, n }: FigureStrength): string {
  if (n === 0 || (lower_ms === undefined && upper_ms === undefined)) return "-";
  if (upper_ms === undefined) return `at least ${formatCount(lower_ms ?? 0)}`;
  if (lower_ms === undefined) return `at most ${formatCount(upper_ms)}`;
  return `${formatCount(lower_ms)} to ${formatCount(upper_ms)}`;
}
