/** The catalogue: the one list of every contract. Nothing else enumerates them. */

import { conformanceGovernanceReportContract } from "./compat/conformance-governance-report.ts";
import { conformanceProfileContract } from "./compat/conformance-profile.ts";
import { conformanceResultsContract } from "./compat/conformance-results.ts";
import { deprecationPolicyContract } from "./compat/deprecation-policy.ts";
import { versionSkewPolicyContract } from "./compat/version-skew-policy.ts";
import { conformanceBaselineContract } from "./conformance/conformance-baseline.ts";
import { conformanceReportContract } from "./conformance/conformance-report.ts";
import { conformanceScenarioContract } from "./conformance/conformance-scenario.ts";
import { stimulusContract } from "./conformance/stimulus.ts";
import { subjectReplyContract } from "./conformance/subject-reply.ts";
import { subjectRequestContract } from "./conformance/subject-request.ts";
import { decisionOutcomeContract } from "./control-plane/decision-outcome.ts";
import { sessionRouteContract } from "./control-plane/session-route.ts";
import { sessionStatusViewContract } from "./control-plane/session-status-view.ts";
import { sessionTokenClaimsContract } from "./control-plane/session-token-claims.ts";
import { signedSessionTokenContract } from "./control-plane/signed-session-token.ts";
import { contractsReportContract } from "./deploy/contracts-report.ts";
import { deploymentHealthContract } from "./deploy/deployment-health.ts";
import { evidenceArtifactContract } from "./deploy/evidence-artifact.ts";
import { gatePluginManifestContract } from "./deploy/gate-plugin-manifest.ts";
import { gateProfileContract } from "./deploy/gate-profile.ts";
import { gateRunContract } from "./deploy/gate-run.ts";
import { releaseCandidateContract } from "./deploy/release-candidate.ts";
import { releaseManifestContract } from "./deploy/release-manifest.ts";
import { releaseReadinessContract } from "./deploy/release-readiness.ts";
import { rolloutConfigContract } from "./deploy/rollout-config.ts";
import { verifyPlanContract } from "./deploy/verify-plan.ts";
import { eventRecordContract } from "./events/event-record.ts";
import { nodeManifestContract } from "./extension/node-manifest.ts";
import { nodeReplyContract } from "./extension/node-reply.ts";
import { nodeRequestContract } from "./extension/node-request.ts";
import { baselineArtifactContract } from "./observability/baseline-artifact.ts";
import { baselineEvidenceContract } from "./observability/baseline-evidence.ts";
import { liveProviderChainReportContract } from "./observability/live-provider-chain-report.ts";
import { regressionReportContract } from "./observability/regression-report.ts";
import { replayCursorContract } from "./observability/replay-cursor.ts";
import { replayDivergenceContract } from "./observability/replay-divergence.ts";
import { replayFixtureMetadataContract } from "./observability/replay-fixture-metadata.ts";
import { replayRegressionReportContract } from "./observability/replay-regression-report.ts";
import { replayRunReportContract } from "./observability/replay-run-report.ts";
import { replayRunRequestContract } from "./observability/replay-run-request.ts";
import { replayRunResultContract } from "./observability/replay-run-result.ts";
import { replayTraceContract } from "./observability/replay-trace.ts";
import { sloGatesMvpReportContract } from "./observability/slo-gates-mvp-report.ts";
import { sloGatesReportContract } from "./observability/slo-gates-report.ts";
import { turnMetricsContract } from "./observability/turn-metrics.ts";
import { invocationOutcomeEvidenceContract } from "./provider/invocation-outcome-evidence.ts";
import { providerAttemptEvidenceContract } from "./provider/provider-attempt-evidence.ts";
import { replayAccessDecisionContract } from "./security/replay-access-decision.ts";
import { replayAccessRequestContract } from "./security/replay-access-request.ts";
import { replayAuditEventContract } from "./security/replay-audit-event.ts";
import { controlSignalContract } from "./signals/control-signal.ts";
import { eventContract } from "./signals/event.ts";
import { adapterCapabilitiesContract } from "./transport/adapter-capabilities.ts";
import { sessionBootstrapContract } from "./transport/session-bootstrap.ts";
import { resolvedTurnPlanContract } from "./turn/resolved-turn-plan.ts";
import { turnTransitionContract } from "./turn/turn-transition.ts";

/** Every contract by its kind. */
export const contracts = {
  event_record: eventRecordContract,
  control_signal: controlSignalContract,
  event: eventContract,
  decision_outcome: decisionOutcomeContract,
  turn_transition: turnTransitionContract,
  resolved_turn_plan: resolvedTurnPlanContract,
  baseline_evidence: baselineEvidenceContract,
  baseline_artifact: baselineArtifactContract,
  invocation_outcome_evidence: invocationOutcomeEvidenceContract,
  provider_attempt_evidence: providerAttemptEvidenceContract,
  replay_divergence: replayDivergenceContract,
  replay_access_request: replayAccessRequestContract,
  replay_access_decision: replayAccessDecisionContract,
  replay_audit_event: replayAuditEventContract,
  replay_cursor: replayCursorContract,
  replay_run_request: replayRunRequestContract,
  replay_run_result: replayRunResultContract,
  replay_run_report: replayRunReportContract,
  session_bootstrap: sessionBootstrapContract,
  adapter_capabilities: adapterCapabilitiesContract,
  session_route: sessionRouteContract,
  session_token_claims: sessionTokenClaimsContract,
  signed_session_token: signedSessionTokenContract,
  session_status_view: sessionStatusViewContract,
  turn_metrics: turnMetricsContract,
  stimulus: stimulusContract,
  subject_request: subjectRequestContract,
  subject_reply: subjectReplyContract,
  conformance_scenario: conformanceScenarioContract,
  conformance_report: conformanceReportContract,
  conformance_baseline: conformanceBaselineContract,
  node_manifest: nodeManifestContract,
  node_request: nodeRequestContract,
  node_reply: nodeReplyContract,
  gate_profile: gateProfileContract,
  replay_trace: replayTraceContract,
  replay_fixture_metadata: replayFixtureMetadataContract,
  replay_regression_report: replayRegressionReportContract,
  slo_gates_report: sloGatesReportContract,
  regression_report: regressionReportContract,
  version_skew_policy: versionSkewPolicyContract,
  deprecation_policy: deprecationPolicyContract,
  conformance_profile: conformanceProfileContract,
  conformance_results: conformanceResultsContract,
  conformance_governance_report: conformanceGovernanceReportContract,
  deployment_health: deploymentHealthContract,
  live_provider_chain_report: liveProviderChainReportContract,
  slo_gates_mvp_report: sloGatesMvpReportContract,
  rollout_config: rolloutConfigContract,
  release_readiness: releaseReadinessContract,
  release_manifest: releaseManifestContract,
  evidence_artifact: evidenceArtifactContract,
  release_candidate: releaseCandidateContract,
  gate_run: gateRunContract,
  gate_plugin_manifest: gatePluginManifestContract,
  contracts_report: contractsReportContract,
  verify_plan: verifyPlanContract,
} as const;

/** A kind of artifact. */
export type ContractKind = keyof typeof contracts;
