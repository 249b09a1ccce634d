/** The OR-02 evidence of one turn, written from the same plot as its events. */
import type { DecisionOutcome } from "../../src/contracts/control-plane/decision-outcome.ts";
import type { BaselineEvidence } from "../../src/contracts/observability/baseline-evidence.ts";
import type { InvocationOutcomeEvidence } from "../../src/contracts/provider/invocation-outcome-evidence.ts";
import { defaultRedaction } from "../../src/contracts/security/redaction-matrix.ts";
import { computePlanHash } from "../../src/contracts/turn/plan-hash.ts";
import type { ResolvedTurnPlan } from "../../src/contracts/turn/resolved-turn-plan.ts";
import { PLAN_EXAMPLE } from "../../src/contracts/turn/resolved-turn-plan.ts";
import { type EventStream, PIPELINE_VERSION } from "./event-stream.ts";
import type { StoriedTurn, TurnStory, TurnTrail } from "./turn-story.ts";

const PAYLOAD_TAGS = ["audio_raw", "text_raw", "metadata"] as const;

/** What the turn runs by. Plans of different turns differ, and so do their hashes. */
function planOf(turn_id: string, authority_epoch: number): ResolvedTurnPlan {
  const plan: ResolvedTurnPlan = {
    ...PLAN_EXAMPLE,
    turn_id,
    pipeline_version: PIPELINE_VERSION,
    graph_definition_ref: "graph/voice-assistant@3",
    authority_epoch,
    provider_bindings: { stt: "deepgram", llm: "anthropic", tts: "elevenlabs" },
    allowed_adaptive_actions: ["retry", "provider_switch"],
  };
  return { ...plan, plan_hash: computePlanHash(plan) };
}

/** Writes the evidence of a turn that ran under `epoch`. */
export function turnEvidence(
  stream: EventStream,
  turn: StoriedTurn,
  { trail, epoch }: { readonly trail: TurnTrail; readonly epoch: number },
): BaselineEvidence {
  const { turn_id, story } = turn;
  const plan = planOf(turn_id, epoch);
  return {
    session_id: stream.session_id,
    turn_id,
    pipeline_version: PIPELINE_VERSION,
    event_id: trail.opened,
    envelope_snapshot: "eventabi/v1",
    payload_tags: [...PAYLOAD_TAGS],
    redaction_decisions: PAYLOAD_TAGS.map((payload_class) => ({
      payload_class,
      action: defaultRedaction("OR-02/L0", payload_class),
    })),
    plan_hash: plan.plan_hash,
    snapshot_provenance: plan.snapshot_provenance,
    decision_outcomes: decisionsOf(stream, turn, trail),
    invocation_outcomes: invocationsOf(turn_id, story),
    determinism_seed: plan.determinism.seed,
    ordering_markers: [`runtime_sequence:${trail.openSequence}`],
    merge_rule_id: plan.determinism.merge_rule_id,
    merge_rule_version: plan.determinism.merge_rule_version,
    authority_epoch: epoch,
    migration_markers: stream.epoch === epoch ? [] : [`lease_rotated:${epoch}->${stream.epoch}`],
    terminal_outcome: story.ending === "completed" ? "commit" : "abort",
    terminal_reason: story.ending === "completed" ? "" : story.ending,
    close_emitted: true,
    turn_open_proposed_at_ms: story.proposed,
    turn_open_at_ms: story.opened,
    turn_terminal_at_ms: story.terminal,
    first_output_at_ms: story.firstOutput,
    ...(story.cancel !== undefined && {
      cancel_accepted_at_ms: story.cancel.accepted,
      cancel_fence_applied_at_ms: story.cancel.fence,
      cancel_sent_at_ms: story.cancel.sent,
      ...(story.cancel.ack !== undefined && { cancel_ack_at_ms: story.cancel.ack }),
    }),
    accepted_stale_epoch_output: false,
    audio_ingress_at_ms: story.ingress,
    playback_started_at_ms: story.playback,
  };
}

function decisionsOf(
  stream: EventStream,
  { turn_id, story }: StoriedTurn,
  trail: TurnTrail,
): DecisionOutcome[] {
  const decided = (at: number, event_id: string) => ({
    session_id: stream.session_id,
    turn_id,
    event_id,
    runtime_timestamp_ms: at,
    wall_clock_timestamp_ms: stream.wallClock(at),
  });
  const admit: DecisionOutcome = {
    outcome_kind: "admit",
    phase: "pre_turn",
    scope: "turn",
    ...decided(story.admitted, trail.admitted),
    emitted_by: "RK-25",
    reason: "admission_capacity_allow",
  };
  if (trail.authority === undefined) return [admit];
  const guard = { emitted_by: "RK-24", authority_epoch: stream.epoch } as const;
  return [
    admit,
    {
      outcome_kind: "stale_epoch_reject",
      phase: "scheduling_point",
      scope: "edge_dequeue",
      ...decided(story.turningPoint, trail.authority.refused),
      ...guard,
      reason: "authority_epoch_mismatch",
    },
    {
      outcome_kind: "deauthorized_drain",
      phase: "active_turn",
      scope: "turn",
      ...decided(story.turningPoint, trail.authority.drained),
      ...guard,
      reason: "lease_rotated",
    },
  ];
}

function invocationsOf(turn_id: string, story: TurnStory): InvocationOutcomeEvidence[] {
  const { trouble, modelLatency, ending } = story;
  const settled = { outcome_class: "success", retryable: false, retry_decision: "none" } as const;
  const half = Math.round(modelLatency / 2);
  const llm = {
    provider_invocation_id: `${turn_id}-llm`,
    modality: "llm",
    provider_id: "anthropic",
  } as const;
  const switched: InvocationOutcomeEvidence = {
    ...llm,
    outcome_class: "timeout",
    retryable: true,
    retry_decision: "provider_switch",
    attempt_count: 1,
    final_attempt_latency_ms: half,
    total_invocation_latency_ms: half,
  };
  const answered: InvocationOutcomeEvidence = {
    ...llm,
    ...(trouble === "provider_switch" && {
      provider_invocation_id: `${turn_id}-llm-2`,
      provider_id: "cohere",
    }),
    ...settled,
    attempt_count: trouble === "retry" ? 2 : 1,
    final_attempt_latency_ms: trouble === "none" ? modelLatency : modelLatency - half,
    total_invocation_latency_ms: trouble === "provider_switch" ? modelLatency - half : modelLatency,
  };
  const speech = story.firstOutput - story.opened - modelLatency;
  const spoken: InvocationOutcomeEvidence = {
    provider_invocation_id: `${turn_id}-tts`,
    modality: "tts",
    provider_id: "elevenlabs",
    ...settled,
    ...(ending === "provider_failure" && { outcome_class: "infrastructure_failure" }),
    ...(ending === "cancelled" && { outcome_class: "cancelled" }),
    attempt_count: 1,
    final_attempt_latency_ms: speech,
    total_invocation_latency_ms: speech,
  };
  return [...(trouble === "provider_switch" ? [switched] : []), answered, spoken];
}
