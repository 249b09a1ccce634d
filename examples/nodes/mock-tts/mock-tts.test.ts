import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { assertAnySchedule } from "../any-schedule.test-kit.ts";
import { createNodeHarness, type ExampleNode, load, outcomesOf } from "../example-node.test-kit.ts";

const { mockTts, hum } = await load<{
  mockTts: ExampleNode;
  hum(text: string, place: { from: number; letter_ms: number }): Int16Array;
}>("mock-tts/mock-tts.mjs");

type Harness = Awaited<ReturnType<typeof createNodeHarness>>;

const segment = (text: string, index = 0) => ({ text, index });
const ptsOf = (harness: Harness) =>
  harness.outputs("audio.frame").map(({ envelope }) => envelope.media_time?.pts_ms);
const upTo = (frames: number) => Array.from({ length: frames }, (_, at) => 20 * at);

describe("the sound", () => {
  test("goes on from frame to frame, and is silent between words", () => {
    const one = hum("aa", { from: 0, letter_ms: 20 });
    const two = hum("aa", { from: 320, letter_ms: 20 });
    const jump = Math.abs((two[0] ?? 0) - (one[319] ?? 0));
    expect(jump).toBeLessThan(1000);
    expect(hum(" a", { from: 0, letter_ms: 20 })).toEqual(new Int16Array(320));
    expect(hum("b", { from: 0, letter_ms: 20 })).not.toEqual(hum("a", { from: 0, letter_ms: 20 }));
  });
});

describe("the voice", () => {
  test("gives frames of 20 ms in the order of media time, faster than they are heard", async () => {
    const harness = await createNodeHarness(mockTts);
    await harness.feed("text.segment", segment("hello you"));
    await harness.feed("text.segment", segment("good-bye", 1));
    await harness.runToIdle();
    // 60 ms a letter: 27 frames, then 24.
    expect(ptsOf(harness)).toEqual(upTo(51));
    expect(harness.outputs().every(({ payload }) => (payload as Int16Array).length === 320)).toBe(true);
    expect(harness.now_ms).toBeLessThan(51 * 20);
    await harness.close();
  });

  test("makes as many frames as the buffer holds while nobody takes them", async () => {
    const harness = await createNodeHarness(mockTts, { config: { buffer_frames: 4 } });
    await harness.pauseOutput();
    await harness.feed("text.segment", segment("hello"));
    await harness.advanceBy(2000);
    expect(harness.outputs()).toEqual([]);
    await harness.resumeOutput();
    // One was on its way and four were in the buffer; the rest has to be made.
    expect(ptsOf(harness)).toEqual(upTo(5));
    await harness.runToIdle();
    expect(ptsOf(harness)).toEqual(upTo(15));
    await harness.close();
  });

  test("gives what the consumer has credit for", async () => {
    const harness = await createNodeHarness(mockTts);
    await harness.grantCredit(3);
    await harness.feed("text.segment", segment("hello"));
    await harness.advanceBy(1000);
    expect(ptsOf(harness)).toEqual(upTo(3));
    await harness.grantCredit(2);
    expect(ptsOf(harness)).toEqual(upTo(5));
    await harness.close();
    expect(ptsOf(harness)).toEqual(upTo(15));
  });

  test.each(["bargeIn", "cancel"] as const)("empties the buffer at %s", async (interrupt) => {
    const harness = await createNodeHarness(mockTts);
    await harness.grantCredit(3);
    await harness.feed("text.segment", segment("hello"));
    await harness.advanceBy(1000);
    await harness[interrupt]();
    await harness[interrupt]();
    await harness.resumeOutput();
    await harness.runToIdle();
    expect(ptsOf(harness)).toEqual(upTo(3));
    await harness.close();
  });

  test("speaks the next segment after a barge-in", async () => {
    const harness = await createNodeHarness(mockTts);
    await harness.feed("text.segment", segment("hello"));
    await harness.bargeIn();
    await harness.feed("text.segment", segment("you", 1));
    await harness.runToIdle();
    expect(ptsOf(harness)).toEqual(upTo(9));
    await harness.close();
  });

  test("goes on where it was in the audio of the turn when the session moves", async () => {
    const harness = await createNodeHarness(mockTts);
    await harness.feed("text.segment", segment("a"));
    await harness.runToIdle();
    await harness.migrate();
    await harness.feed("text.segment", segment("b", 1));
    await harness.runToIdle();
    expect(ptsOf(harness)).toEqual(upTo(6));
    await harness.openTurn();
    await harness.feed("text.segment", segment("c"));
    await harness.runToIdle();
    expect(ptsOf(harness).slice(6)).toEqual(upTo(3));
    await harness.close();
  });

  test("says what there is time for, and leaves out the rest", async () => {
    const harness = await createNodeHarness(mockTts, { config: { frame_cost_ms: 50 } });
    await harness.feed("text.segment", segment("a".repeat(100)));
    await harness.runToIdle();
    expect([outcomesOf(harness), outcomesOf(harness, "onBudgetExhausted")]).toEqual([["success"], []]);
    expect(harness.now_ms).toBeLessThan(5000);
    const frames = ptsOf(harness).length;
    expect([frames > 90, frames < 100]).toEqual([true, true]);
    await harness.close();
  });

  test.each([
    ["degrade", 5],
    ["fallback", 1],
    ["terminate", 0],
  ] as const)("ends when the budget is used up: %s", async (outcome, frames) => {
    const harness = await createNodeHarness(mockTts, { config: { buffer_frames: 4 } });
    await harness.pauseOutput();
    await harness.feed("text.segment", segment("hello"));
    await harness.advanceBy(1000);
    await harness.exhaustBudget(outcome);
    await harness.resumeOutput();
    await harness.runToIdle();
    expect(ptsOf(harness)).toEqual(upTo(frames));
    await harness.close();
  });

  test("keeps the rules whatever happens to it", async () => {
    const payload = fc.record({ text: fc.string({ minLength: 1, maxLength: 12 }), index: fc.nat() });
    const payloads = { "text.segment": payload };
    await assertAnySchedule(mockTts, { payloads, runs: 150 });
    const config = { buffer_frames: 2, latency_ms: 500, frame_cost_ms: 30 };
    await assertAnySchedule(mockTts, { payloads, runs: 150, config });
  });
});
