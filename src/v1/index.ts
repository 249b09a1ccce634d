/**
 * Contracts of major version 1: types, constant tables, builders, the turn lifecycle, the plan hash and
 * the gate evaluators. Loads nothing; validators and Zod schemas have entries of their own.
 *
 * @example
 * import { buildSignal, nextTurnState } from "@rspp/contracts/v1";
 *
 * const open = buildSignal("turn_open", { turn_id: "turn-1" });
 * nextTurnState("Opening", "turn_open"); // "Active"
 */

export type { ConformanceGovernanceReport } from "../contracts/compat/conformance-governance-report.ts";
export type { ConformanceProfile } from "../contracts/compat/conformance-profile.ts";
export type { ConformanceResults } from "../contracts/compat/conformance-results.ts";
export type { DeprecationPolicy } from "../contracts/compat/deprecation-policy.ts";
export type { VersionSkewPolicy } from "../contracts/compat/version-skew-policy.ts";
export type { SubjectCapability } from "../contracts/conformance/capability.ts";
export type { ConformanceBaseline, KnownFailure } from "../contracts/conformance/conformance-baseline.ts";
export type {
  CheckFailure,
  CheckResult,
  ConformanceReport,
  SubjectReport,
  TimelineRow,
} from "../contracts/conformance/conformance-report.ts";
export type { ConformanceScenario, ScenarioStep } from "../contracts/conformance/conformance-scenario.ts";
export type { Expectation } from "../contracts/conformance/expectation.ts";
export type { Stimulus, StimulusKind } from "../contracts/conformance/stimulus.ts";
export type { StimulusOutcome, SubjectReply } from "../contracts/conformance/subject-reply.ts";
export type { SubjectRequest } from "../contracts/conformance/subject-request.ts";
export type { DecisionOutcome } from "../contracts/control-plane/decision-outcome.ts";
export type { SessionRoute } from "../contracts/control-plane/session-route.ts";
export type { SessionStatusView } from "../contracts/control-plane/session-status-view.ts";
export type { SessionTokenClaims } from "../contracts/control-plane/session-token-claims.ts";
export type { SignedSessionToken } from "../contracts/control-plane/signed-session-token.ts";
export type { Diagnostic, Severity } from "../contracts/core/diagnostic.ts";
export type { RuleLevel } from "../contracts/core/rule.ts";
export { CONTRACT_VERSION } from "../contracts/core/version.ts";
export type { ContractsReport } from "../contracts/deploy/contracts-report.ts";
export type { DeploymentHealth } from "../contracts/deploy/deployment-health.ts";
export type { EvidenceArtifact } from "../contracts/deploy/evidence-artifact.ts";
export type { GatePluginManifest } from "../contracts/deploy/gate-plugin-manifest.ts";
export type { GateProfile } from "../contracts/deploy/gate-profile.ts";
export type { GateRun } from "../contracts/deploy/gate-run.ts";
export type { ReleaseCandidate } from "../contracts/deploy/release-candidate.ts";
export type { ReleaseManifest } from "../contracts/deploy/release-manifest.ts";
export type { ReleaseReadiness } from "../contracts/deploy/release-readiness.ts";
export type { RolloutConfig } from "../contracts/deploy/rollout-config.ts";
export type { VerifyPlan } from "../contracts/deploy/verify-plan.ts";
export type { EventInit } from "../contracts/events/build-event.ts";
export { buildEvent } from "../contracts/events/build-event.ts";
export type { EventRecord } from "../contracts/events/event-record.ts";
export type { EventScope, Lane } from "../contracts/events/lane.ts";
export { EVENT_SCOPES, LANES } from "../contracts/events/lane.ts";
export type { MediaTime } from "../contracts/events/media-time.ts";
export type { SequenceRange } from "../contracts/events/sequence-range.ts";
export type { NodeManifest } from "../contracts/extension/node-manifest.ts";
export type { NodeReply } from "../contracts/extension/node-reply.ts";
export type { NodeRequest } from "../contracts/extension/node-request.ts";
export type { BaselineArtifact } from "../contracts/observability/baseline-artifact.ts";
export type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
export type { DivergenceClass } from "../contracts/observability/divergence-class.ts";
export { DIVERGENCE_CLASSES } from "../contracts/observability/divergence-class.ts";
export type { LiveProviderChainReport } from "../contracts/observability/live-provider-chain-report.ts";
export type { RegressionReport } from "../contracts/observability/regression-report.ts";
export type { ReplayCursor } from "../contracts/observability/replay-cursor.ts";
export type { ReplayDivergence } from "../contracts/observability/replay-divergence.ts";
export type { ReplayFixtureMetadata } from "../contracts/observability/replay-fixture-metadata.ts";
export type { ReplayRegressionReport } from "../contracts/observability/replay-regression-report.ts";
export type { ReplayRunReport } from "../contracts/observability/replay-run-report.ts";
export type { ReplayRunRequest } from "../contracts/observability/replay-run-request.ts";
export type { ReplayRunResult } from "../contracts/observability/replay-run-result.ts";
export type { ReplayTrace } from "../contracts/observability/replay-trace.ts";
export type { SloGatesMvpReport } from "../contracts/observability/slo-gates-mvp-report.ts";
export type { SloGatesReport } from "../contracts/observability/slo-gates-report.ts";
export type { TurnMetrics } from "../contracts/observability/turn-metrics.ts";
export type { InvocationOutcomeEvidence } from "../contracts/provider/invocation-outcome-evidence.ts";
export type { ProviderAttemptEvidence } from "../contracts/provider/provider-attempt-evidence.ts";
export { MODALITIES, OUTCOME_CLASSES, RETRY_DECISIONS } from "../contracts/provider/provider-outcome.ts";
export type { PayloadClass, RedactionAction } from "../contracts/security/payload-class.ts";
export { PAYLOAD_CLASSES, REDACTION_ACTIONS } from "../contracts/security/payload-class.ts";
export { RECORDING_LEVELS } from "../contracts/security/recording-level.ts";
export type { ReplayAccessDecision } from "../contracts/security/replay-access-decision.ts";
export type { ReplayAccessRequest } from "../contracts/security/replay-access-request.ts";
export type { ReplayAuditEvent } from "../contracts/security/replay-audit-event.ts";
export type { AbortReason } from "../contracts/signals/abort-reason.ts";
export { ABORT_REASONS } from "../contracts/signals/abort-reason.ts";
export type { SignalInit } from "../contracts/signals/build-signal.ts";
export { buildSignal } from "../contracts/signals/build-signal.ts";
export type { ControlSignal, ControlSignalOf } from "../contracts/signals/control-signal.ts";
export type { CancelScope, Emitter } from "../contracts/signals/emitter.ts";
export { CANCEL_SCOPES, EMITTERS } from "../contracts/signals/emitter.ts";
export type { Event } from "../contracts/signals/event.ts";
export type { SignalName, SignalRule } from "../contracts/signals/signal-table.ts";
export { CONTROL_SIGNALS, SIGNAL_RULES } from "../contracts/signals/signal-table.ts";
export type { ReplayMode } from "../contracts/spec/replay-mode.ts";
export { REPLAY_MODES } from "../contracts/spec/replay-mode.ts";
export type { AdapterCapabilities } from "../contracts/transport/adapter-capabilities.ts";
export type { SessionBootstrap } from "../contracts/transport/session-bootstrap.ts";
export type { TransportKind } from "../contracts/transport/transport-kind.ts";
export { TRANSPORT_KINDS } from "../contracts/transport/transport-kind.ts";
export type { DeepReadonly, FrozenTurnPlan } from "../contracts/turn/freeze-plan.ts";
export { freezePlan } from "../contracts/turn/freeze-plan.ts";
export type { UnhashedTurnPlan } from "../contracts/turn/plan-hash.ts";
export { computePlanHash } from "../contracts/turn/plan-hash.ts";
export type { ResolvedTurnPlan } from "../contracts/turn/resolved-turn-plan.ts";
export type { SessionMachine, TurnState, TurnStep, TurnTrigger } from "../contracts/turn/turn-lifecycle.ts";
export {
  createSessionMachine,
  nextTurnState,
  TURN_STATES,
  TURN_TRANSITIONS,
  TURN_TRIGGERS,
} from "../contracts/turn/turn-lifecycle.ts";
export type { TurnTransition } from "../contracts/turn/turn-transition.ts";

export { toTurnMetrics } from "../evidence/to-turn-metrics.ts";
export type { DivergencePolicy, DivergenceVerdict } from "../gates/replay/evaluate-divergences.ts";
export { evaluateDivergences } from "../gates/replay/evaluate-divergences.ts";
export { evaluateMvpSloGates } from "../gates/slo/evaluate-mvp-slo-gates.ts";
export type { MvpSloGateOptions } from "../gates/slo/slo-options.ts";
export type { MvpSloGateReport, MvpSloGateResult, MvpSloViolation } from "../gates/slo/slo-report.ts";
export type { MvpSloThresholds } from "../gates/slo/slo-thresholds.ts";
export { DEFAULT_MVP_SLO_THRESHOLDS } from "../gates/slo/slo-thresholds.ts";
