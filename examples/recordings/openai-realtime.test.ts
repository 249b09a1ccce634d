import { describe, expect, test } from "vitest";

import { broken, judged, mapOpenAiRealtime, outline, verdictOn } from "./mappers.test-kit.ts";

const created = (id: string) => ({ type: "response.created", response: { id, conversation_id: "conv-1" } });
const done = (id: string, status: string, status_details: object | null = null) => ({
  type: "response.done",
  response: { id, status, status_details },
});
const audio = (response_id: string) => ({ type: "response.output_audio.delta", response_id, delta: "AAAA" });
const opening = { type: "session.created", event_id: "e-1", session: { id: "sess-1" } };
const speech = { type: "input_audio_buffer.speech_started", item_id: "item-9" };
const buffer = (what: string) => ({ type: `output_audio_buffer.${what}`, response_id: "r-1" });

describe("the events of OpenAI Realtime", () => {
  test("make a turn of a response, wrapped by a recorder or not", () => {
    const events = [opening, created("r-1"), audio("r-1"), audio("r-1"), done("r-1", "completed")];
    const wrapped = events.map((event, seq) => ({ seq: seq + 10, direction: "server", event }));
    const plain = mapOpenAiRealtime(events);
    expect(outline(plain)).toEqual([
      "connected",
      "turn_open r-1",
      "data r-1",
      "output_accepted r-1",
      "data r-1",
      "commit r-1",
      "close r-1",
    ]);
    expect(outline(mapOpenAiRealtime(wrapped))).toEqual(outline(plain));
    expect(mapOpenAiRealtime(wrapped).events[0]).toMatchObject({
      session_id: "sess-1",
      event_id: "e-1:connected",
      transport_sequence: 10,
      runtime_sequence: 1,
    });
    expect(verdictOn(plain)).toMatchObject({ violations: [], incomplete_turns: [] });
    expect(mapOpenAiRealtime(events)).toEqual(plain);
  });

  test("show a barge-in that cancels, and the audio that is flushed", () => {
    const recording = mapOpenAiRealtime([
      opening,
      created("r-1"),
      buffer("started"),
      speech,
      buffer("cleared"),
      { type: "conversation.item.truncate", item_id: "item-1" },
      done("r-1", "cancelled", { reason: "turn_detected" }),
    ]);
    expect(outline(recording)).toEqual([
      "connected",
      "turn_open r-1",
      "playback_started r-1",
      "barge_in r-1",
      "cancel r-1",
      "playback_cancelled r-1",
      "abort r-1 (cancelled)",
      "close r-1",
    ]);
    const verdict = verdictOn(recording);
    expect(broken(verdict)).toEqual([]);
    expect(judged(verdict)).toEqual(expect.arrayContaining(["INV-CXL-01", "INV-CXL-06"]));
  });

  test("show playback that goes on after a cancel, and output after the end", () => {
    const log = [opening, created("r-1"), speech, buffer("started")];
    const late = [...log, done("r-1", "cancelled", { reason: "turn_detected" }), audio("r-1")];
    expect(broken(verdictOn(mapOpenAiRealtime(late)))).toEqual([
      "INV-CXL-01 r-1",
      "INV-LIFE-05 r-1",
      "INV-CXL-02 r-1",
      "INV-CXL-06 r-1",
    ]);
  });

  test("take a cancel of the client for accepted only when the server says so", () => {
    const log = [opening, created("r-1"), audio("r-1"), { type: "response.cancel" }, audio("r-1")];
    const confirmed = mapOpenAiRealtime([...log, done("r-1", "cancelled", { reason: "client_cancelled" })]);
    expect(outline(confirmed)).toContain("cancel r-1");
    expect(broken(verdictOn(confirmed))).toEqual([]);
    for (const ending of [[done("r-1", "completed")], []])
      expect(outline(mapOpenAiRealtime([...log, ...ending]))).not.toContain("cancel r-1");
  });

  test("do not tell whether the client played what came after its cancel", () => {
    const recording = mapOpenAiRealtime([
      opening,
      created("r-1"),
      { type: "response.cancel", response_id: "r-1" },
      audio("r-1"),
      done("r-1", "cancelled"),
    ]);
    expect(outline(recording)).not.toContain("output_accepted r-1");
    const { not_evaluated } = verdictOn(recording);
    expect(not_evaluated.map(({ id }) => id)).toEqual(expect.arrayContaining(["INV-CXL-01", "INV-CXL-06"]));
  });

  test("abort a response that failed or was cut short, for a stated reason", () => {
    const failed = { type: "failed", error: { type: "server_error", code: "overloaded" } };
    const recording = mapOpenAiRealtime([
      opening,
      created("r-1"),
      done("r-1", "failed", failed),
      created("r-2"),
      done("r-2", "incomplete", { reason: "max_output_tokens" }),
      { type: "error", error: { type: "invalid_request_error" } },
    ]);
    expect(outline(recording).slice(2)).toEqual([
      "provider_error r-1 (overloaded)",
      "abort r-1 (provider_failure)",
      "close r-1",
      "turn_open r-2",
      "abort r-2 (max_output_tokens)",
      "close r-2",
      "provider_error (invalid_request_error)",
    ]);
    expect(broken(verdictOn(recording))).toEqual([]);
  });

  test("leave the turn incomplete that the log ends within", () => {
    const verdict = verdictOn(mapOpenAiRealtime([opening, created("r-1"), audio("r-1")]));
    expect(verdict).toMatchObject({
      violations: [],
      incomplete_turns: [{ turn_id: "r-1", state: "Active" }],
    });
  });

  test("begin midway when the log does", () => {
    const late = mapOpenAiRealtime([done("r-1", "completed")]);
    expect([late.starts_midway, broken(verdictOn(late))]).toEqual([true, []]);
    expect(broken(verdictOn(mapOpenAiRealtime([opening, done("r-1", "completed")])))).not.toEqual([]);
  });

  test("show what a server must not do", () => {
    const twice = [opening, created("r-1"), done("r-1", "completed"), done("r-1", "completed")];
    expect(broken(verdictOn(mapOpenAiRealtime(twice)))).toContain("INV-LIFE-01 r-1");
    const beside = [opening, created("r-1"), created("r-2")];
    expect(broken(verdictOn(mapOpenAiRealtime(beside)))).toEqual(["INV-LIFE-08 r-2"]);
    const sameId = [opening, { ...created("r-1"), event_id: "e-2" }, { ...created("r-1"), event_id: "e-2" }];
    expect(broken(verdictOn(mapOpenAiRealtime(sameId)))).toContain("INV-ORD-02 r-1");
  });

  test("take responses outside of the conversation for no turns, and count what has no counterpart", () => {
    const outOfBand = { type: "response.created", response: { id: "r-2", conversation_id: null } };
    const recording = mapOpenAiRealtime([opening, outOfBand, audio("r-2"), { type: "rate_limits.updated" }]);
    expect(outline(recording)).toEqual(["connected"]);
    expect(recording.unmapped).toEqual({
      "response.created": 1,
      "response.output_audio.delta": 1,
      "rate_limits.updated": 1,
    });
  });

  test("may lack what they should have", () => {
    const types = ["response.done", "response.created", "response.output_audio.delta", "response.cancel"];
    const recording = mapOpenAiRealtime([{}, ...types.map((type) => ({ type }))]);
    expect(recording.events).toEqual([]);
  });
});
