/** How turns end on the ControlLane: one way to commit and five to abort. */
import type { EventStream } from "./event-stream.ts";
import type { StoriedTurn, TurnTrail } from "./turn-story.ts";

/** Writes everything from the turning point of a turn to its close. */
export function recordEnding(stream: EventStream, turn: StoriedTurn): TurnTrail["authority"] {
  const { turn_id, story } = turn;
  const inTurn = { event_scope: "turn", turn_id } as const;
  const inSession = { event_scope: "session" } as const;
  const at = story.turningPoint;
  let authority: TurnTrail["authority"];
  switch (story.ending) {
    case "completed":
      stream.signal(at, "playback_completed", inTurn);
      break;
    case "cancelled":
      recordCancel(stream, turn);
      break;
    case "provider_failure":
      stream.signal(at, "provider_error", { ...inTurn, reason: "tts_stream_reset" });
      stream.signal(at, "circuit_event", { ...inTurn, reason: "circuit_opened" });
      stream.signal(at, "playback_cancelled", inTurn);
      break;
    case "node_timeout_or_failure":
      stream.signal(at, "budget_warning", { ...inTurn, reason: "node_budget_80_percent" });
      stream.signal(at, "budget_exhausted", { ...inTurn, reason: "node_budget_exhausted" });
      stream.signal(at, "playback_cancelled", inTurn);
      break;
    case "transport_disconnect_or_stall":
      stream.signal(at, "stall", inSession);
      stream.signal(at, "disconnected", inSession);
      stream.signal(at, "playback_cancelled", inTurn);
      break;
    case "authority_loss":
      authority = recordAuthorityLoss(stream, turn);
      break;
  }
  if (story.ending === "completed") stream.signal(story.terminal, "commit", inTurn);
  else stream.signal(story.terminal, "abort", { ...inTurn, reason: story.ending });
  stream.signal(story.terminal, "close", inTurn);
  return authority;
}

function recordCancel(stream: EventStream, { turn_id, story }: StoriedTurn): void {
  const { cancel, turningPoint, lateOutput, ingress } = story;
  if (cancel === undefined) return;
  const inTurn = { event_scope: "turn", turn_id } as const;
  const causal_parent_id = stream.signal(turningPoint, "barge_in", inTurn);
  stream.signal(cancel.accepted, "cancel", { ...inTurn, scope: "turn", causal_parent_id });
  stream.signal(cancel.fence, "playback_cancelled", inTurn);
  if (lateOutput === undefined) return;
  // It was on its way from the provider when the fence went up: recorded, and not delivered.
  stream.record(lateOutput, {
    ...inTurn,
    lane: "DataLane",
    payload_class: "audio_raw",
    media_time: { pts_ms: lateOutput - ingress },
    late_after_cancel: true,
  });
}

/** The lease rotates: an output of the old placement is refused, its turn is drained. */
function recordAuthorityLoss(stream: EventStream, { turn_id, story }: StoriedTurn): TurnTrail["authority"] {
  const inTurn = { event_scope: "turn", turn_id } as const;
  const at = story.turningPoint;
  stream.epoch += 1;
  stream.signal(at, "lease_rotated", { event_scope: "session" });
  const refused = stream.signal(at, "stale_epoch_reject", { ...inTurn, reason: "authority_epoch_mismatch" });
  stream.signal(at, "playback_cancelled", inTurn);
  const drained = stream.signal(at, "deauthorized_drain", { ...inTurn, reason: "lease_rotated" });
  return { refused, drained };
}
