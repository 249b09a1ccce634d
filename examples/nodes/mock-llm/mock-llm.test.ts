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

const { mockLlm } = await load<{ mockLlm: ExampleNode }>("mock-llm/mock-llm.mjs");

/** What is said to the second of two prompts, the first one being interrupted. */
async function secondAnswer({ seed = 1, interrupt_ms = 0 } = {}) {
  const harness = await createNodeHarness(mockLlm, { seed });
  await harness.feed("user.text", "hello");
  await harness.advanceBy(interrupt_ms);
  await harness.bargeIn();
  await harness.advanceBy(50);
  const [started, count] = [harness.now_ms, harness.outputs().length];
  await harness.feed("user.text", "no, wait");
  await harness.runToIdle();
  await harness.close();
  const outputs = harness.outputs().slice(count);
  return outputs.map(({ at_ms, type, payload }) => [at_ms - started, type, payload]);
}

describe("the language model", () => {
  test("streams its answer token by token, and then gives it as a whole", async () => {
    const harness = await createNodeHarness(mockLlm);
    await harness.feed("user.text", "hello");
    await harness.runToIdle();
    const partials = payloadsOf(harness, "text.partial") as string[];
    const [final] = payloadsOf(harness, "text.final") as string[];
    expect(partials.length).toBeGreaterThan(10);
    expect(partials.at(-1)).toBe(final);
    for (const [at, partial] of partials.slice(1).entries())
      expect(partial.startsWith(`${partials[at]} `)).toBe(true);
    expect(new Set(harness.outputs().map(({ at_ms }) => at_ms)).size).toBe(partials.length);
    await harness.close();
  });

  test("says the same for the same seed, wherever an earlier answer was cut off", async () => {
    const answer = await secondAnswer();
    expect(answer.length).toBeGreaterThan(10);
    expect(await secondAnswer()).toEqual(answer);
    expect(await secondAnswer({ interrupt_ms: 70 })).toEqual(answer);
    expect(await secondAnswer({ interrupt_ms: 500 })).toEqual(answer);
    expect(await secondAnswer({ seed: 2 })).not.toEqual(answer);
  });

  test("stops at a cancel, without a final text", async () => {
    const harness = await createNodeHarness(mockLlm);
    await harness.cancel();
    await harness.feed("user.text", "hello");
    await harness.advanceBy(200);
    const count = harness.outputs().length;
    await harness.cancel();
    await harness.cancel();
    await harness.runToIdle();
    expect(harness.outputs()).toHaveLength(count);
    expect(outcomesOf(harness)).toEqual(["cancelled"]);
    await harness.close();
  });

  test("is silent when the user speaks, and answers what is said then", async () => {
    const harness = await createNodeHarness(mockLlm);
    await harness.feed("user.text", "hello");
    await harness.advanceBy(200);
    await harness.bargeIn();
    await harness.runToIdle();
    expect(payloadsOf(harness, "text.final")).toEqual([]);
    await harness.feed("user.text", "no, wait");
    await harness.runToIdle();
    expect(payloadsOf(harness, "text.final")).toHaveLength(1);
    await harness.close();
  });

  test.each([
    ["degrade", (said: string) => said],
    ["fallback", (said: string) => `${said} Sorry, one moment please.`],
    ["terminate", () => undefined],
  ] as const)("ends at once when the budget is used up: %s", async (outcome, finalOf) => {
    const harness = await createNodeHarness(mockLlm);
    await harness.feed("user.text", "hello");
    await harness.advanceBy(300);
    const said = payloadsOf(harness, "text.partial").at(-1) as string;
    await harness.exhaustBudget(outcome);
    expect(payloadsOf(harness, "text.final")).toEqual([finalOf(said)].filter((text) => text !== undefined));
    await harness.runToIdle();
    expect(payloadsOf(harness, "text.partial").at(-1)).toBe(said);
    await harness.close();
  });

  test("degrades by itself when an answer takes longer than its budget", async () => {
    const harness = await createNodeHarness(mockLlm, { config: { sentences: 50, token_ms: 100 } });
    await harness.feed("user.text", "hello");
    await harness.runToIdle();
    const [final] = harness.outputs("text.final");
    expect([final && final.at_ms > 3500, final && final.at_ms < 4000]).toEqual([true, true]);
    expect([outcomesOf(harness), outcomesOf(harness, "onBudgetExhausted")]).toEqual([["success"], []]);
    await harness.close();
  });

  test("goes on as long as a renewed budget lasts", async () => {
    const harness = await createNodeHarness(mockLlm, { config: { sentences: 50, token_ms: 100 } });
    await harness.feed("user.text", "hello");
    await harness.advanceBy(3000);
    await harness.exhaustBudget("continue");
    await harness.runToIdle();
    const [final] = harness.outputs("text.final");
    expect([final && final.at_ms > 6500, final && final.at_ms < 7000]).toEqual([true, true]);
    await harness.close();
  });

  test("puts nothing of a text into its telemetry", async () => {
    const harness = await createNodeHarness(mockLlm);
    await harness.feed("user.text", "hello");
    await harness.runToIdle();
    const records = harness.transcript.filter(({ entry }) => entry === "telemetry");
    expect(records).toMatchObject([{ name: "llm.answer", fields: { ending: "complete" } }]);
    expect(JSON.stringify(records)).not.toMatch(/hello/);
    await harness.close();
  });

  test("keeps the rules whatever happens to it", async () => {
    await assertAnySchedule(mockLlm, { payloads: { "user.text": fc.string() } });
    const slow = { sentences: 50, token_ms: 150 };
    await assertAnySchedule(mockLlm, { payloads: { "user.text": fc.string() }, config: slow });
  });
});
