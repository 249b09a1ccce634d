/** From OR-02 evidence to a replay trace, as far as the evidence carries one, and back to its invocations. */
import type { BaselineArtifact } from "../../contracts/observability/baseline-artifact.ts";
import type { BaselineEvidence } from "../../contracts/observability/baseline-evidence.ts";
import type { ReplayTrace, ReplayTraceEntry } from "../../contracts/observability/replay-trace.ts";
import type { InvocationEvidence } from "./invocation-latency.ts";

/**
 * The trace of a baseline artifact. The entries of a turn stand in a fixed order, whatever their times, so that a
 * turn that is only slower differs in nothing but timing: proposal, decisions, opening, first output, playback,
 * cancel, provider invocations, terminal signal, close. Lineage, lanes and provider models are not in the
 * evidence. An invocation has the time at which its turn ended; a turn that has no terminal marker ended when it
 * opened, else at 0.
 *
 * @since 0.1.0
 */
export function traceOfBaseline(artifact: Pick<BaselineArtifact, "entries">): ReplayTrace {
  return {
    schema_version: "rspp.replay-trace.v1",
    entries: artifact.entries.flatMap(entriesOfTurn),
    lineage: [],
  };
}

function entriesOfTurn(turn: BaselineEvidence, index: number): ReplayTraceEntry[] {
  const { turn_open_at_ms, turn_terminal_at_ms = turn_open_at_ms } = turn;
  const ended = turn_terminal_at_ms ?? 0;
  const event_id = turn.event_id === "" ? `entry-${index}` : turn.event_id;
  const base = {
    event_id,
    session_id: turn.session_id === "" ? `entry-${index}` : turn.session_id,
    ...(turn.turn_id !== "" && { turn_id: turn.turn_id }),
    plan_hash: turn.plan_hash,
    snapshot_provenance: turn.snapshot_provenance,
    ordering_marker: turn.ordering_markers.join(" "),
    authority_epoch: turn.authority_epoch,
    runtime_timestamp_ms: ended,
  };
  const marker = (signal: string, at: number | undefined): ReplayTraceEntry[] =>
    at === undefined ? [] : [{ ...base, signal, runtime_timestamp_ms: at }];
  const { terminal_outcome, terminal_reason: reason } = turn;
  return [
    ...marker("turn_open_proposed", turn.turn_open_proposed_at_ms),
    ...turn.decision_outcomes.map((decision_outcome) => ({
      ...base,
      decision_outcome,
      runtime_timestamp_ms: integerOr(turn_open_at_ms ?? ended, decision_outcome["runtime_timestamp_ms"]),
      event_id: textOr(event_id, decision_outcome["event_id"]),
    })),
    ...marker("turn_open", turn_open_at_ms),
    ...marker("output_accepted", turn.first_output_at_ms),
    ...marker("playback_started", turn.playback_started_at_ms),
    ...marker("cancel", turn.cancel_accepted_at_ms),
    ...turn.invocation_outcomes.map((invocation_outcome) => ({ ...base, invocation_outcome })),
    { ...base, ...(terminal_outcome !== "" && { signal: terminal_outcome }), reason },
    ...(turn.close_emitted ? marker("close", ended) : []),
  ];
}

const integerOr = (otherwise: number, value: unknown): number =>
  Number.isSafeInteger(value) ? (value as number) : otherwise;

const textOr = (otherwise: string, value: unknown): string =>
  typeof value === "string" && value !== "" ? value : otherwise;

/** The provider invocations that a trace tells, turn by turn in the order of the trace. */
export function invocationsOfTrace({ entries }: Pick<ReplayTrace, "entries">): InvocationEvidence[] {
  const turns = new Map<string, InvocationEvidence>();
  for (const { session_id, turn_id = "", invocation_outcome } of entries) {
    if (invocation_outcome === undefined) continue;
    const key = JSON.stringify([session_id, turn_id]);
    const turn = turns.get(key) ?? { session_id, turn_id, invocation_outcomes: [] };
    turn.invocation_outcomes.push(invocation_outcome);
    turns.set(key, turn);
  }
  return [...turns.values()];
}
