// Generated from the contracts by `npm run generate`. Do not edit.
import type { AdapterCapabilities } from "../../contracts/transport/adapter-capabilities.ts";
import type { BaselineArtifact } from "../../contracts/observability/baseline-artifact.ts";
import type { BaselineEvidence } from "../../contracts/observability/baseline-evidence.ts";
import type { ConformanceBaseline } from "../../contracts/conformance/conformance-baseline.ts";
import type { ConformanceGovernanceReport } from "../../contracts/compat/conformance-governance-report.ts";
import type { ConformanceProfile } from "../../contracts/compat/conformance-profile.ts";
import type { ConformanceReport } from "../../contracts/conformance/conformance-report.ts";
import type { ConformanceResults } from "../../contracts/compat/conformance-results.ts";
import type { ConformanceScenario } from "../../contracts/conformance/conformance-scenario.ts";
import type { ContractsReport } from "../../contracts/deploy/contracts-report.ts";
import type { ControlSignal } from "../../contracts/signals/control-signal.ts";
import type { DecisionOutcome } from "../../contracts/control-plane/decision-outcome.ts";
import type { DeploymentHealth } from "../../contracts/deploy/deployment-health.ts";
import type { DeprecationPolicy } from "../../contracts/compat/deprecation-policy.ts";
import type { Event } from "../../contracts/signals/event.ts";
import type { EventRecord } from "../../contracts/events/event-record.ts";
import type { EvidenceArtifact } from "../../contracts/deploy/evidence-artifact.ts";
import type { GatePluginManifest } from "../../contracts/deploy/gate-plugin-manifest.ts";
import type { GateProfile } from "../../contracts/deploy/gate-profile.ts";
import type { GateRun } from "../../contracts/deploy/gate-run.ts";
import type { InvocationOutcomeEvidence } from "../../contracts/provider/invocation-outcome-evidence.ts";
import type { LiveProviderChainReport } from "../../contracts/observability/live-provider-chain-report.ts";
import type { NodeManifest } from "../../contracts/extension/node-manifest.ts";
import type { NodeReply } from "../../contracts/extension/node-reply.ts";
import type { NodeRequest } from "../../contracts/extension/node-request.ts";
import type { ProviderAttemptEvidence } from "../../contracts/provider/provider-attempt-evidence.ts";
import type { RegressionReport } from "../../contracts/observability/regression-report.ts";
import type { ReleaseCandidate } from "../../contracts/deploy/release-candidate.ts";
import type { ReleaseManifest } from "../../contracts/deploy/release-manifest.ts";
import type { ReleaseReadiness } from "../../contracts/deploy/release-readiness.ts";
import type { ReplayAccessDecision } from "../../contracts/security/replay-access-decision.ts";
import type { ReplayAccessRequest } from "../../contracts/security/replay-access-request.ts";
import type { ReplayAuditEvent } from "../../contracts/security/replay-audit-event.ts";
import type { ReplayCursor } from "../../contracts/observability/replay-cursor.ts";
import type { ReplayDivergence } from "../../contracts/observability/replay-divergence.ts";
import type { ReplayFixtureMetadata } from "../../contracts/observability/replay-fixture-metadata.ts";
import type { ReplayRegressionReport } from "../../contracts/observability/replay-regression-report.ts";
import type { ReplayRunReport } from "../../contracts/observability/replay-run-report.ts";
import type { ReplayRunRequest } from "../../contracts/observability/replay-run-request.ts";
import type { ReplayRunResult } from "../../contracts/observability/replay-run-result.ts";
import type { ReplayTrace } from "../../contracts/observability/replay-trace.ts";
import type { ResolvedTurnPlan } from "../../contracts/turn/resolved-turn-plan.ts";
import type { RolloutConfig } from "../../contracts/deploy/rollout-config.ts";
import type { SessionBootstrap } from "../../contracts/transport/session-bootstrap.ts";
import type { SessionRoute } from "../../contracts/control-plane/session-route.ts";
import type { SessionStatusView } from "../../contracts/control-plane/session-status-view.ts";
import type { SessionTokenClaims } from "../../contracts/control-plane/session-token-claims.ts";
import type { SignedSessionToken } from "../../contracts/control-plane/signed-session-token.ts";
import type { SloGatesMvpReport } from "../../contracts/observability/slo-gates-mvp-report.ts";
import type { SloGatesReport } from "../../contracts/observability/slo-gates-report.ts";
import type { Stimulus } from "../../contracts/conformance/stimulus.ts";
import type { SubjectReply } from "../../contracts/conformance/subject-reply.ts";
import type { SubjectRequest } from "../../contracts/conformance/subject-request.ts";
import type { TurnMetrics } from "../../contracts/observability/turn-metrics.ts";
import type { TurnTransition } from "../../contracts/turn/turn-transition.ts";
import type { VerifyPlan } from "../../contracts/deploy/verify-plan.ts";
import type { VersionSkewPolicy } from "../../contracts/compat/version-skew-policy.ts";
import type { KindEntry } from "../assert-fits.ts";
import { adapterCapabilitiesShape, fitsAdapterCapabilities } from "./adapter-capabilities.ts";
import { baselineArtifactShape, fitsBaselineArtifact } from "./baseline-artifact.ts";
import { baselineEvidenceShape, fitsBaselineEvidence } from "./baseline-evidence.ts";
import { conformanceBaselineShape, fitsConformanceBaseline } from "./conformance-baseline.ts";
import { conformanceGovernanceReportShape, fitsConformanceGovernanceReport } from "./conformance-governance-report.ts";
import { conformanceProfileShape, fitsConformanceProfile } from "./conformance-profile.ts";
import { conformanceReportShape, fitsConformanceReport } from "./conformance-report.ts";
import { conformanceResultsShape, fitsConformanceResults } from "./conformance-results.ts";
import { conformanceScenarioShape, fitsConformanceScenario } from "./conformance-scenario.ts";
import { contractsReportShape, fitsContractsReport } from "./contracts-report.ts";
import { controlSignalShape, fitsControlSignal } from "./control-signal.ts";
import { decisionOutcomeShape, fitsDecisionOutcome } from "./decision-outcome.ts";
import { deploymentHealthShape, fitsDeploymentHealth } from "./deployment-health.ts";
import { deprecationPolicyShape, fitsDeprecationPolicy } from "./deprecation-policy.ts";
import { eventRecordShape, fitsEventRecord } from "./event-record.ts";
import { eventShape, fitsEvent } from "./event.ts";
import { evidenceArtifactShape, fitsEvidenceArtifact } from "./evidence-artifact.ts";
import { gatePluginManifestShape, fitsGatePluginManifest } from "./gate-plugin-manifest.ts";
import { gateProfileShape, fitsGateProfile } from "./gate-profile.ts";
import { gateRunShape, fitsGateRun } from "./gate-run.ts";
import { invocationOutcomeEvidenceShape, fitsInvocationOutcomeEvidence } from "./invocation-outcome-evidence.ts";
import { liveProviderChainReportShape, fitsLiveProviderChainReport } from "./live-provider-chain-report.ts";
import { nodeManifestShape, fitsNodeManifest } from "./node-manifest.ts";
import { nodeReplyShape, fitsNodeReply } from "./node-reply.ts";
import { nodeRequestShape, fitsNodeRequest } from "./node-request.ts";
import { providerAttemptEvidenceShape, fitsProviderAttemptEvidence } from "./provider-attempt-evidence.ts";
import { regressionReportShape, fitsRegressionReport } from "./regression-report.ts";
import { releaseCandidateShape, fitsReleaseCandidate } from "./release-candidate.ts";
import { releaseManifestShape, fitsReleaseManifest } from "./release-manifest.ts";
import { releaseReadinessShape, fitsReleaseReadiness } from "./release-readiness.ts";
import { replayAccessDecisionShape, fitsReplayAccessDecision } from "./replay-access-decision.ts";
import { replayAccessRequestShape, fitsReplayAccessRequest } from "./replay-access-request.ts";
import { replayAuditEventShape, fitsReplayAuditEvent } from "./replay-audit-event.ts";
import { replayCursorShape, fitsReplayCursor } from "./replay-cursor.ts";
import { replayDivergenceShape, fitsReplayDivergence } from "./replay-divergence.ts";
import { replayFixtureMetadataShape, fitsReplayFixtureMetadata } from "./replay-fixture-metadata.ts";
import { replayRegressionReportShape, fitsReplayRegressionReport } from "./replay-regression-report.ts";
import { replayRunReportShape, fitsReplayRunReport } from "./replay-run-report.ts";
import { replayRunRequestShape, fitsReplayRunRequest } from "./replay-run-request.ts";
import { replayRunResultShape, fitsReplayRunResult } from "./replay-run-result.ts";
import { replayTraceShape, fitsReplayTrace } from "./replay-trace.ts";
import { resolvedTurnPlanShape, fitsResolvedTurnPlan } from "./resolved-turn-plan.ts";
import { rolloutConfigShape, fitsRolloutConfig } from "./rollout-config.ts";
import { sessionBootstrapShape, fitsSessionBootstrap } from "./session-bootstrap.ts";
import { sessionRouteShape, fitsSessionRoute } from "./session-route.ts";
import { sessionStatusViewShape, fitsSessionStatusView } from "./session-status-view.ts";
import { sessionTokenClaimsShape, fitsSessionTokenClaims } from "./session-token-claims.ts";
import { signedSessionTokenShape, fitsSignedSessionToken } from "./signed-session-token.ts";
import { sloGatesMvpReportShape, fitsSloGatesMvpReport } from "./slo-gates-mvp-report.ts";
import { sloGatesReportShape, fitsSloGatesReport } from "./slo-gates-report.ts";
import { stimulusShape, fitsStimulus } from "./stimulus.ts";
import { subjectReplyShape, fitsSubjectReply } from "./subject-reply.ts";
import { subjectRequestShape, fitsSubjectRequest } from "./subject-request.ts";
import { turnMetricsShape, fitsTurnMetrics } from "./turn-metrics.ts";
import { turnTransitionShape, fitsTurnTransition } from "./turn-transition.ts";
import { verifyPlanShape, fitsVerifyPlan } from "./verify-plan.ts";
import { versionSkewPolicyShape, fitsVersionSkewPolicy } from "./version-skew-policy.ts";

/** The type of each kind. */
export interface ArtifactOfKind {
  event_record: EventRecord;
  control_signal: ControlSignal;
  event: Event;
  decision_outcome: DecisionOutcome;
  turn_transition: TurnTransition;
  resolved_turn_plan: ResolvedTurnPlan;
  baseline_evidence: BaselineEvidence;
  baseline_artifact: BaselineArtifact;
  invocation_outcome_evidence: InvocationOutcomeEvidence;
  provider_attempt_evidence: ProviderAttemptEvidence;
  replay_divergence: ReplayDivergence;
  replay_access_request: ReplayAccessRequest;
  replay_access_decision: ReplayAccessDecision;
  replay_audit_event: ReplayAuditEvent;
  replay_cursor: ReplayCursor;
  replay_run_request: ReplayRunRequest;
  replay_run_result: ReplayRunResult;
  replay_run_report: ReplayRunReport;
  session_bootstrap: SessionBootstrap;
  adapter_capabilities: AdapterCapabilities;
  session_route: SessionRoute;
  session_token_claims: SessionTokenClaims;
  signed_session_token: SignedSessionToken;
  session_status_view: SessionStatusView;
  turn_metrics: TurnMetrics;
  stimulus: Stimulus;
  subject_request: SubjectRequest;
  subject_reply: SubjectReply;
  conformance_scenario: ConformanceScenario;
  conformance_report: ConformanceReport;
  conformance_baseline: ConformanceBaseline;
  node_manifest: NodeManifest;
  node_request: NodeRequest;
  node_reply: NodeReply;
  gate_profile: GateProfile;
  replay_trace: ReplayTrace;
  replay_fixture_metadata: ReplayFixtureMetadata;
  replay_regression_report: ReplayRegressionReport;
  slo_gates_report: SloGatesReport;
  regression_report: RegressionReport;
  version_skew_policy: VersionSkewPolicy;
  deprecation_policy: DeprecationPolicy;
  conformance_profile: ConformanceProfile;
  conformance_results: ConformanceResults;
  conformance_governance_report: ConformanceGovernanceReport;
  deployment_health: DeploymentHealth;
  live_provider_chain_report: LiveProviderChainReport;
  slo_gates_mvp_report: SloGatesMvpReport;
  rollout_config: RolloutConfig;
  release_readiness: ReleaseReadiness;
  release_manifest: ReleaseManifest;
  evidence_artifact: EvidenceArtifact;
  release_candidate: ReleaseCandidate;
  gate_run: GateRun;
  gate_plugin_manifest: GatePluginManifest;
  contracts_report: ContractsReport;
  verify_plan: VerifyPlan;
}

/** Check and shape of each kind. */
export const KINDS: Readonly<Record<keyof ArtifactOfKind, KindEntry>> = {
  event_record: { fits: fitsEventRecord, shape: eventRecordShape },
  control_signal: { fits: fitsControlSignal, shape: controlSignalShape },
  event: { fits: fitsEvent, shape: eventShape },
  decision_outcome: { fits: fitsDecisionOutcome, shape: decisionOutcomeShape },
  turn_transition: { fits: fitsTurnTransition, shape: turnTransitionShape },
  resolved_turn_plan: { fits: fitsResolvedTurnPlan, shape: resolvedTurnPlanShape },
  baseline_evidence: { fits: fitsBaselineEvidence, shape: baselineEvidenceShape },
  baseline_artifact: { fits: fitsBaselineArtifact, shape: baselineArtifactShape },
  invocation_outcome_evidence: { fits: fitsInvocationOutcomeEvidence, shape: invocationOutcomeEvidenceShape },
  provider_attempt_evidence: { fits: fitsProviderAttemptEvidence, shape: providerAttemptEvidenceShape },
  replay_divergence: { fits: fitsReplayDivergence, shape: replayDivergenceShape },
  replay_access_request: { fits: fitsReplayAccessRequest, shape: replayAccessRequestShape },
  replay_access_decision: { fits: fitsReplayAccessDecision, shape: replayAccessDecisionShape },
  replay_audit_event: { fits: fitsReplayAuditEvent, shape: replayAuditEventShape },
  replay_cursor: { fits: fitsReplayCursor, shape: replayCursorShape },
  replay_run_request: { fits: fitsReplayRunRequest, shape: replayRunRequestShape },
  replay_run_result: { fits: fitsReplayRunResult, shape: replayRunResultShape },
  replay_run_report: { fits: fitsReplayRunReport, shape: replayRunReportShape },
  session_bootstrap: { fits: fitsSessionBootstrap, shape: sessionBootstrapShape },
  adapter_capabilities: { fits: fitsAdapterCapabilities, shape: adapterCapabilitiesShape },
  session_route: { fits: fitsSessionRoute, shape: sessionRouteShape },
  session_token_claims: { fits: fitsSessionTokenClaims, shape: sessionTokenClaimsShape },
  signed_session_token: { fits: fitsSignedSessionToken, shape: signedSessionTokenShape },
  session_status_view: { fits: fitsSessionStatusView, shape: sessionStatusViewShape },
  turn_metrics: { fits: fitsTurnMetrics, shape: turnMetricsShape },
  stimulus: { fits: fitsStimulus, shape: stimulusShape },
  subject_request: { fits: fitsSubjectRequest, shape: subjectRequestShape },
  subject_reply: { fits: fitsSubjectReply, shape: subjectReplyShape },
  conformance_scenario: { fits: fitsConformanceScenario, shape: conformanceScenarioShape },
  conformance_report: { fits: fitsConformanceReport, shape: conformanceReportShape },
  conformance_baseline: { fits: fitsConformanceBaseline, shape: conformanceBaselineShape },
  node_manifest: { fits: fitsNodeManifest, shape: nodeManifestShape },
  node_request: { fits: fitsNodeRequest, shape: nodeRequestShape },
  node_reply: { fits: fitsNodeReply, shape: nodeReplyShape },
  gate_profile: { fits: fitsGateProfile, shape: gateProfileShape },
  replay_trace: { fits: fitsReplayTrace, shape: replayTraceShape },
  replay_fixture_metadata: { fits: fitsReplayFixtureMetadata, shape: replayFixtureMetadataShape },
  replay_regression_report: { fits: fitsReplayRegressionReport, shape: replayRegressionReportShape },
  slo_gates_report: { fits: fitsSloGatesReport, shape: sloGatesReportShape },
  regression_report: { fits: fitsRegressionReport, shape: regressionReportShape },
  version_skew_policy: { fits: fitsVersionSkewPolicy, shape: versionSkewPolicyShape },
  deprecation_policy: { fits: fitsDeprecationPolicy, shape: deprecationPolicyShape },
  conformance_profile: { fits: fitsConformanceProfile, shape: conformanceProfileShape },
  conformance_results: { fits: fitsConformanceResults, shape: conformanceResultsShape },
  conformance_governance_report: { fits: fitsConformanceGovernanceReport, shape: conformanceGovernanceReportShape },
  deployment_health: { fits: fitsDeploymentHealth, shape: deploymentHealthShape },
  live_provider_chain_report: { fits: fitsLiveProviderChainReport, shape: liveProviderChainReportShape },
  slo_gates_mvp_report: { fits: fitsSloGatesMvpReport, shape: sloGatesMvpReportShape },
  rollout_config: { fits: fitsRolloutConfig, shape: rolloutConfigShape },
  release_readiness: { fits: fitsReleaseReadiness, shape: releaseReadinessShape },
  release_manifest: { fits: fitsReleaseManifest, shape: releaseManifestShape },
  evidence_artifact: { fits: fitsEvidenceArtifact, shape: evidenceArtifactShape },
  release_candidate: { fits: fitsReleaseCandidate, shape: releaseCandidateShape },
  gate_run: { fits: fitsGateRun, shape: gateRunShape },
  gate_plugin_manifest: { fits: fitsGatePluginManifest, shape: gatePluginManifestShape },
  contracts_report: { fits: fitsContractsReport, shape: contractsReportShape },
  verify_plan: { fits: fitsVerifyPlan, shape: verifyPlanShape },
};
