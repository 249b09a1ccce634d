import { describe, expect, test } from "vitest";
import { isEventRecord } from "../../validators/generated/event-record.ts";
import { createNodeHarness } from "../harness/node-harness.ts";
import { compareTranscripts } from "./compare-transcripts.ts";
import { formatNodeScript } from "./format-node-script.ts";
import { parseMarbles } from "./parse-marbles.ts";
import { parseNodeScript } from "./parse-node-script.ts";
import { recordScript } from "./record-script.ts";
import { replayScript } from "./replay-script.ts";
import { deafSpeaker, speaker } from "./text-nodes.test-kit.ts";
import { outputsNdjson, transcriptNdjson } from "./transcript-text.ts";

const LEGEND = {
  s: { type: "say", payload: "one two" },
  f: { type: "frame", payload: Int16Array.of(1, 2) },
} as const;

async function ran(marbles: string, { isClosed = true } = {}) {
  const harness = await createNodeHarness(speaker, { seed: 7 });
  await harness.run(parseMarbles(marbles, LEGEND));
  if (isClosed) await harness.close();
  return harness;
}

describe("a recorded run", () => {
  test("gives the same outputs when it is saved, read and run again", async () => {
    const harness = await ran("^fs------!-");
    const text = formatNodeScript(recordScript(harness, { node_id: "speaker", seed: 7 }));
    const script = parseNodeScript(text);
    expect(script).toMatchObject({ node_id: "speaker", seed: 7 });
    expect(script.outputs).toHaveLength(3);
    const replay = await replayScript(speaker, script);
    expect(replay).toMatchObject({ ok: true, difference: undefined, violations: [] });
    expect(transcriptNdjson(replay)).toBe(transcriptNdjson(harness));
  });

  test("that was not closed is compared as far as it went", async () => {
    const script = recordScript(await ran("^s--", { isClosed: false }));
    expect(script.outputs).toEqual([]);
    expect(await replayScript(speaker, script)).toMatchObject({ ok: true });
  });

  test("in which time passed without a step has that time in its script", async () => {
    const harness = await createNodeHarness(speaker);
    await harness.feed("say", "one two");
    await harness.runToIdle();
    await harness.feed("say", "three");
    await harness.runToIdle();
    const script = recordScript(harness);
    expect(script.outputs?.map(({ at_ms }) => at_ms)).toEqual([30, 60, 90]);
    expect(await replayScript(speaker, script)).toMatchObject({ ok: true });
    await harness.close();
  });

  test("tells the first difference of a node that has changed", async () => {
    const script = recordScript(await ran("^s 300ms"));
    const { ok, difference } = await replayScript(deafSpeaker, script);
    expect(ok).toBe(false);
    expect(difference).toMatchObject({ index: 0, path: "/at_ms", expected: "40", received: "50" });
    expect(difference?.text).toMatch(
      /^Cannot accept the run: expected output 1 of 2 as recorded but received another one/,
    );
    expect(difference?.text).toMatch(/>\s+50\s+word/);
  });

  test("is not run against another node", async () => {
    const script = recordScript(await ran("^s"), { node_id: "echo" });
    await expect(replayScript(speaker, script)).rejects.toThrow(
      'expected one of node "speaker" but received one of "echo"',
    );
  });

  test("that breaks a rule is not all right, though its outputs are the same", async () => {
    const harness = await createNodeHarness(deafSpeaker);
    await harness.run(parseMarbles("^s!", LEGEND));
    await harness.close({ allow: ["NODE-CXL-02", "NODE-CXL-01"] });
    const replay = await replayScript(deafSpeaker, recordScript(harness));
    expect(replay.difference).toBeUndefined();
    expect(replay.ok).toBe(replay.violations.length === 0);
    expect(replay.violations.map(({ rule }) => rule)).toEqual(harness.violations.map(({ rule }) => rule));
  });
});

describe("two runs", () => {
  test("are compared in whole where that is asked for", async () => {
    const [one, other] = [await ran("^s-----"), await ran("^s----")];
    expect(compareTranscripts(one, other)).toBeUndefined();
    const difference = compareTranscripts(one, other, { what: "all" });
    expect(difference).toMatchObject({ path: "/step/ms", expected: "50", received: "40" });
  });

  test("of which one ends sooner differ there", async () => {
    const { transcript } = await ran("^s------");
    const cut = { transcript: transcript.filter(({ entry }) => entry === "output").slice(0, 1) };
    expect(compareTranscripts({ transcript }, cut)).toMatchObject({
      index: 1,
      path: "",
      received: "no more",
    });
    expect(compareTranscripts(cut, { transcript })).toMatchObject({
      index: 1,
      path: "",
      expected: "no more",
    });
    expect(compareTranscripts(cut, { transcript: [] })?.text).not.toContain("undefined");
  });

  test("that differ in what an output carries differ by the address of it", async () => {
    const { transcript } = await ran("^f");
    const changed = transcript.map((entry) =>
      entry.entry === "output" ? { ...entry, payload: Int16Array.of(1, 3) } : entry,
    );
    expect(compareTranscripts({ transcript }, { transcript: changed })?.path).toBe("/payload/$bytes");
  });
});

describe("the text of a run", () => {
  test("is the same bytes for the same script and seed", async () => {
    const texts = await Promise.all([ran("^fs------!-"), ran("^fs------!-")]);
    const [one = "", other] = texts.map(transcriptNdjson);
    expect(one).toBe(other);
    expect(
      one
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line).entry),
    ).toContain("hook");
    expect(one).toContain('"payload":{"$bytes":"AQACAA==","$type":"int16"}');
    expect(transcriptNdjson(await ran("^fs------!"))).not.toBe(one);
  });

  test("has the outputs as valid event records, without those that broke a rule", async () => {
    const { transcript } = await ran("^fs-----");
    const records = outputsNdjson({ transcript })
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records).toHaveLength(3);
    expect(records.every((record) => isEventRecord(record))).toBe(true);
    const refused = transcript.map((entry) =>
      entry.entry === "output" ? { ...entry, delivery: "refused" as const } : entry,
    );
    expect(outputsNdjson({ transcript: refused })).toBe("");
  });
});
