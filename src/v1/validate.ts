/**
 * Compiled validators: `validate` and `validateText` by kind, and a guard and an assertion for each kind.
 * Loads nothing, uses no eval, and what is not imported is shaken off.
 *
 * @example
 * import { isControlSignal, validate } from "@rspp/contracts/v1/validate";
 *
 * const result = validate("event", JSON.parse(line));
 * if (!result.ok) for (const { rule, path, message } of result.diagnostics) console.error(rule, path, message);
 */
export type { Diagnostic } from "../contracts/core/diagnostic.ts";
export type { VersionNegotiation } from "../contracts/core/version.ts";
export { negotiateVersion } from "../contracts/core/version.ts";
export type { ValidateOptions } from "../validators/assert-fits.ts";
export { ContractError } from "../validators/assert-fits.ts";
export {
  assertAdapterCapabilities,
  isAdapterCapabilities,
} from "../validators/generated/adapter-capabilities.ts";
export { assertBaselineArtifact, isBaselineArtifact } from "../validators/generated/baseline-artifact.ts";
export { assertBaselineEvidence, isBaselineEvidence } from "../validators/generated/baseline-evidence.ts";
export {
  assertConformanceBaseline,
  isConformanceBaseline,
} from "../validators/generated/conformance-baseline.ts";
export {
  assertConformanceGovernanceReport,
  isConformanceGovernanceReport,
} from "../validators/generated/conformance-governance-report.ts";
export {
  assertConformanceProfile,
  isConformanceProfile,
} from "../validators/generated/conformance-profile.ts";
export { assertConformanceReport, isConformanceReport } from "../validators/generated/conformance-report.ts";
export {
  assertConformanceResults,
  isConformanceResults,
} from "../validators/generated/conformance-results.ts";
export {
  assertConformanceScenario,
  isConformanceScenario,
} from "../validators/generated/conformance-scenario.ts";
export { assertContractsReport, isContractsReport } from "../validators/generated/contracts-report.ts";
export { assertControlSignal, isControlSignal } from "../validators/generated/control-signal.ts";
export { assertDecisionOutcome, isDecisionOutcome } from "../validators/generated/decision-outcome.ts";
export { assertDeploymentHealth, isDeploymentHealth } from "../validators/generated/deployment-health.ts";
export { assertDeprecationPolicy, isDeprecationPolicy } from "../validators/generated/deprecation-policy.ts";
export { assertEvent, isEvent } from "../validators/generated/event.ts";
export { assertEventRecord, isEventRecord } from "../validators/generated/event-record.ts";
export { assertEvidenceArtifact, isEvidenceArtifact } from "../validators/generated/evidence-artifact.ts";
export {
  assertGatePluginManifest,
  isGatePluginManifest,
} from "../validators/generated/gate-plugin-manifest.ts";
export { assertGateProfile, isGateProfile } from "../validators/generated/gate-profile.ts";
export { assertGateRun, isGateRun } from "../validators/generated/gate-run.ts";
export {
  assertInvocationOutcomeEvidence,
  isInvocationOutcomeEvidence,
} from "../validators/generated/invocation-outcome-evidence.ts";
export type { ArtifactOfKind } from "../validators/generated/kinds.ts";
export {
  assertLiveProviderChainReport,
  isLiveProviderChainReport,
} from "../validators/generated/live-provider-chain-report.ts";
export { assertNodeManifest, isNodeManifest } from "../validators/generated/node-manifest.ts";
export { assertNodeReply, isNodeReply } from "../validators/generated/node-reply.ts";
export { assertNodeRequest, isNodeRequest } from "../validators/generated/node-request.ts";
export {
  assertProviderAttemptEvidence,
  isProviderAttemptEvidence,
} from "../validators/generated/provider-attempt-evidence.ts";
export { assertRegressionReport, isRegressionReport } from "../validators/generated/regression-report.ts";
export { assertReleaseCandidate, isReleaseCandidate } from "../validators/generated/release-candidate.ts";
export { assertReleaseManifest, isReleaseManifest } from "../validators/generated/release-manifest.ts";
export { assertReleaseReadiness, isReleaseReadiness } from "../validators/generated/release-readiness.ts";
export {
  assertReplayAccessDecision,
  isReplayAccessDecision,
} from "../validators/generated/replay-access-decision.ts";
export {
  assertReplayAccessRequest,
  isReplayAccessRequest,
} from "../validators/generated/replay-access-request.ts";
export { assertReplayAuditEvent, isReplayAuditEvent } from "../validators/generated/replay-audit-event.ts";
export { assertReplayCursor, isReplayCursor } from "../validators/generated/replay-cursor.ts";
export { assertReplayDivergence, isReplayDivergence } from "../validators/generated/replay-divergence.ts";
export {
  assertReplayFixtureMetadata,
  isReplayFixtureMetadata,
} from "../validators/generated/replay-fixture-metadata.ts";
export {
  assertReplayRegressionReport,
  isReplayRegressionReport,
} from "../validators/generated/replay-regression-report.ts";
export { assertReplayRunReport, isReplayRunReport } from "../validators/generated/replay-run-report.ts";
export { assertReplayRunRequest, isReplayRunRequest } from "../validators/generated/replay-run-request.ts";
export { assertReplayRunResult, isReplayRunResult } from "../validators/generated/replay-run-result.ts";
export { assertReplayTrace, isReplayTrace } from "../validators/generated/replay-trace.ts";
export { assertResolvedTurnPlan, isResolvedTurnPlan } from "../validators/generated/resolved-turn-plan.ts";
export { assertRolloutConfig, isRolloutConfig } from "../validators/generated/rollout-config.ts";
export { assertSessionBootstrap, isSessionBootstrap } from "../validators/generated/session-bootstrap.ts";
export { assertSessionRoute, isSessionRoute } from "../validators/generated/session-route.ts";
export { assertSessionStatusView, isSessionStatusView } from "../validators/generated/session-status-view.ts";
export {
  assertSessionTokenClaims,
  isSessionTokenClaims,
} from "../validators/generated/session-token-claims.ts";
export {
  assertSignedSessionToken,
  isSignedSessionToken,
} from "../validators/generated/signed-session-token.ts";
export {
  assertSloGatesMvpReport,
  isSloGatesMvpReport,
} from "../validators/generated/slo-gates-mvp-report.ts";
export { assertSloGatesReport, isSloGatesReport } from "../validators/generated/slo-gates-report.ts";
export { assertStimulus, isStimulus } from "../validators/generated/stimulus.ts";
export { assertSubjectReply, isSubjectReply } from "../validators/generated/subject-reply.ts";
export { assertSubjectRequest, isSubjectRequest } from "../validators/generated/subject-request.ts";
export { assertTurnMetrics, isTurnMetrics } from "../validators/generated/turn-metrics.ts";
export { assertTurnTransition, isTurnTransition } from "../validators/generated/turn-transition.ts";
export { assertVerifyPlan, isVerifyPlan } from "../validators/generated/verify-plan.ts";
export { assertVersionSkewPolicy, isVersionSkewPolicy } from "../validators/generated/version-skew-policy.ts";
export type { ContractKind, ValidationOptions, ValidationResult } from "../validators/validate.ts";
export { CONTRACT_KINDS, validate } from "../validators/validate.ts";
export type {
  NdjsonOptions,
  NdjsonTotals,
  NdjsonValidator,
  RefusedLine,
} from "../validators/validate-ndjson.ts";
export { createNdjsonValidator } from "../validators/validate-ndjson.ts";
export type { TextOptions } from "../validators/validate-text.ts";
export { validateText } from "../validators/validate-text.ts";
