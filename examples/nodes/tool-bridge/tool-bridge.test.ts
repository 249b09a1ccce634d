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

type Tool = (args: object, init: { readonly signal: AbortSignal; readonly call_id: string }) => unknown;

const { createToolBridge } = await load<{
  createToolBridge(tools: { readonly [name: string]: Tool }): ExampleNode;
}>("tool-bridge/tool-bridge.mjs");

const call = (tool: string, call_id = "c-1") => ({ call_id, tool, arguments: { city: "Oslo" } });
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A tool that fails as often as it is told, and remembers how it was called. */
function flaky(failures: number, error: object = new Error("busy")) {
  const at: number[] = [];
  const tool: Tool = async (args) => {
    at.push(performance.now());
    await sleep(20);
    if (at.length <= failures) throw error;
    return { args, weather: "rain" };
  };
  return { at, tool };
}

async function resultsOf(tool: Tool, { seed = 1, ms = 3000, config = {} } = {}) {
  const harness = await createNodeHarness(createToolBridge({ weather: tool }), { seed, config });
  await harness.feed("tool.call", call("weather"));
  await harness.advanceBy(ms);
  await harness.close();
  return payloadsOf(harness, "tool.result");
}

const failed = (error: string, attempts: number) => [{ call_id: "c-1", ok: false, error, attempts }];
const RAIN = [{ call_id: "c-1", ok: true, result: { args: { city: "Oslo" }, weather: "rain" } }];

describe("the tool bridge", () => {
  test("gives the result of a tool, in the class of the call", async () => {
    const harness = await createNodeHarness(createToolBridge({ weather: flaky(0).tool }));
    await harness.feed("tool.call", JSON.stringify(call("weather")));
    await harness.runToIdle();
    expect(harness.outputs()).toMatchObject([
      { at_ms: 20, payload: RAIN[0], envelope: { payload_class: "PII" } },
    ]);
    await harness.close();
  });

  test("tries again after waits that grow, and are drawn from the seed", async () => {
    const waitsOf = async (seed: number) => {
      const { at, tool } = flaky(2);
      expect(await resultsOf(tool, { seed })).toEqual(RAIN);
      return at.slice(1).map((time, index) => time - (at[index] ?? 0) - 20);
    };
    const waits = await Promise.all(Array.from({ length: 20 }, (_, seed) => waitsOf(seed)));
    for (const [first = 0, second = 0] of waits) {
      expect(first).toBeGreaterThanOrEqual(1);
      expect(first).toBeLessThanOrEqual(100);
      expect(second).toBeLessThanOrEqual(200);
    }
    expect(new Set(waits.map(([first]) => first)).size).toBeGreaterThan(10);
    expect(await waitsOf(3)).toEqual(waits[3]);
  });

  test("gives up after the last try, or at once where another one is no use", async () => {
    expect(await resultsOf(flaky(9).tool)).toEqual(failed("failed", 3));
    expect(await resultsOf(flaky(9, { retryable: false }).tool)).toEqual(failed("failed", 1));
    expect(await resultsOf(() => ({ then: 1n }))).toEqual(failed("bad_result", 1));
    expect(await resultsOf(() => undefined)).toMatchObject([{ ok: true, result: null }]);
  });

  test("does not wait for a tool that never answers, and tells it so where it listens", async () => {
    const signals: AbortSignal[] = [];
    const deaf: Tool = (_args, { signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    };
    expect(await resultsOf(deaf)).toEqual(failed("timed_out", 3));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
  });

  test("begins no try that the budget would cut off", async () => {
    const config = { attempts: 10, attempt_ms: 900, backoff_ms: 1 };
    const [result] = await resultsOf(() => new Promise(() => {}), { config });
    expect(result).toMatchObject({ ok: false, error: "out_of_time", attempts: 4 });
  });

  test.each([
    ["degrade", failed("out_of_time", 1)],
    ["fallback", failed("out_of_time", 1)],
    ["terminate", []],
  ] as const)("answers at once when the budget is used up: %s", async (outcome, results) => {
    const harness = await createNodeHarness(createToolBridge({ weather: () => sleep(500) }));
    await harness.openTurn();
    await harness.feed("tool.call", call("weather"));
    await harness.advanceBy(100);
    await harness.exhaustBudget(outcome);
    expect(payloadsOf(harness, "tool.result")).toEqual(results);
    await harness.close();
  });

  test("ends the tool when its turn is cancelled, and not when another one is", async () => {
    let ended: unknown;
    const slow: Tool = (_args, { signal }) => {
      signal.addEventListener("abort", () => {
        ended = signal.reason;
      });
      return sleep(500);
    };
    const harness = await createNodeHarness(createToolBridge({ slow }));
    await harness.openTurn("turn-a");
    await harness.openTurn("turn-b");
    await harness.feed("tool.call", call("slow"));
    await harness.cancel({ turn_id: "turn-a" });
    expect(ended).toBeUndefined();
    await harness.cancel({ turn_id: "turn-b" });
    expect(ended).toBe("cancelled");
    await harness.runToIdle();
    expect(harness.outputs()).toEqual([]);
    await harness.close();
  });

  test("does once what is asked twice, also after a move", async () => {
    const { at, tool } = flaky(0);
    const harness = await createNodeHarness(createToolBridge({ weather: tool }));
    await harness.feed("tool.call", call("weather"));
    await harness.runToIdle();
    await harness.feed("tool.call", call("weather"));
    await harness.migrate();
    await harness.feed("tool.call", call("weather"));
    expect(payloadsOf(harness, "tool.result")).toEqual([RAIN[0], RAIN[0], RAIN[0]]);
    expect(at).toHaveLength(1);
    await harness.close();
  });

  test("refuses malformed calls without repeating them, and answers calls of unknown tools", async () => {
    const harness = await createNodeHarness(createToolBridge({ weather: flaky(0).tool }));
    const malformed = ["{", "[]", "7", { call_id: "" }, { ...call("weather"), secret: "4711" }];
    for (const payload of malformed) await harness.feed("tool.call", payload);
    expect(outcomesOf(harness)).toEqual(malformed.map(() => "blocked"));
    const errors = harness.transcript.flatMap((entry) => (entry.entry === "hook" ? [entry.error] : []));
    expect(errors.join()).not.toMatch(/4711|secret/);
    for (const name of ["toString", "wether"]) await harness.feed("tool.call", call(name));
    const unknown = failed("unknown_tool", 0)[0];
    expect(payloadsOf(harness, "tool.result")).toEqual([unknown, unknown]);
    await harness.close();
  });

  test("keeps the rules whatever happens to it", async () => {
    const tools = {
      quick: () => "done",
      slow: () => sleep(300),
      broken: () => Promise.reject(new Error("broken")),
      deaf: () => new Promise(() => {}),
    };
    const payload = fc
      .record({ tool: fc.constantFrom(...Object.keys(tools)), call_id: fc.constantFrom("a", "b", "c") })
      .map(({ tool, call_id }) => call(tool, call_id));
    await assertAnySchedule(createToolBridge(tools), { payloads: { "tool.call": payload } });
  });
});
