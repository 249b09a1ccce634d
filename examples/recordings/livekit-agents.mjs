/**
 * Maps the session events of LiveKit Agents to the Event ABI. A turn lasts from the moment the agent leaves
 * `listening` until it listens again.
 *
 *     node examples/recordings/livekit-agents.mjs events.jsonl
 *     node examples/recordings/livekit-agents.mjs session_report.json
 *
 * Names are those of the JavaScript events (`newState`) or of the session report (`new_state`). Times are those of
 * the agent's wall clock: `runtime_timestamp_ms` counts from the earliest record.
 */
import { runAsProgram } from "./check-recording.mjs";
import { createCounter, createEventWriter, FILLED_IN } from "./event-writer.mjs";

const BUSY = new Set(["thinking", "speaking"]);

/** Values below are seconds, as Python stamps them: in milliseconds they would be in 1973. */
const SECONDS_BELOW = 1e11;

/** The events of one session. */
export function mapLiveKitAgents(records, { session_id = "session-1" } = {}) {
  const log = records.map(readRecord);
  const turns = findTurns(log);
  const writer = createEventWriter(session_id);
  const unmapped = createCounter();
  const times = log.flatMap(({ ms }) => (ms === undefined ? [] : [ms]));
  const start = times.reduce((least, ms) => Math.min(least, ms), times[0] ?? 0);
  let last = start;
  const session = { writer, agent: "initializing", turn: undefined };
  for (const [index, record] of log.entries()) {
    last = record.ms ?? last;
    writer.at({ id: `record-${index}`, index, ms: last - start, wall_ms: last });
    const isMapped = [
      mapOpening(turns, { index, session }),
      mapRecord(record, session),
      mapEnding(turns, { index, session }),
    ].some(Boolean);
    if (!isMapped) unmapped.add(record.type);
  }
  return {
    events: writer.events,
    starts_midway: log.find(({ type }) => type === "agent_state_changed")?.from !== "initializing",
    unmapped: unmapped.counts,
    unevidenced: {
      ...FILLED_IN,
      "INV-ORD-02": "The log has no event ids: they are those of the mapping",
      "INV-LIFE-01": "Turns are told by the agent's state, which cannot end twice",
      "INV-LIFE-05": "Turns are told by the agent's state, which cannot reopen one",
      "INV-LIFE-06": "The log does not tell which turn an output is of",
      "INV-LIFE-07": "Every abort is given a reason by the mapping",
      "INV-LIFE-08": "Turns are told by the agent's state, which is one at a time",
      "INV-CXL-06": "The agent's state and the reply tell the end of playback and of the turn in one",
    },
  };
}

function readRecord(record) {
  const { type, item, error, reason } = record ?? {};
  const at = record?.createdAt ?? record?.created_at;
  return {
    type: String(type),
    ms: typeof at === "number" ? Math.round(at < SECONDS_BELOW ? at * 1000 : at) : undefined,
    from: record?.oldState ?? record?.old_state,
    to: record?.newState ?? record?.new_state,
    isReply: type === "conversation_item_added" && item?.type === "message" && item.role === "assistant",
    isInterrupted: item?.interrupted === true,
    error,
    reason,
  };
}

/** The turns by the index of the records that open and end them, with `reason` when they were cut short. */
function findTurns(log) {
  const turns = [];
  let current;
  for (const [index, { type, to, error, ...record }] of log.entries()) {
    if (type === "agent_state_changed") {
      if (BUSY.has(to)) {
        if (current === undefined) {
          current = { opens: index, spoke: false };
          turns.push(current);
        }
        current.spoke ||= to === "speaking";
      } else if (current !== undefined) {
        current.returns = index;
        current = undefined;
      }
    }
    // The reply enters the conversation shortly before or after the agent listens again.
    if (record.isReply) {
      const turn = current ?? turns.at(-1);
      if (turn !== undefined && (turn === current || turn.reply === undefined))
        turn.reply = { index, isInterrupted: record.isInterrupted };
    }
    if (type === "error" && current !== undefined && error?.recoverable === false) current.failed = true;
  }
  return turns.map(endOf).filter(({ isTold }) => isTold);
}

function endOf({ opens, returns, spoke, failed, reply }, place) {
  const turn = { turn_id: `turn-${place + 1}`, opens, returns, isTold: true };
  if (returns === undefined) return turn;
  turn.ends = Math.max(returns, reply?.index ?? returns);
  if (reply !== undefined) turn.reason = reply.isInterrupted ? "cancelled" : undefined;
  else if (failed) turn.reason = "provider_failure";
  else if (!spoke) turn.reason = "no_output";
  // It spoke, and no reply says whether it was interrupted: how this turn ended is not in the log.
  else turn.isTold = false;
  turn.isPlaybackTold = reply !== undefined;
  return turn;
}

function mapOpening(turns, { index, session }) {
  const turn = turns.find(({ opens }) => opens === index);
  if (turn === undefined) return false;
  session.turn = turn;
  session.writer.signal("turn_open", { turn_id: turn.turn_id });
  return true;
}

function mapEnding(turns, { index, session }) {
  const turn = turns.find(({ ends }) => ends === index);
  if (turn === undefined) return false;
  session.writer.end(turn.turn_id, turn.reason);
  return true;
}

/** Whether the record has a counterpart. */
function mapRecord(record, session) {
  const { writer, turn } = session;
  switch (record.type) {
    case "speech_created":
      writer.signal("turn_open_proposed");
      return true;
    case "agent_state_changed":
      return mapAgentState(record.to, session);
    case "user_state_changed":
      if (record.to !== "speaking" || session.agent !== "speaking" || turn === undefined) return false;
      writer.signal("barge_in", { turn_id: turn.turn_id });
      return true;
    case "user_input_transcribed":
      writer.data("text_raw");
      return true;
    case "error":
      writer.signal("provider_error", {
        ...(turn !== undefined && { turn_id: turn.turn_id }),
        reason: record.error?.type ?? "error",
      });
      return true;
    case "close":
      writer.signal("ended", { ...(record.reason != null && { reason: String(record.reason) }) });
      return true;
    default:
      return false;
  }
}

function mapAgentState(to, session) {
  const { writer, turn, agent: from } = session;
  session.agent = to;
  if (!BUSY.has(to)) session.turn = undefined;
  if (turn === undefined || from === to) return false;
  const { turn_id } = turn;
  if (to === "speaking") writer.signal("playback_started", { turn_id });
  else if (from !== "speaking") return false;
  else if (BUSY.has(to)) writer.signal("playback_completed", { turn_id });
  else if (turn.isPlaybackTold)
    writer.signal(turn.reason === "cancelled" ? "playback_cancelled" : "playback_completed", { turn_id });
  return true;
}

runAsProgram(import.meta.url, (logs, options) => mapLiveKitAgents(logs.flat(), options));
