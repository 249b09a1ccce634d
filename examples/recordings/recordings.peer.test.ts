/** Real recordings of the three frameworks through the mappers, and what else is known about them. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

import {
  broken,
  judged,
  mapLiveKitAgents,
  mapOpenAiRealtime,
  mapPipecat,
  type NativeRecord,
  outline,
  parseRecords,
  type Recording,
  verdictOn,
} from "./mappers.test-kit.ts";

const LOGS = fileURLToPath(new URL("../../../shared/data/voice-logs", import.meta.url));
const isPresent = existsSync(LOGS);
if (!isPresent) console.warn(`Skipping real recordings: ${LOGS} is absent`);

const read = (path: string) => parseRecords(readFileSync(`${LOGS}/${path}`, "utf8")).records;
const openai = (name: string) => mapOpenAiRealtime(read(`openai-realtime/pydantic-ai.openai_${name}.jsonl`));
const livekit = (name: string) => mapLiveKitAgents(read(`livekit-agents-js/${name}`));
const PIPECAT = ["pipecat/eva.1.1.2.pipecat_logs.jsonl", "pipecat/eva.1.1.2.elevenlabs_events.jsonl"];
const pipecat = (...paths: string[]) => mapPipecat(paths.map(read));

/** Times of a signal in ms since the Unix epoch. */
const timesOf = ({ events }: Recording, name: string) =>
  events.flatMap((event) =>
    "signal" in event && event.signal === name ? [event.wall_clock_timestamp_ms] : [],
  );
const furthest = (left: readonly number[], right: readonly number[]) => {
  expect(left).toHaveLength(right.length);
  return Math.max(...left.map((ms, index) => Math.abs(ms - (right[index] ?? 0))));
};

interface Expected {
  readonly events: number;
  readonly turns: number;
  readonly aborts: readonly string[];
  readonly judged: readonly string[];
}
const OPENAI = ["INV-LIFE-01", "INV-LIFE-02", "INV-LIFE-05", "INV-LIFE-06", "INV-LIFE-08", "INV-ORD-02"];
const LIVEKIT = {
  events: 32,
  turns: 4,
  aborts: ["abort turn-2 (cancelled)"],
  judged: ["INV-LIFE-02", "INV-LIFE-04", "INV-ORD-03"],
};
const CALL = { turns: 11, aborts: ["abort turn-11 (cancelled)"] };
const LIFE = ["INV-LIFE-01", "INV-LIFE-02", "INV-LIFE-08"];
const HEARD = [...LIFE, "INV-CXL-01", "INV-CXL-06", "INV-ORD-03"];

const RECORDINGS: readonly (readonly [string, () => Recording, Expected])[] = [
  [
    "three turns by server VAD, OpenAI Realtime",
    () => openai("three_server_vad_turns"),
    { events: 95, turns: 3, aborts: [], judged: OPENAI },
  ],
  [
    "one turn by WebRTC side band, OpenAI Realtime",
    () => openai("webrtc_sideband_audio_turn"),
    { events: 8, turns: 1, aborts: [], judged: OPENAI },
  ],
  ["session events, LiveKit Agents", () => livekit("events.jsonl"), LIVEKIT],
  ["session report, LiveKit Agents", () => livekit("session_report.json"), LIVEKIT],
  [
    "observer log, Pipecat",
    () => pipecat(PIPECAT[0] ?? ""),
    { ...CALL, events: 705, judged: [...LIFE, "INV-ORD-03"] },
  ],
  ["observer and caller, Pipecat", () => pipecat(...PIPECAT), { ...CALL, events: 727, judged: HEARD }],
  [
    "caller alone, Pipecat",
    () => pipecat(PIPECAT[1] ?? ""),
    { events: 2, turns: 0, aborts: [], judged: ["INV-ORD-03"] },
  ],
];

describe.skipIf(!isPresent)("real recordings", () => {
  test.each(RECORDINGS)("break nothing that they are evidence for: %s", (_, map, expected) => {
    const recording = map();
    const verdict = verdictOn(recording);
    expect(broken(verdict)).toEqual([]);
    expect(judged(verdict)).toEqual(expected.judged);
    expect(verdict.incomplete_turns).toEqual([]);
    expect(verdict.summary).toMatchObject({
      events: expected.events,
      turns_opened: expected.turns,
      turns_closed: expected.turns,
      unreadable_events: 0,
    });
    expect(outline(recording).filter((line) => line.startsWith("abort"))).toEqual(expected.aborts);
    expect(map()).toEqual(recording);
  });

  test("leave turns incomplete where they are cut, and break nothing by it", () => {
    const records = read("openai-realtime/pydantic-ai.openai_three_server_vad_turns.jsonl");
    let incomplete = 0;
    for (let length = 0; length < records.length; length++) {
      const verdict = verdictOn(mapOpenAiRealtime(records.slice(0, length)));
      expect(broken(verdict)).toEqual([]);
      incomplete += verdict.incomplete_turns.length;
    }
    // From response.created to the record before response.done: seq 56 to 91, 171 to 205, 286 to 337.
    expect(incomplete).toBe(36 + 35 + 52);
  });

  test("of WebRTC play after the response is done, which is legal", () => {
    const lines = outline(openai("webrtc_sideband_audio_turn")).map((line) => line.split(" ")[0]);
    expect(lines.slice(-3)).toEqual(["commit", "close", "playback_completed"]);
  });

  test("of LiveKit tell the same as session events and as session report", () => {
    expect(outline(livekit("session_report.json"))).toEqual(outline(livekit("events.jsonl")));
  });

  test("of LiveKit agree with the speaker within 2 ms", () => {
    const recording = livekit("events.jsonl");
    const truth = JSON.parse(readFileSync(`${LOGS}/livekit-agents-js/ground_truth.json`, "utf8")) as {
      t: number;
      name: string;
    }[];
    const heard = (name: string) => truth.filter((one) => one.name === name).map(({ t }) => t);
    for (const [signal, name] of [
      ["playback_started", "speaker_started"],
      ["playback_completed", "speaker_finished"],
      ["playback_cancelled", "speaker_cleared"],
    ] as const)
      expect(furthest(timesOf(recording, signal), heard(name))).toBeLessThanOrEqual(2);
    // The user spoke over the agent from here on: what is recorded is when the agent noticed.
    const [spoke] = heard("user_audio_start").slice(1);
    expect(timesOf(recording, "barge_in").map((ms) => ms - (spoke ?? 0))).toEqual([46]);
  });

  test("of LiveKit agree with the spans about who was interrupted", () => {
    const spans = read("livekit-agents-js/otlp.jsonl").flatMap(spansOf);
    const speaking = spans.filter(({ name }) => name === "agent_speaking");
    const recording = livekit("events.jsonl");
    const starts = speaking.map(({ startTimeUnixNano }) => Number(BigInt(startTimeUnixNano) / 1_000_000n));
    expect(furthest(timesOf(recording, "playback_started"), starts)).toBeLessThanOrEqual(2);
    const isInterrupted = ({ attributes }: Span) =>
      attributes.some(({ key, value }) => key === "lk.interrupted" && value["boolValue"] === true);
    // The greeting, which the agent says by itself, has no span of a turn.
    expect(spans.filter(({ name }) => name === "agent_turn").map(isInterrupted)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("of Pipecat play each reply within its turn, as the caller heard it", () => {
    const { events } = pipecat(...PIPECAT);
    const firstOf = (turn_id: string, signal: string) =>
      events.find((event) => event.turn_id === turn_id && "signal" in event && event.signal === signal)
        ?.runtime_timestamp_ms;
    const turns = [...new Set(events.flatMap(({ turn_id }) => turn_id ?? []))];
    const played = turns.filter((turn_id) => firstOf(turn_id, "playback_started") !== undefined);
    expect([turns.length, played.length]).toEqual([11, 10]);
    for (const turn_id of played) {
      expect(firstOf(turn_id, "turn_open")).toBeLessThan(firstOf(turn_id, "playback_started") ?? 0);
      expect(firstOf(turn_id, "playback_completed")).toBeLessThan(firstOf(turn_id, "close") ?? 0);
    }
  });
});

interface Span {
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
}

function spansOf(record: NativeRecord): Span[] {
  const { resourceSpans } = record as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}
