/**
 * Gate evaluators: pure functions from evidence and policy to a verdict, and a mergeable accumulator for
 * runs of any size. Loads nothing; reads no clock, file or environment.
 *
 * @example
 * import { evaluateMvpSloGates } from "@rspp/contracts/v1/gates";
 *
 * const report = evaluateMvpSloGates(turns);
 * for (const { gate_id, status } of report.gates) console.log(gate_id, status);
 */

export type {
  DivergencePolicy,
  DivergenceVerdict,
  ExpectedDivergence,
  MissingDivergence,
} from "../gates/replay/evaluate-divergences.ts";
export { evaluateDivergences } from "../gates/replay/evaluate-divergences.ts";
export type { MvpSloAccumulatorOptions } from "../gates/slo/accumulator-options.ts";
export type { MvpSloAccumulatorState } from "../gates/slo/accumulator-state.ts";
export { evaluateMvpSloGates } from "../gates/slo/evaluate-mvp-slo-gates.ts";
export type { MvpSloAccumulator } from "../gates/slo/mvp-slo-accumulator.ts";
export { createMvpSloAccumulator } from "../gates/slo/mvp-slo-accumulator.ts";
export type { MvpSloGateOptions } from "../gates/slo/slo-options.ts";
export type {
  EndToEndAnchor,
  MvpSloGateId,
  MvpSloGateReport,
  MvpSloGateResult,
  MvpSloGateStatus,
  MvpSloGateValue,
  MvpSloViolation,
  MvpSloViolationCode,
} from "../gates/slo/slo-report.ts";
export { MVP_SLO_GATE_IDS } from "../gates/slo/slo-report.ts";
export type { MvpSloThresholds } from "../gates/slo/slo-thresholds.ts";
export { DEFAULT_MVP_SLO_THRESHOLDS } from "../gates/slo/slo-thresholds.ts";
