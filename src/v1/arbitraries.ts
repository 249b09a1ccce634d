/**
 * fast-check arbitraries of every contract, near misses that break exactly one rule, and the laws that an
 * arbitrary of artifacts keeps. Values are valid by construction, never by filtering.
 *
 * @example
 * import fc from "fast-check";
 * import { controlSignalArbitrary } from "@rspp/contracts/v1/arbitraries";
 *
 * fc.assert(fc.property(controlSignalArbitrary(), (signal) => myRuntimeAccepts(signal)));
 */
export { arbitraryOfKind } from "../arbitraries/arbitrary-of-kind.ts";
export { conformanceBaselineArbitrary } from "../arbitraries/conformance/conformance-baseline.ts";
export { conformanceReportArbitrary } from "../arbitraries/conformance/conformance-report.ts";
export { conformanceScenarioArbitrary } from "../arbitraries/conformance/conformance-scenario.ts";
export { stimulusArbitrary } from "../arbitraries/conformance/stimulus.ts";
export { subjectReplyArbitrary } from "../arbitraries/conformance/subject-reply.ts";
export { subjectRequestArbitrary } from "../arbitraries/conformance/subject-request.ts";
export { decisionOutcomeArbitrary } from "../arbitraries/control-plane/decision-outcome.ts";
export { sessionRouteArbitrary } from "../arbitraries/control-plane/session-route.ts";
export { sessionStatusViewArbitrary } from "../arbitraries/control-plane/session-status-view.ts";
export { sessionTokenClaimsArbitrary } from "../arbitraries/control-plane/session-token-claims.ts";
export { signedSessionTokenArbitrary } from "../arbitraries/control-plane/signed-session-token.ts";
export { eventRecordArbitrary } from "../arbitraries/events/event-record.ts";
export { nodeManifestArbitrary } from "../arbitraries/extension/node-manifest.ts";
export { nodeReplyArbitrary } from "../arbitraries/extension/node-reply.ts";
export { nodeRequestArbitrary } from "../arbitraries/extension/node-request.ts";
export type {
  ArbitraryLaw,
  ArtifactJudges,
  LawBreach,
  LawOptions,
} from "../arbitraries/laws/arbitrary-laws.ts";
export { ARBITRARY_LAWS, checkArbitraryLaws } from "../arbitraries/laws/arbitrary-laws.ts";
export type { NearMiss } from "../arbitraries/near-miss/near-miss.ts";
export { nearMisses } from "../arbitraries/near-miss/near-miss.ts";
export type { NearMissConstraints } from "../arbitraries/near-miss/near-miss-arbitrary.ts";
export { nearMissArbitrary } from "../arbitraries/near-miss/near-miss-arbitrary.ts";
export { baselineArtifactArbitrary } from "../arbitraries/observability/baseline-artifact.ts";
export { baselineEvidenceArbitrary } from "../arbitraries/observability/baseline-evidence.ts";
export { replayCursorArbitrary } from "../arbitraries/observability/replay-cursor.ts";
export { replayDivergenceArbitrary } from "../arbitraries/observability/replay-divergence.ts";
export { replayRunReportArbitrary } from "../arbitraries/observability/replay-run-report.ts";
export { replayRunRequestArbitrary } from "../arbitraries/observability/replay-run-request.ts";
export { replayRunResultArbitrary } from "../arbitraries/observability/replay-run-result.ts";
export { turnMetricsArbitrary } from "../arbitraries/observability/turn-metrics.ts";
export { invocationOutcomeEvidenceArbitrary } from "../arbitraries/provider/invocation-outcome-evidence.ts";
export { providerAttemptEvidenceArbitrary } from "../arbitraries/provider/provider-attempt-evidence.ts";
export { replayAccessDecisionArbitrary } from "../arbitraries/security/replay-access-decision.ts";
export { replayAccessRequestArbitrary } from "../arbitraries/security/replay-access-request.ts";
export { replayAuditEventArbitrary } from "../arbitraries/security/replay-audit-event.ts";
export type { ControlSignalConstraints } from "../arbitraries/signals/control-signal.ts";
export { controlSignalArbitrary } from "../arbitraries/signals/control-signal.ts";
export { eventArbitrary } from "../arbitraries/signals/event.ts";
export { adapterCapabilitiesArbitrary } from "../arbitraries/transport/adapter-capabilities.ts";
export { sessionBootstrapArbitrary } from "../arbitraries/transport/session-bootstrap.ts";
export { resolvedTurnPlanArbitrary } from "../arbitraries/turn/resolved-turn-plan.ts";
export type { TurnEnding, TurnHistoryConstraints } from "../arbitraries/turn/turn-history.ts";
export { turnHistoryArbitrary } from "../arbitraries/turn/turn-history.ts";
export { turnTransitionArbitrary } from "../arbitraries/turn/turn-transition.ts";
