import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { assertAnySchedule } from "../any-schedule.test-kit.ts";
import { createNodeHarness, type ExampleNode, load, payloadsOf } from "../example-node.test-kit.ts";

const { punctuationSegmenter, cutOf } = await load<{
  punctuationSegmenter: ExampleNode;
  cutOf(text: string, policy: { min_chars: number; clause_ends: string }): number;
}>("punctuation-segmenter/punctuation-segmenter.mjs");

type Harness = Awaited<ReturnType<typeof createNodeHarness>>;

const TEXT = "Well, it is 3.14 metres. I am sure of it, more or less";
const segmentsOf = (harness: Harness) =>
  payloadsOf(harness, "text.segment").map((payload) => (payload as { text: string }).text);

/** Says a text word by word, so many ms apart. */
async function speak(harness: Harness, text: string, ms = 50) {
  const ends = [...text.matchAll(/\S+\s*/g)].map((word) => word.index + word[0].length);
  for (const end of ends) {
    await harness.feed("text.partial", text.slice(0, end));
    await harness.advanceBy(ms);
  }
}

describe("a cut", () => {
  test("is behind the first clause that is long enough", () => {
    const policy = { min_chars: 8, clause_ends: ",." };
    expect(cutOf("Well, it is so, yes", policy)).toBe("Well, it is so, ".length);
    expect(cutOf("It is 3.14159 metres", policy)).toBe(0);
    expect(cutOf("A sentence.", policy)).toBe(0);
  });
});

describe("the segmenter", () => {
  test("hands clauses on as soon as they are complete", async () => {
    const harness = await createNodeHarness(punctuationSegmenter);
    await speak(harness, TEXT);
    await harness.feed("text.final", TEXT);
    expect(harness.outputs("text.segment").map(({ at_ms, payload }) => [at_ms, payload])).toEqual([
      [200, { text: "Well, it is 3.14 metres.", index: 0 }],
      [450, { text: "I am sure of it,", index: 1 }],
      [650, { text: "more or less", index: 2 }],
    ]);
    await harness.close();
  });

  test("does not wait for punctuation for ever, and does not break words", async () => {
    const harness = await createNodeHarness(punctuationSegmenter);
    await harness.feed("text.partial", "a text without any en");
    await harness.advanceBy(399);
    expect(segmentsOf(harness)).toEqual([]);
    await harness.advanceBy(1);
    expect(segmentsOf(harness)).toEqual(["a text without any"]);
    await harness.advanceBy(5000);
    await harness.feed("text.final", "a text without any end");
    expect(segmentsOf(harness)).toEqual(["a text without any", "end"]);
    await harness.close();
  });

  test("cuts the same for a consumer that has paused", async () => {
    const harness = await createNodeHarness(punctuationSegmenter);
    await harness.pauseOutput();
    await speak(harness, "A clause, and one two three four five six", 150);
    expect(segmentsOf(harness)).toEqual([]);
    await harness.resumeOutput();
    const paused = segmentsOf(harness);
    await harness.openTurn();
    await speak(harness, "A clause, and one two three four five six", 150);
    expect(paused).toEqual(["A clause, and", "one two three", "four five"]);
    expect(segmentsOf(harness)).toEqual([...paused, ...paused]);
    await harness.close();
  });

  test("takes no more text while too many pieces wait, and then gives everything in order", async () => {
    const config = { min_chars: 1 };
    const words = Array.from({ length: 40 }, (_, index) => `word ${index},`);
    const harness = await createNodeHarness(punctuationSegmenter, { config });
    await harness.pauseOutput();
    await harness.feed("text.partial", words.slice(0, 20).join(" "));
    await harness.feed("text.final", words.join(" "));
    await harness.advanceBy(100);
    await harness.resumeOutput();
    await harness.runToIdle();
    expect(segmentsOf(harness)).toEqual(words);
    await harness.close();
  });

  test.each(["bargeIn", "cancel"] as const)("forgets what it has at %s", async (interrupt) => {
    const harness = await createNodeHarness(punctuationSegmenter);
    await harness.feed("text.partial", "one two three");
    await harness[interrupt]();
    await harness[interrupt]();
    await harness.feed("text.final", "one two three four");
    await harness.runToIdle();
    expect(segmentsOf(harness)).toEqual(interrupt === "cancel" ? [] : ["four"]);
    await harness.close();
  });

  test("does not say again after a move what was said before it", async () => {
    const harness = await createNodeHarness(punctuationSegmenter);
    await harness.feed("text.partial", "This is one clause, and this");
    await harness.migrate();
    await harness.feed("text.final", "This is one clause, and this is two");
    expect(payloadsOf(harness, "text.segment")).toEqual([
      { text: "This is one clause,", index: 0 },
      { text: "and this is two", index: 1 },
    ]);
    await harness.close();
  });

  test("loses no word and no order, however the text comes", async () => {
    const word = fc.stringMatching(/^[a-z]{1,8}[,.;]?$/);
    const step = fc.record({ upto: fc.nat({ max: 200 }), ms: fc.nat({ max: 500 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1 }), fc.array(step), async (words, steps) => {
        const text = words.join(" ");
        const harness = await createNodeHarness(punctuationSegmenter);
        for (const { upto, ms } of steps) {
          await harness.feed("text.partial", text.slice(0, upto));
          await harness.advanceBy(ms);
        }
        await harness.feed("text.final", text);
        await harness.close();
        expect(segmentsOf(harness).join(" ")).toBe(text);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  test("keeps the rules whatever happens to it", async () => {
    const text = fc.nat({ max: TEXT.length }).map((length) => TEXT.slice(0, length));
    await assertAnySchedule(punctuationSegmenter, { payloads: { "text.partial": text, "text.final": text } });
  });
});
