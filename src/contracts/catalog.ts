/** The catalogue: the one list of every contract. Nothing else enumerates them. */
import { decisionOutcomeContract } from "./control-plane/decision-outcome.ts";
import { sessionRouteContract } from "./control-plane/session-route.ts";
import { sessionStatusViewContract } from "./control-plane/session-status-view.ts";
import { sessionTokenClaimsContract, signedSessionTokenContract } from "./control-plane/session-token.ts";
import { eventRecordContract } from "./events/event-record.ts";
import { baselineArtifactContract } from "./observability/baseline-artifact.ts";
import { baselineEvidenceContract } from "./observability/baseline-evidence.ts";
import { replayDivergenceContract } from "./observability/replay-divergence.ts";
import {
  replayCursorContract,
  replayRunReportContract,
  replayRunRequestContract,
  replayRunResultContract,
} from "./observability/replay-run.ts";
import { turnMetricsContract } from "./observability/turn-metrics.ts";
import {
  invocationOutcomeEvidenceContract,
  providerAttemptEvidenceContract,
} from "./provider/invocation-outcome.ts";
import {
  replayAccessDecisionContract,
  replayAccessRequestContract,
  replayAuditEventContract,
} from "./security/replay-access.ts";
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
} as const;

/** A kind of artifact. */
export type ContractKind = keyof typeof contracts;
