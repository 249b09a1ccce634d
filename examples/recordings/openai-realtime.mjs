/**
 * Maps the events of the OpenAI Realtime API, as a client records them, to the Event ABI. A response is a turn.
 *
 *     node examples/recordings/openai-realtime.mjs session.jsonl
 *
 * Records are `{ seq, direction, event }` or the events themselves. They carry no time, so `runtime_timestamp_ms`
 * is the place in the log: order can be judged, latency cannot.
 */
import { runAsProgram } from "./check-recording.mjs";
import { createCounter, createEventWriter, FILLED_IN } from "./event-writer.mjs";

/** Output that a client is handed to play or show, by the names of the current API and of its beta. */
const OUTPUT = {
  "response.output_audio.delta": "audio",
  "response.audio.delta": "audio",
  "response.output_text.delta": "text",
  "response.text.delta": "text",
  "response.output_audio_transcript.delta": "transcript",
  "response.audio_transcript.delta": "transcript",
  "response.function_call_arguments.delta": "call",
};

/** Events that mean nothing without the response that they are of. */
const NEEDS_TURN = /^(?:output_audio_buffer\.|response\.(?!cancel$))/;

const PLAYBACK = {
  "output_audio_buffer.started": "playback_started",
  "output_audio_buffer.stopped": "playback_completed",
  "output_audio_buffer.cleared": "playback_cancelled",
};

/** The events of one session. */
export function mapOpenAiRealtime(records, { session_id } = {}) {
  const log = records.map((record) => record?.event ?? record ?? {});
  const known = lookAhead(log);
  const writer = createEventWriter(known.session_id ?? session_id ?? "session-1");
  const unmapped = createCounter();
  const session = {
    writer,
    known,
    active: new Set(),
    accepted: new Set(),
    cancelled: new Set(),
    playing: new Set(),
    flushed: new Set(),
  };
  for (const [index, event] of log.entries()) {
    const place = records[index]?.seq ?? index;
    writer.at({ id: event.event_id ?? `record-${index}`, index: place, ms: index, wall_ms: 0 });
    if (!mapEvent(event, session)) unmapped.add(String(event.type));
  }
  const isWebRtc = log.some(({ type }) => PLAYBACK[type] !== undefined);
  return {
    events: writer.events,
    starts_midway: !log.some(({ type }) => type === "session.created"),
    unmapped: unmapped.counts,
    unevidenced: {
      ...FILLED_IN,
      "INV-ORD-03": "The log has no timestamps",
      "INV-LIFE-07": "Every abort is given the status of its response as reason",
      "INV-CXL-03": "A cancel is mapped only when the server confirms it in response.done",
      "INV-CXL-04": "The log has no timestamps",
      ...(!isWebRtc && {
        "INV-CXL-01": "The log does not tell what the client plays after a cancel",
        "INV-CXL-06": "The log does not tell what the client plays",
      }),
    },
  };
}

/** What later records tell about earlier ones: how responses end, and which response an item is of. */
function lookAhead(log) {
  const endings = new Map();
  const owners = new Map();
  const outOfBand = new Set();
  for (const { type, response, response_id, item } of log) {
    if (type === "response.done")
      endings.set(response?.id, { status: response?.status, reason: response?.status_details?.reason });
    if (type === "response.created" && response?.conversation_id === null) outOfBand.add(response.id);
    if (type === "response.output_item.added") owners.set(item?.id, response_id);
  }
  const session_id = log.find(({ session }) => session?.id !== undefined)?.session.id;
  return { session_id, endings, owners, outOfBand };
}

/** Whether the event has a counterpart. */
function mapEvent(event, session) {
  const { writer, known } = session;
  const { type } = event;
  const turn_id = event.response?.id ?? event.response_id;
  // Responses outside of the conversation run beside the turns, and are none.
  if (known.outOfBand.has(turn_id)) return false;
  if (NEEDS_TURN.test(type) && turn_id === undefined) return false;
  if (OUTPUT[type] !== undefined) return mapOutput(OUTPUT[type], { turn_id, session });
  if (PLAYBACK[type] !== undefined) return mapPlayback(PLAYBACK[type], { turn_id, session });
  switch (type) {
    case "conversation.item.input_audio_transcription.delta":
    case "conversation.item.input_audio_transcription.completed":
      writer.data("text_raw");
      return true;
    case "session.created":
      writer.signal("connected");
      return true;
    case "response.created":
      session.active.add(turn_id);
      writer.signal("turn_open", { turn_id });
      return true;
    case "input_audio_buffer.speech_started":
      return mapSpeech(session);
    case "response.cancel":
      return mapCancel(turn_id ?? [...session.active].at(-1), { by: "client_cancelled", session });
    case "conversation.item.truncate":
      return mapTruncation(known.owners.get(event.item_id), session);
    case "response.done":
      return mapDone(event.response, session);
    case "error":
      writer.signal("provider_error", { reason: event.error?.code ?? event.error?.type ?? "error" });
      return true;
    default:
      return false;
  }
}

function mapOutput(kind, { turn_id, session }) {
  // audio_raw needs a media time, which a delta does not have: what is recorded is that it came.
  session.writer.data(kind === "audio" ? "metadata" : "text_raw", turn_id);
  if (kind !== "audio" && kind !== "text") return true;
  // Whether the client let through what was on its way at the cancel is not in the log.
  if (session.accepted.has(turn_id) || session.cancelled.has(turn_id)) return true;
  session.accepted.add(turn_id);
  session.writer.signal("output_accepted", { turn_id });
  return true;
}

function mapPlayback(signal, { turn_id, session }) {
  if (signal === "playback_started") session.playing.add(turn_id);
  else session.playing.delete(turn_id);
  if (signal === "playback_cancelled") return mapTruncation(turn_id, session);
  session.writer.signal(signal, { turn_id });
  return true;
}

/** Clearing the buffer and truncating the item tell the same of one turn. */
function mapTruncation(turn_id, { writer, flushed }) {
  if (turn_id === undefined || flushed.has(turn_id)) return false;
  flushed.add(turn_id);
  writer.signal("playback_cancelled", { turn_id });
  return true;
}

function mapSpeech(session) {
  const turns = new Set([...session.active, ...session.playing]);
  for (const turn_id of turns) {
    session.writer.signal("barge_in", { turn_id });
    mapCancel(turn_id, { by: "turn_detected", session });
  }
  return turns.size > 0;
}

/** A cancel that the server confirms at the end of the response; the first record that can have caused it. */
function mapCancel(turn_id, { by, session }) {
  const ending = session.known.endings.get(turn_id);
  const isConfirmed = ending?.status === "cancelled" && (ending.reason ?? by) === by;
  if (!isConfirmed || !session.active.has(turn_id) || session.cancelled.has(turn_id)) return false;
  session.cancelled.add(turn_id);
  session.writer.signal("cancel", { turn_id, scope: "turn" });
  return true;
}

function mapDone({ id, status, status_details }, { writer, active }) {
  active.delete(id);
  if (status === "completed") writer.end(id);
  else if (status === "cancelled") writer.end(id, "cancelled");
  else if (status === "failed") {
    const { code, type } = status_details?.error ?? {};
    writer.signal("provider_error", { turn_id: id, reason: code ?? type ?? "failed" });
    writer.end(id, "provider_failure");
  } else writer.end(id, status_details?.reason ?? status ?? "unknown_status");
  return true;
}

runAsProgram(import.meta.url, (logs, options) => mapOpenAiRealtime(logs.flat(), options));
