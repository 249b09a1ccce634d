import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { assertAnySchedule } from "../any-schedule.test-kit.ts";
import {
  createNodeHarness,
  type ExampleNode,
  load,
  outcomesOf,
  payloadsOf,
} from "../example-node.test-kit.ts";

type Wav = { readonly rate: number; readonly samples: Int16Array };

const { energyVad } = await load<{ energyVad: ExampleNode }>("energy-vad/energy-vad.mjs");
const { readWav, framesOf } = await load<{
  readWav(bytes: Uint8Array): Wav;
  framesOf(wav: Wav): Iterable<Int16Array>;
}>("energy-vad/read-wav.mjs");
const { makeSpeechWav } = await load<{ makeSpeechWav(seed?: number): Uint8Array }>(
  "energy-vad/make-speech-wav.mjs",
);

const file = new Uint8Array(readFileSync(new URL("speech.wav", import.meta.url)));
const frames = [...framesOf(readWav(file))];
const quiet = new Int16Array(320);
const loud = Int16Array.from({ length: 320 }, (_, at) => (at % 2 === 0 ? 8000 : -8000));
const at = (pts_ms: number) => ({ envelope: { media_time: { pts_ms } } });
const frame = (payload: Int16Array, pts_ms: number) =>
  ({ kind: "input", type: "audio.frame", payload, ...at(pts_ms) }) as const;

/** What is heard in rows of equal frames, 20 ms each, without a break. */
const rows = (...counts: readonly (readonly [Int16Array, number])[]) =>
  counts
    .flatMap(([payload, count]) => Array.from({ length: count }, () => payload))
    .map((payload, index) => frame(payload, 20 * index));

async function heardIn(steps: Parameters<Awaited<ReturnType<typeof createNodeHarness>>["run"]>[0]) {
  const harness = await createNodeHarness(energyVad);
  await harness.run(steps);
  await harness.close();
  return harness.outputs().map(({ type, payload }) => [type, payload]);
}

describe("the recording", () => {
  test("is what its generator writes, and small", () => {
    expect(Buffer.compare(file, makeSpeechWav())).toBe(0);
    expect(Buffer.compare(file, makeSpeechWav(8))).not.toBe(0);
    expect(file.length).toBeLessThan(120_000);
  });

  test("is read whatever chunks surround its samples", () => {
    const odd = [..."LIST"].map((letter) => letter.charCodeAt(0)).concat(3, 0, 0, 0, 1, 2, 3, 0);
    const edited = Uint8Array.from([...file.subarray(0, 12), ...odd, ...file.subarray(12)]);
    expect(readWav(edited)).toEqual(readWav(file));
    expect(readWav(file)).toMatchObject({ rate: 16_000 });
    expect(readWav(file.subarray(0, 1001)).samples).toHaveLength(478);
    expect(() => readWav(file.subarray(0, 40))).toThrow("expected a data chunk");
    expect(() => readWav(Uint8Array.of(1, 2, 3))).toThrow("expected a RIFF header");
  });
});

describe("the detector", () => {
  test("hears both words of the recording, neither the knock nor the fan", async () => {
    const harness = await createNodeHarness(energyVad);
    for (const samples of frames) {
      await harness.feed("audio.frame", samples);
      await harness.advanceBy(20);
    }
    await harness.close();
    expect(harness.outputs().map(({ at_ms, type, payload }) => [at_ms, type, payload])).toEqual([
      [540, "speech.started", { at_ms: 500 }],
      [1320, "speech.stopped", { at_ms: 1100, spoke_ms: 600 }],
      [1840, "speech.started", { at_ms: 1800 }],
      [2620, "speech.stopped", { at_ms: 2400, spoke_ms: 600 }],
    ]);
  });

  test("gives the same at any speed, and by sample index", async () => {
    const atOnce = await heardIn(frames.map((samples, index) => frame(samples, 20 * index)));
    const byIndex = frames.map((samples, index) => ({
      ...frame(samples, 0),
      envelope: { media_time: { sample_index: 320 * index } },
    }));
    expect(atOnce).toHaveLength(4);
    expect(await heardIn(byIndex)).toEqual(atOnce);
  });

  test("waits for the attack, and for the whole hangover", async () => {
    expect(await heardIn(rows([quiet, 5], [loud, 2], [quiet, 20]))).toEqual([]);
    expect(await heardIn(rows([quiet, 5], [loud, 3], [quiet, 11], [loud, 1], [quiet, 11]))).toEqual([
      ["speech.started", { at_ms: 100 }],
    ]);
    expect(await heardIn(rows([quiet, 5], [loud, 3], [quiet, 12]))).toEqual([
      ["speech.started", { at_ms: 100 }],
      ["speech.stopped", { at_ms: 160, spoke_ms: 60 }],
    ]);
  });

  test("takes frames that were lost for silence, and ignores those that come late", async () => {
    const start = rows([quiet, 5], [loud, 3]);
    const again = [3000, 3020, 3040].map((ms) => frame(loud, ms));
    expect(await heardIn([...start, ...start, ...again, frame(loud, 3060)])).toEqual([
      ["speech.started", { at_ms: 100 }],
      ["speech.stopped", { at_ms: 160, spoke_ms: 60 }],
      ["speech.started", { at_ms: 3000 }],
    ]);
  });

  test("keeps its promise of an end when the session moves, also when the rest is lost", async () => {
    const [before, after] = [rows([quiet, 5], [loud, 10]), rows([quiet, 15], [quiet, 20]).slice(15)];
    const stopped = ["speech.stopped", { at_ms: 300, spoke_ms: 200 }];
    expect((await heardIn([...before, { kind: "migrate" }, ...after])).slice(1)).toEqual([stopped]);
    const lossy = { kind: "migrate", lose: ["session_hot"] } as const;
    expect((await heardIn([...before, lossy, ...after])).slice(1)).toEqual([stopped]);
  });

  test("refuses what it cannot hear or place, and goes on", async () => {
    const harness = await createNodeHarness(energyVad);
    await harness.feed("audio.frame", new Int16Array(160));
    await harness.feed("audio.frame", new Float32Array(320));
    await harness.feed("audio.frame", quiet);
    expect(outcomesOf(harness)).toEqual(["blocked", "blocked", "success"]);
    await harness.close();
  });

  test("loses nothing when nobody listens for a while", async () => {
    const harness = await createNodeHarness(energyVad);
    await harness.pauseOutput();
    for (const step of rows([quiet, 5], [loud, 5], [quiet, 15], [loud, 5])) {
      await harness.run([step, { kind: "advance", ms: 20 }]);
    }
    expect(harness.outputs()).toEqual([]);
    await harness.resumeOutput();
    await harness.runToIdle();
    expect(payloadsOf(harness, "speech.started")).toEqual([{ at_ms: 100 }, { at_ms: 500 }]);
    await harness.close();
  });

  test("keeps the rules whatever happens to it", async () => {
    await assertAnySchedule(energyVad, { payloads: { "audio.frame": fc.constantFrom(quiet, loud) } });
  });
});
