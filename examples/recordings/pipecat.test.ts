import { describe, expect, test } from "vitest";

import { broken, judged, mapPipecat, outline, verdictOn } from "./mappers.test-kit.ts";

const T0 = 1_800_000_000_000;
const record = (ms: number, type: string, data: object = {}) => ({
  type,
  data,
  timestamp: T0 + ms,
  conversation_id: "call-1",
});
const opens = (ms: number, frame = "UserStartedSpeakingFrame#1") => record(ms, "turn_start", { frame });
const ends = (ms: number, frame: string, was_interrupted: boolean) =>
  record(ms, "turn_end", { frame, was_interrupted });
const heard = (ms: number, event_type: string, who = "framework_agent") => ({
  event_type,
  user: who,
  timestamp: T0 + ms,
});
const START = opens(0, "StartFrame#0");
const USER = "UserStartedSpeakingFrame#1";

describe("the log of a Pipecat observer", () => {
  test("has turns, outputs and the end of the pipeline", () => {
    const recording = mapPipecat([
      [
        START,
        record(100, "tts_text", { frame: "Hello" }),
        ends(900, USER, false),
        opens(900),
        record(950, "user_started_speaking"),
        record(1200, "transcript", { frame: "Hi" }),
        record(1500, "llm_response", { frame: "Bye" }),
        ends(2000, "EndFrame#0", true),
      ],
    ]);
    expect(outline(recording)).toEqual([
      "turn_open turn-1",
      "data turn-1",
      "commit turn-1",
      "close turn-1",
      "turn_open turn-2",
      "data",
      "data turn-2",
      "abort turn-2 (session_ended)",
      "close turn-2",
      "ended (EndFrame)",
    ]);
    expect(recording.unmapped).toEqual({ user_started_speaking: 1 });
    expect(recording.events[1]).toMatchObject({
      session_id: "call-1",
      runtime_timestamp_ms: 100,
      wall_clock_timestamp_ms: T0 + 100,
      payload_class: "text_raw",
    });
    expect(verdictOn(recording)).toMatchObject({ violations: [], incomplete_turns: [] });
  });

  test("shows a barge-in, and beside what the caller heard that playback stopped", () => {
    const log = [START, record(100, "tts_text"), ends(900, USER, true), opens(900)];
    const caller = [heard(200, "audio_start"), heard(950, "audio_end"), heard(960, "audio_end")];
    const recording = mapPipecat([log, caller]);
    expect(outline(recording)).toEqual([
      "turn_open turn-1",
      "data turn-1",
      "playback_started turn-1",
      "barge_in turn-1",
      "abort turn-1 (cancelled)",
      "close turn-1",
      "turn_open turn-2",
      "playback_cancelled turn-1",
    ]);
    expect(verdictOn(recording)).toMatchObject({ violations: [], incomplete_turns: [{ turn_id: "turn-2" }] });
  });

  test("shows audio that nobody stopped after the pipeline was cancelled", () => {
    const log = [START, ends(900, "CancelFrame#0(reason: None)", true)];
    const stopped = mapPipecat([log, [heard(200, "audio_start"), heard(910, "audio_end")]]);
    expect(outline(stopped).slice(2)).toEqual([
      "cancel",
      "abort turn-1 (cancelled)",
      "close turn-1",
      "ended (CancelFrame)",
      "playback_cancelled turn-1",
    ]);
    expect(broken(verdictOn(stopped))).toEqual([]);
    expect(broken(verdictOn(mapPipecat([log, [heard(200, "audio_start")]])))).toEqual(["INV-CXL-06 turn-1"]);
    expect(judged(verdictOn(mapPipecat([log])))).not.toContain("INV-CXL-06");
  });

  test("tells the connection by the caller's log", () => {
    const state = (ms: number, name: string, details = {}) =>
      record(ms, "connection_state", { state: name, details });
    const caller = [state(0, "connected"), state(10, "session_started")];
    const recording = mapPipecat([[...caller, state(900, "session_ended", { reason: "goodbye" })]]);
    expect(outline(recording)).toEqual(["connected", "disconnected (goodbye)"]);
  });

  test("does not tell of a reply that failed: the turn ends as turn tracking says", () => {
    const recording = mapPipecat([[START, ends(900, USER, false)]]);
    expect(outline(recording)).toEqual(["turn_open turn-1", "commit turn-1", "close turn-1"]);
  });

  test("leaves the turn incomplete that it ends within, and may begin midway", () => {
    expect(verdictOn(mapPipecat([[START, record(100, "tts_text")]]))).toMatchObject({
      violations: [],
      incomplete_turns: [{ turn_id: "turn-1", state: "Active" }],
    });
    const midway = mapPipecat([[record(0, "tts_text"), ends(900, USER, false), opens(900)]]);
    expect([midway.starts_midway, broken(verdictOn(midway))]).toEqual([true, []]);
  });

  test("shows turns that overlap or end twice, and a clock that goes back", () => {
    expect(broken(verdictOn(mapPipecat([[START, opens(100)]])))).toEqual(["INV-LIFE-08 turn-2"]);
    const twice = [START, ends(900, USER, false), ends(901, USER, false)];
    expect(broken(verdictOn(mapPipecat([twice])))).toContain("INV-LIFE-01 turn-1");
    const back = [START, record(900, "tts_text"), record(500, "tts_text")];
    expect(broken(verdictOn(mapPipecat([back])))).toEqual(["INV-ORD-03 turn-1"]);
  });
});
