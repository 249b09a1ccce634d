/** The events of one turn, in the order in which a runtime writes them. */
import type { EventStream } from "./event-stream.ts";
import { recordEnding } from "./turn-ending.ts";
import type { StoriedTurn, TurnTrail } from "./turn-story.ts";

/** Writes the events of a turn. */
export function recordTurn(stream: EventStream, turn: StoriedTurn): TurnTrail {
  const { turn_id, story } = turn;
  const inTurn = { event_scope: "turn", turn_id } as const;
  const audio = (at: number) =>
    ({
      lane: "DataLane",
      payload_class: "audio_raw",
      media_time: { pts_ms: at - story.ingress },
    }) as const;

  stream.record(story.ingress, { event_scope: "session", ...audio(story.ingress) });
  const proposed = stream.signal(story.proposed, "turn_open_proposed", { event_scope: "session" });
  const reason = "admission_capacity_allow";
  const admitted = stream.signal(story.admitted, "admit", { event_scope: "session", reason });
  const opened = stream.signal(story.opened, "turn_open", { ...inTurn, causal_parent_id: proposed });
  const openSequence = stream.events.length;
  recordTrouble(stream, turn);
  stream.record(story.firstOutput, { ...inTurn, ...audio(story.firstOutput) });
  stream.signal(story.firstOutput, "output_accepted", inTurn);
  stream.signal(story.playback, "playback_started", inTurn);
  const authority = recordEnding(stream, turn);
  return { admitted, opened, openSequence, ...(authority !== undefined && { authority }) };
}

/** A retry has no signal of its own: what is told is the error that it answers. */
function recordTrouble(stream: EventStream, { turn_id, story }: StoriedTurn): void {
  if (story.trouble === "none") return;
  const inTurn = { event_scope: "turn", turn_id, reason: "llm_timeout" } as const;
  const at = story.opened + Math.round(story.modelLatency / 2);
  const causal_parent_id = stream.signal(at, "provider_error", inTurn);
  if (story.trouble === "provider_switch")
    stream.signal(at, "provider_switch", { ...inTurn, causal_parent_id });
}
