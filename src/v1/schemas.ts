/**
 * Zod 4 schemas of every contract, closed, and the catalogue with their open forms and rules.
 *
 * @example
 * import { contracts, EventRecordSchema } from "@rspp/contracts/v1/schemas";
 *
 * EventRecordSchema.parse(value); // producer side: unknown fields are refused
 * contracts.event_record.open.parse(value); // consumer side: fields of a later minor pass and are kept
 */
export { contracts } from "../contracts/catalog.ts";
export {
  ConformanceGovernanceReportSchema,
  conformanceGovernanceReportContract,
} from "../contracts/compat/conformance-governance-report.ts";
export {
  ConformanceProfileSchema,
  conformanceProfileContract,
} from "../contracts/compat/conformance-profile.ts";
export {
  ConformanceResultsSchema,
  conformanceResultsContract,
} from "../contracts/compat/conformance-results.ts";
export {
  DeprecationPolicySchema,
  deprecationPolicyContract,
} from "../contracts/compat/deprecation-policy.ts";
export {
  VersionSkewPolicySchema,
  versionSkewPolicyContract,
} from "../contracts/compat/version-skew-policy.ts";
export {
  ConformanceBaselineSchema,
  conformanceBaselineContract,
} from "../contracts/conformance/conformance-baseline.ts";
export {
  ConformanceReportSchema,
  conformanceReportContract,
} from "../contracts/conformance/conformance-report.ts";
export {
  ConformanceScenarioSchema,
  conformanceScenarioContract,
} from "../contracts/conformance/conformance-scenario.ts";
export { StimulusSchema, stimulusContract } from "../contracts/conformance/stimulus.ts";
export { SubjectReplySchema, subjectReplyContract } from "../contracts/conformance/subject-reply.ts";
export { SubjectRequestSchema, subjectRequestContract } from "../contracts/conformance/subject-request.ts";
export {
  DecisionOutcomeSchema,
  decisionOutcomeContract,
} from "../contracts/control-plane/decision-outcome.ts";
export { SessionRouteSchema, sessionRouteContract } from "../contracts/control-plane/session-route.ts";
export {
  SessionStatusViewSchema,
  sessionStatusViewContract,
} from "../contracts/control-plane/session-status-view.ts";
export {
  SessionTokenClaimsSchema,
  sessionTokenClaimsContract,
} from "../contracts/control-plane/session-token-claims.ts";
export {
  SignedSessionTokenSchema,
  signedSessionTokenContract,
} from "../contracts/control-plane/signed-session-token.ts";
export type { Condition } from "../contracts/core/condition.ts";
export type { Contract } from "../contracts/core/define-contract.ts";
export type { Check, Requirement } from "../contracts/core/rule.ts";
export { ContractsReportSchema, contractsReportContract } from "../contracts/deploy/contracts-report.ts";
export { DeploymentHealthSchema, deploymentHealthContract } from "../contracts/deploy/deployment-health.ts";
export { EvidenceArtifactSchema, evidenceArtifactContract } from "../contracts/deploy/evidence-artifact.ts";
export {
  GatePluginManifestSchema,
  gatePluginManifestContract,
} from "../contracts/deploy/gate-plugin-manifest.ts";
export { GateProfileSchema, gateProfileContract } from "../contracts/deploy/gate-profile.ts";
export { GateRunSchema, gateRunContract } from "../contracts/deploy/gate-run.ts";
export { ReleaseCandidateSchema, releaseCandidateContract } from "../contracts/deploy/release-candidate.ts";
export { ReleaseManifestSchema, releaseManifestContract } from "../contracts/deploy/release-manifest.ts";
export { ReleaseReadinessSchema, releaseReadinessContract } from "../contracts/deploy/release-readiness.ts";
export { RolloutConfigSchema, rolloutConfigContract } from "../contracts/deploy/rollout-config.ts";
export { VerifyPlanSchema, verifyPlanContract } from "../contracts/deploy/verify-plan.ts";
export { EventRecordSchema, eventRecordContract } from "../contracts/events/event-record.ts";
export { MediaTimeSchema } from "../contracts/events/media-time.ts";
export { SequenceRangeSchema } from "../contracts/events/sequence-range.ts";
export { NodeManifestSchema, nodeManifestContract } from "../contracts/extension/node-manifest.ts";
export { NodeReplySchema, nodeReplyContract } from "../contracts/extension/node-reply.ts";
export { NodeRequestSchema, nodeRequestContract } from "../contracts/extension/node-request.ts";
export {
  BaselineArtifactSchema,
  baselineArtifactContract,
} from "../contracts/observability/baseline-artifact.ts";
export {
  BaselineEvidenceSchema,
  baselineEvidenceContract,
} from "../contracts/observability/baseline-evidence.ts";
export {
  LiveProviderChainReportSchema,
  liveProviderChainReportContract,
} from "../contracts/observability/live-provider-chain-report.ts";
export {
  RegressionReportSchema,
  regressionReportContract,
} from "../contracts/observability/regression-report.ts";
export { ReplayCursorSchema, replayCursorContract } from "../contracts/observability/replay-cursor.ts";
export {
  ReplayDivergenceSchema,
  replayDivergenceContract,
} from "../contracts/observability/replay-divergence.ts";
export {
  ReplayFixtureMetadataSchema,
  replayFixtureMetadataContract,
} from "../contracts/observability/replay-fixture-metadata.ts";
export {
  ReplayRegressionReportSchema,
  replayRegressionReportContract,
} from "../contracts/observability/replay-regression-report.ts";
export {
  ReplayRunReportSchema,
  replayRunReportContract,
} from "../contracts/observability/replay-run-report.ts";
export {
  ReplayRunRequestSchema,
  replayRunRequestContract,
} from "../contracts/observability/replay-run-request.ts";
export {
  ReplayRunResultSchema,
  replayRunResultContract,
} from "../contracts/observability/replay-run-result.ts";
export { ReplayTraceSchema, replayTraceContract } from "../contracts/observability/replay-trace.ts";
export {
  SloGatesMvpReportSchema,
  sloGatesMvpReportContract,
} from "../contracts/observability/slo-gates-mvp-report.ts";
export { SloGatesReportSchema, sloGatesReportContract } from "../contracts/observability/slo-gates-report.ts";
export { TurnMetricsSchema, turnMetricsContract } from "../contracts/observability/turn-metrics.ts";
export {
  InvocationOutcomeEvidenceSchema,
  invocationOutcomeEvidenceContract,
} from "../contracts/provider/invocation-outcome-evidence.ts";
export {
  ProviderAttemptEvidenceSchema,
  providerAttemptEvidenceContract,
} from "../contracts/provider/provider-attempt-evidence.ts";
export {
  ReplayAccessDecisionSchema,
  replayAccessDecisionContract,
} from "../contracts/security/replay-access-decision.ts";
export {
  ReplayAccessRequestSchema,
  replayAccessRequestContract,
} from "../contracts/security/replay-access-request.ts";
export {
  ReplayAuditEventSchema,
  replayAuditEventContract,
} from "../contracts/security/replay-audit-event.ts";
export { ControlSignalSchema, controlSignalContract } from "../contracts/signals/control-signal.ts";
export { EventSchema, eventContract } from "../contracts/signals/event.ts";
export {
  AdapterCapabilitiesSchema,
  adapterCapabilitiesContract,
} from "../contracts/transport/adapter-capabilities.ts";
export {
  SessionBootstrapSchema,
  sessionBootstrapContract,
} from "../contracts/transport/session-bootstrap.ts";
export { ResolvedTurnPlanSchema, resolvedTurnPlanContract } from "../contracts/turn/resolved-turn-plan.ts";
export { TurnTransitionSchema, turnTransitionContract } from "../contracts/turn/turn-transition.ts";
