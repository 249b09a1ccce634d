/** OR-02 stage A: the baseline evidence of a turn, from capacity that is reserved for it (INV-REC-01). */
import type { JsonObject } from "../contracts/conformance/stimulus.ts";
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import { defaultRedaction } from "../contracts/security/redaction-matrix.ts";
import { defined } from "../internal/defined.ts";
import { invocationOutcomes } from "./invocation-evidence.ts";
import type { SessionState, TurnState } from "./session-state.ts";
import type { World } from "./world.ts";

interface Ended {
  readonly turn: TurnState;
  readonly outcome: "commit" | "abort";
  readonly reason: string | undefined;
  readonly terminal_at: number;
}

/** The evidence of a turn that ended. */
export function baselineEvidence(world: World, session: SessionState, { turn, ...ended }: Ended): JsonObject {
  const { plan } = turn;
  const level = plan.recording_policy.recording_level;
  const classes = [...turn.payload_classes];
  const evidence: BaselineEvidence = {
    session_id: session.session_id,
    turn_id: turn.turn_id,
    pipeline_version: session.pipeline_version,
    event_id: `${session.session_id}-e${session.sequence}`,
    envelope_snapshot: "eventabi/v1",
    payload_tags: [...classes],
    // INV-REC-04: one decision for each class that is stored.
    redaction_decisions: classes.map((payload_class) => ({
      payload_class,
      action: defaultRedaction(`OR-02/${level}`, payload_class),
    })),
    plan_hash: plan.plan_hash,
    snapshot_provenance: plan.snapshot_provenance,
    decision_outcomes: [turn.decision as unknown as Record<string, unknown>],
    invocation_outcomes: invocationOutcomes(world, turn) as unknown as Record<string, unknown>[],
    determinism_seed: plan.determinism.seed,
    ordering_markers: [`runtime_sequence:${session.sequence}`],
    merge_rule_id: plan.determinism.merge_rule_id,
    merge_rule_version: plan.determinism.merge_rule_version,
    authority_epoch: session.epoch,
    migration_markers: turn.migrations,
    terminal_outcome: ended.outcome,
    terminal_reason: ended.reason ?? "",
    close_emitted: world.parts.closes(),
    accepted_stale_epoch_output: turn.acceptedStaleOutput,
    turn_open_proposed_at_ms: turn.proposed_at,
    turn_open_at_ms: turn.opened_at,
    turn_terminal_at_ms: ended.terminal_at,
  };
  return { ...evidence, ...defined(markers(world, turn)) };
}

/** INV-CXL-05: cancel, fence and the message to the provider are one step here. */
function markers({ parts }: World, turn: TurnState): Partial<BaselineEvidence> {
  const at = turn.cancel_accepted_at;
  const isMarked = at !== undefined && parts.marksCancel();
  return defined({
    audio_ingress_at_ms: turn.audio_ingress_at,
    first_output_at_ms: turn.first_output_at,
    playback_started_at_ms: turn.playback_started_at,
    cancel_accepted_at_ms: at,
    cancel_fence_applied_at_ms: isMarked ? at : undefined,
    cancel_sent_at_ms: isMarked ? at : undefined,
    cancel_ack_at_ms: turn.cancel_ack_at,
  } as BaselineEvidence);
}
