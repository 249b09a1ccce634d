import { describe, expect, test } from "vitest";

import { broken, judged, mapLiveKitAgents, outline, verdictOn } from "./mappers.test-kit.ts";

const T0 = 1_800_000_000_000;
const agent = (ms: number, oldState: string, newState: string) => ({
  type: "agent_state_changed",
  oldState,
  newState,
  createdAt: T0 + ms,
});
const user = (ms: number, newState: string) => ({
  type: "user_state_changed",
  oldState: "listening",
  newState,
  createdAt: T0 + ms,
});
const proposed = (ms: number) => ({ type: "speech_created", source: "generate_reply", createdAt: T0 + ms });
const reply = (ms: number, interrupted = false) => ({
  type: "conversation_item_added",
  item: { type: "message", role: "assistant", content: ["Hello"], interrupted },
  createdAt: T0 + ms,
});
const START = agent(0, "initializing", "listening");
const SPEAKS = [proposed(10), agent(20, "listening", "thinking"), agent(300, "thinking", "speaking")];

describe("the events of LiveKit Agents", () => {
  test("make a turn of what the agent does until it listens again", () => {
    const recording = mapLiveKitAgents([START, ...SPEAKS, reply(900), agent(901, "speaking", "listening")]);
    expect(outline(recording)).toEqual([
      "turn_open_proposed",
      "turn_open turn-1",
      "playback_started turn-1",
      "playback_completed turn-1",
      "commit turn-1",
      "close turn-1",
    ]);
    expect(recording.events.at(-1)).toMatchObject({
      runtime_timestamp_ms: 901,
      wall_clock_timestamp_ms: T0 + 901,
      event_id: "record-5:close",
    });
    expect(verdictOn(recording)).toMatchObject({ violations: [], incomplete_turns: [] });
  });

  test("read the same by the names of the session report and in seconds", () => {
    const log = [START, ...SPEAKS, reply(900), agent(901, "speaking", "listening")];
    const report = log.map(({ createdAt, ...record }) => {
      const { oldState, newState, ...rest } = record as Record<string, unknown>;
      return { ...rest, old_state: oldState, new_state: newState, created_at: createdAt };
    });
    const seconds = report.map((record) => ({ ...record, created_at: record.created_at / 1000 }));
    for (const records of [report, seconds])
      expect(mapLiveKitAgents(records).events).toEqual(mapLiveKitAgents(log).events);
  });

  test("show a barge-in, and that the reply was cut off", () => {
    const log = [
      START,
      ...SPEAKS,
      user(600, "speaking"),
      reply(900, true),
      agent(901, "speaking", "listening"),
    ];
    const recording = mapLiveKitAgents(log);
    expect(outline(recording).slice(3)).toEqual([
      "barge_in turn-1",
      "playback_cancelled turn-1",
      "abort turn-1 (cancelled)",
      "close turn-1",
    ]);
    expect(broken(verdictOn(recording))).toEqual([]);
    // When the interruption was accepted is not in the log, so there is no cancel.
    expect(judged(verdictOn(recording)).filter((id) => id.startsWith("INV-CXL"))).toEqual([]);
  });

  test("may tell of the reply after the agent listens again", () => {
    const recording = mapLiveKitAgents([
      START,
      ...SPEAKS,
      agent(900, "speaking", "listening"),
      reply(905, true),
    ]);
    expect(outline(recording).slice(3)).toEqual([
      "playback_cancelled turn-1",
      "abort turn-1 (cancelled)",
      "close turn-1",
    ]);
  });

  test("abort a reply that failed, and one that came to nothing", () => {
    const error = { type: "error", error: { type: "llm_error", recoverable: false }, createdAt: T0 + 200 };
    const recording = mapLiveKitAgents([
      START,
      proposed(10),
      agent(20, "listening", "thinking"),
      error,
      agent(210, "thinking", "listening"),
      proposed(400),
      agent(410, "listening", "thinking"),
      agent(500, "thinking", "listening"),
    ]);
    expect(outline(recording)).toEqual([
      "turn_open_proposed",
      "turn_open turn-1",
      "provider_error turn-1 (llm_error)",
      "abort turn-1 (provider_failure)",
      "close turn-1",
      "turn_open_proposed",
      "turn_open turn-2",
      "abort turn-2 (no_output)",
      "close turn-2",
    ]);
    expect(broken(verdictOn(recording))).toEqual([]);
  });

  test("leave out a turn of which they do not tell how it ended", () => {
    const recording = mapLiveKitAgents([START, ...SPEAKS, agent(900, "speaking", "listening")]);
    expect(outline(recording)).toEqual(["turn_open_proposed"]);
  });

  test("leave the turn incomplete that the log ends within", () => {
    expect(verdictOn(mapLiveKitAgents([START, ...SPEAKS]))).toMatchObject({
      violations: [],
      incomplete_turns: [{ turn_id: "turn-1", state: "Active" }],
    });
  });

  test("show a session that closes within a turn, a turn nobody asked for and a clock that goes back", () => {
    const close = { type: "close", reason: "error", createdAt: T0 + 400 };
    expect(broken(verdictOn(mapLiveKitAgents([START, ...SPEAKS, close])))).toEqual(["INV-LIFE-02 turn-1"]);
    const unasked = [START, ...SPEAKS, reply(900), agent(901, "speaking", "listening")];
    const again = [...unasked, agent(950, "listening", "speaking")];
    expect(broken(verdictOn(mapLiveKitAgents(again)))).toEqual(["INV-LIFE-04 turn-2"]);
    const back = [START, proposed(10), agent(5, "listening", "thinking")];
    expect(broken(verdictOn(mapLiveKitAgents(back)))).toEqual(["INV-ORD-03 turn-1"]);
  });
});
