/**
 * Maps the log of a Pipecat observer to the Event ABI: one record a frame that matters, with the turns of Pipecat's
 * turn tracking. What the caller heard can be given beside it, as a second log on the same clock.
 *
 *     node examples/recordings/pipecat.mjs pipecat_logs.jsonl [caller_events.jsonl]
 *
 * Times are milliseconds since the Unix epoch: `runtime_timestamp_ms` counts from the earliest record.
 */
import { runAsProgram } from "./check-recording.mjs";
import { createCounter, createEventWriter, FILLED_IN } from "./event-writer.mjs";

/** The user of the caller's log whose audio is the assistant's. */
const ASSISTANT = "framework_agent";

/** The events of one call. `logs` is one list of records for each log, each in its own order. */
export function mapPipecat(logs, { session_id } = {}) {
  const log = mergeByTime(logs);
  const named = log.find(({ conversation_id }) => conversation_id !== undefined);
  const writer = createEventWriter(named?.conversation_id ?? session_id ?? "session-1");
  const unmapped = createCounter();
  const times = log.map(({ timestamp }) => timestamp).filter((one) => typeof one === "number");
  const start = times.reduce((least, ms) => Math.min(least, ms), times[0] ?? 0);
  let last = start;
  const session = { writer, opened: 0, active: undefined, playing: undefined, cut: new Set() };
  for (const [index, record] of log.entries()) {
    if (typeof record.timestamp === "number") last = record.timestamp;
    writer.at({ id: `record-${index}`, index, ms: Math.round(last - start), wall_ms: Math.round(last) });
    const name = record.type ?? record.event_type;
    if (!mapRecord(name, { record, session })) unmapped.add(String(name));
  }
  const first = log.find(({ type }) => type === "turn_start" || type === "turn_end");
  const isHeard = log.some(({ event_type }) => event_type === "audio_start");
  return {
    events: writer.events,
    starts_midway: !String(first?.data?.frame).startsWith("StartFrame"),
    unmapped: unmapped.counts,
    unevidenced: {
      ...FILLED_IN,
      "INV-ORD-02": "The log has no event ids: they are those of the mapping",
      "INV-LIFE-05": "The log does not tell which turn an output is of",
      "INV-LIFE-06": "The log does not tell which turn an output is of",
      "INV-LIFE-07": "Every abort is given a reason by the mapping",
      "INV-CXL-02": "The log does not tell which turn an output is of",
      "INV-CXL-03": "The cancel of the pipeline and the end of the turn are one record",
      ...(!isHeard && {
        "INV-CXL-01": "The log does not tell what was played after a cancel",
        "INV-CXL-06": "The log does not tell what was played",
      }),
    },
  };
}

/** Several logs as one, by time; within one log the order stays as it is, so a clock that jumps back shows. */
function mergeByTime(logs) {
  const places = logs.map(() => 0);
  const merged = [];
  for (;;) {
    let next;
    for (const [which, log] of logs.entries()) {
      const head = log[places[which]];
      if (head === undefined) continue;
      const ms = head.timestamp ?? 0;
      if (next === undefined || ms < next.ms) next = { which, ms, head };
    }
    if (next === undefined) return merged;
    places[next.which] += 1;
    merged.push(next.head);
  }
}

/** Whether the record has a counterpart. */
function mapRecord(name, { record, session }) {
  const { writer, active } = session;
  switch (name) {
    case "turn_start":
      session.opened += 1;
      session.active = `turn-${session.opened}`;
      writer.signal("turn_open", { turn_id: session.active });
      return true;
    case "turn_end":
      return mapTurnEnd(record.data ?? {}, session);
    case "llm_response":
    case "tts_text":
      writer.data("text_raw", active);
      return true;
    case "transcript":
      writer.data("text_raw");
      return true;
    case "connection_state":
      return mapConnection(record.data ?? {}, session);
    case "audio_start":
      if (record.user !== ASSISTANT || active === undefined) return false;
      session.playing = active;
      writer.signal("playback_started", { turn_id: active });
      return true;
    case "audio_end":
      return mapAudioEnd(record, session);
    default:
      return false;
  }
}

/** An end without a turn is written for the last turn, where it breaks the order. */
function mapTurnEnd({ frame, was_interrupted }, session) {
  const { writer } = session;
  const turn_id = session.active ?? `turn-${session.opened}`;
  const cause = /^[A-Za-z]+/.exec(String(frame))?.[0];
  session.active = undefined;
  if (cause === "UserStartedSpeakingFrame" && was_interrupted) writer.signal("barge_in", { turn_id });
  if (cause === "CancelFrame") writer.signal("cancel", { scope: "session" });
  if (was_interrupted) session.cut.add(turn_id);
  // Turn tracking calls every turn interrupted that the pipeline ends within.
  const reason = cause === "EndFrame" ? "session_ended" : "cancelled";
  writer.end(turn_id, was_interrupted ? reason : undefined);
  if (cause === "CancelFrame" || cause === "EndFrame") writer.signal("ended", { reason: cause });
  return true;
}

function mapConnection({ state, details }, { writer }) {
  if (state === "connected") writer.signal("connected");
  else if (state !== "session_ended") return false;
  else writer.signal("disconnected", { ...(details?.reason !== undefined && { reason: details.reason }) });
  return true;
}

/** Audio that stops after its turn was cut off did not play to its end. */
function mapAudioEnd({ user }, session) {
  const turn_id = session.playing;
  if (user !== ASSISTANT || turn_id === undefined) return false;
  session.playing = undefined;
  session.writer.signal(session.cut.has(turn_id) ? "playback_cancelled" : "playback_completed", { turn_id });
  return true;
}

runAsProgram(import.meta.url, mapPipecat);
