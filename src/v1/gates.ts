/**
 * Gate evaluators: pure functions from evidence and policy to a verdict. The SLO gates with profiles, segments and exact
 * intervals, the comparison with a baseline, replay regression, release readiness, governance, live chains; a mergeable
 * accumulator and a scanner for runs of any size. Loads nothing; reads no clock, file or environment.
 *
 * @example
 * import { evaluateMvpSloGates } from "@rspp/contracts/v1/gates";
 *
 * const report = evaluateMvpSloGates(turns);
 * for (const { gate_id, status } of report.gates) console.log(gate_id, status);
 */

export type { ConformanceGovernanceInput } from "../gates/compatibility/evaluate-conformance-governance.ts";
export { evaluateConformanceGovernance } from "../gates/compatibility/evaluate-conformance-governance.ts";
export {
  evaluateConformanceProfile,
  MVP_CONFORMANCE_CATEGORIES,
} from "../gates/compatibility/evaluate-conformance-profile.ts";
export { evaluateDeprecation } from "../gates/compatibility/evaluate-deprecation.ts";
export { evaluateVersionSkew } from "../gates/compatibility/evaluate-version-skew.ts";
export { supportedVersionCells } from "../gates/compatibility/supported-version-cells.ts";
export type { HealthCycle } from "../gates/health/evaluate-deployment-health.ts";
export { evaluateDeploymentHealth, FAILING_STREAK } from "../gates/health/evaluate-deployment-health.ts";
export type { SloGatesMvpParts } from "../gates/live/build-slo-gates-mvp-report.ts";
export { buildSloGatesMvpReport } from "../gates/live/build-slo-gates-mvp-report.ts";
export { compareLiveLatency } from "../gates/live/compare-live-latency.ts";
export type { FixedDecisionsInput } from "../gates/live/evaluate-fixed-decisions.ts";
export { evaluateFixedDecisions } from "../gates/live/evaluate-fixed-decisions.ts";
export type { LiveEndToEndOptions, LiveWaiver } from "../gates/live/evaluate-live-end-to-end.ts";
export { evaluateLiveEndToEnd } from "../gates/live/evaluate-live-end-to-end.ts";
export type { ProviderCatalogue } from "../gates/live/provider-catalogue.ts";
export { MVP_PROVIDER_CATALOGUE } from "../gates/live/provider-catalogue.ts";
export type { Gate, GateInput, GateLimits, GateOutcome, GateStage } from "../gates/orchestration/gate.ts";
export { DEFAULT_GATE_LIMITS, STAGES_OF_PROFILE } from "../gates/orchestration/gate.ts";
export type { GateOrchestrator, GateOrchestratorOptions } from "../gates/orchestration/gate-orchestrator.ts";
export { createGateOrchestrator } from "../gates/orchestration/gate-orchestrator.ts";
export type {
  GatePlugin,
  GatePluginPolicy,
  GateRegistrar,
  PluginAdmission,
  PluginRefusalCode,
} from "../gates/orchestration/gate-plugin.ts";
export type { GateRegistry, RegisteredGate } from "../gates/orchestration/gate-registry.ts";
export { createGateRegistry } from "../gates/orchestration/gate-registry.ts";
export { compareEvidence } from "../gates/regression/compare-evidence.ts";
export type {
  EvidenceComparison,
  FigureComparison,
  RegressionVerdict,
  SlowTurn,
  SlowTurns,
} from "../gates/regression/comparison-report.ts";
export type { RunEvidence, SegmentedState } from "../gates/regression/evidence-parts.ts";
export type {
  CompareEvidenceOptions,
  PracticalMargin,
  RegressionFigure,
} from "../gates/regression/regression-options.ts";
export type {
  ManifestRefusalCode,
  ReleaseManifestParts,
  ReleaseManifestResult,
} from "../gates/release/build-release-manifest.ts";
export { buildReleaseManifest, sourcesOfReadiness } from "../gates/release/build-release-manifest.ts";
export type {
  ReadinessArtifact,
  ReadinessReason,
  ReleaseReadinessInput,
} from "../gates/release/evaluate-release-readiness.ts";
export { evaluateReleaseReadiness } from "../gates/release/evaluate-release-readiness.ts";
export { floatingReason, floatingVersionReason } from "../gates/release/floating-ref.ts";
export type { ReadinessPolicy } from "../gates/release/readiness-policy.ts";
export { DEFAULT_MAX_AGE_MS } from "../gates/release/readiness-policy.ts";
export type { TraceLineage } from "../gates/replay/compare-lineage.ts";
export { compareLineage } from "../gates/replay/compare-lineage.ts";
export type { TraceComparison, TraceEntries } from "../gates/replay/compare-traces.ts";
export { compareTraces } from "../gates/replay/compare-traces.ts";
export type {
  DivergencePolicy,
  DivergenceVerdict,
  ExpectedDivergence,
  MissingDivergence,
} from "../gates/replay/evaluate-divergences.ts";
export { evaluateDivergences } from "../gates/replay/evaluate-divergences.ts";
export type {
  ReplayFixtureTraces,
  ReplayRegressionInput,
} from "../gates/replay/evaluate-replay-regression.ts";
export { evaluateReplayRegression } from "../gates/replay/evaluate-replay-regression.ts";
export type { ReplayRunInput } from "../gates/replay/evaluate-replay-run.ts";
export { evaluateReplayRun } from "../gates/replay/evaluate-replay-run.ts";
export type { InvocationEvidence } from "../gates/replay/invocation-latency.ts";
export { invocationLatencyDivergences } from "../gates/replay/invocation-latency.ts";
export type { FixtureSettings, FixturesById } from "../gates/replay/read-fixture-metadata.ts";
export { fixtureSettings, readFixtureMetadata } from "../gates/replay/read-fixture-metadata.ts";
export { invocationsOfTrace, traceOfBaseline } from "../gates/replay/trace-of-baseline.ts";
export type { MvpSloAccumulatorOptions } from "../gates/slo/accumulator-options.ts";
export type { MvpSloAccumulatorState } from "../gates/slo/accumulator-state.ts";
export type { MvpSloCombine, MvpSloPart } from "../gates/slo/combine/mvp-slo-combine.ts";
export { mvpSloCombine } from "../gates/slo/combine/mvp-slo-combine.ts";
export { evaluateMvpSloGates } from "../gates/slo/evaluate-mvp-slo-gates.ts";
export type { MvpSloAccumulator } from "../gates/slo/mvp-slo-accumulator.ts";
export { createMvpSloAccumulator } from "../gates/slo/mvp-slo-accumulator.ts";
export { BUILT_IN_GATE_PROFILES } from "../gates/slo/profile/built-in-profiles.ts";
export type {
  GateProfileAccumulator,
  GateProfileState,
} from "../gates/slo/profile/gate-profile-accumulator.ts";
export { createGateProfileAccumulator } from "../gates/slo/profile/gate-profile-accumulator.ts";
export type {
  GateProfileFinding,
  GateProfileReport,
  ProfileJudgement,
  SegmentJudgement,
} from "../gates/slo/profile/gate-profile-report.ts";
export type {
  GateLevels,
  GateProfileLookup,
  GateProfileSettings,
  RegressionBudget,
  SegmentOverride,
} from "../gates/slo/profile/gate-profile-settings.ts";
export { resolveGateProfile } from "../gates/slo/profile/gate-profile-settings.ts";
export type { Segment } from "../gates/slo/profile/segment-key.ts";
export type {
  JudgedComparison,
  MalformedLines as MalformedReportLines,
  ReportSource,
} from "../gates/slo/report/gate-report-input.ts";
export type { SloGatesReportParts } from "../gates/slo/report/slo-gates-report.ts";
export { buildSloGatesReport } from "../gates/slo/report/slo-gates-report.ts";
export { mergeTurnScans } from "../gates/slo/scan/merge-turn-scans.ts";
export { encodeTurnLine } from "../gates/slo/scan/turn-line.ts";
export type { MalformedLine, MalformedLines, TurnScanState } from "../gates/slo/scan/turn-scan-state.ts";
export type { TurnScanner, TurnScannerOptions } from "../gates/slo/scan/turn-scanner.ts";
export { createTurnScanner } from "../gates/slo/scan/turn-scanner.ts";
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
export { mvpSloSql } from "../gates/slo/sql/mvp-slo-sql.ts";
export type { MvpSloSqlOptions } from "../gates/slo/sql/sql-options.ts";
export type { MvpSloSqlSource } from "../gates/slo/sql/turn-columns.ts";
export { mvpSloSqlSource } from "../gates/slo/sql/turn-columns.ts";
export type { MvpSloStrengthOptions } from "../gates/slo/strength/evaluate-mvp-slo-strength.ts";
export { evaluateMvpSloStrength } from "../gates/slo/strength/evaluate-mvp-slo-strength.ts";
export type { FigureStrength, MvpSloStrengthReport } from "../gates/slo/strength/strength-report.ts";
export type { SchemaDiff, SchemaDiffOptions } from "../json-schema/diff/diff-schemas.ts";
export { diffSchemas } from "../json-schema/diff/diff-schemas.ts";
export type { DifferenceClass, SchemaDifference } from "../json-schema/diff/schema-difference.ts";
