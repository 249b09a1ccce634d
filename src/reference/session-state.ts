/** What the reference runtime remembers of a session and of its turns. */
import type { JsonObject, Quota, Snapshot } from "../contracts/conformance/stimulus.ts";
import type { DecisionOutcome } from "../contracts/control-plane/decision-outcome.ts";
import type { InvocationOutcomeEvidence } from "../contracts/provider/invocation-outcome-evidence.ts";
import type { PayloadClass } from "../contracts/security/payload-class.ts";
import type { ResolvedTurnPlan } from "../contracts/turn/resolved-turn-plan.ts";
import type { VirtualTimer } from "../simulation/virtual-clock.ts";
import type { EdgeLanes } from "./edges/edge-state.ts";

/** A provider invocation of a turn. */
export interface InvocationState {
  readonly provider_invocation_id: string;
  readonly modality: InvocationOutcomeEvidence["modality"];
  readonly started_at: number;
  attempts: number;
  outcome_class: InvocationOutcomeEvidence["outcome_class"];
  retry_decision: InvocationOutcomeEvidence["retry_decision"];
  ended_at?: number;
}

/** A turn that was opened. */
export interface TurnState {
  readonly turn_id: string;
  readonly plan: ResolvedTurnPlan;
  /** When the user audio that led to it came in. */
  readonly audio_ingress_at?: number;
  readonly proposed_at: number;
  readonly opened_at: number;
  readonly decision: DecisionOutcome;
  state: "Active" | "Closed";
  cancelled?: true;
  accepted_outputs: number;
  /** Whether an output of a past placement was let through; a runtime that keeps the semantics never does. */
  acceptedStaleOutput: boolean;
  /** Classes of everything that was recorded for the turn. */
  readonly payload_classes: Set<PayloadClass>;
  first_output_at?: number;
  playback: "none" | "started" | "completed";
  playback_started_at?: number;
  cancel_accepted_at?: number;
  cancel_ack_at?: number;
  /** Nodes and provider invocations whose outputs are fenced. */
  readonly fenced: Set<string>;
  /** Invocations that were given up. */
  readonly abandoned: Set<string>;
  readonly usedActions: Set<string>;
  readonly invocations: Map<string, InvocationState>;
  readonly hanging: Map<string, VirtualTimer>;
  budget?: VirtualTimer;
  isDowngraded: boolean;
  readonly migrations: string[];
}

/** A session. */
export interface SessionState {
  readonly session_id: string;
  readonly pipeline_version: string;
  readonly plan: ResolvedTurnPlan;
  epoch: number;
  hasAuthority: boolean;
  isTornDown: boolean;
  sequence: number;
  snapshot: Pick<Snapshot, "state" | "on_failure">;
  readonly quotas: Map<Quota["at"], NonNullable<Quota["outcome"]>>;
  recorder: "ok" | "pressure" | "unavailable";
  /** When the last user audio came in that no turn was opened for. */
  audio_ingress_at?: number;
  readonly seenEventIds: Set<string>;
  readonly usedTurnIds: Set<string>;
  readonly turns: Map<string, TurnState>;
  active?: TurnState;
  readonly edges: Map<string, EdgeLanes>;
  /** What was decided, when: what a replay goes through again. */
  readonly journal: JournalEntry[];
}

/** One entry of the journal. */
export interface JournalEntry {
  readonly turn_id: string;
  readonly name: string;
  readonly at: number;
  readonly detail: JsonObject;
}
