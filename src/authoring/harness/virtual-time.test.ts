import { setTimeout as later } from "node:timers/promises";
import { describe, expect, test } from "vitest";

import { defineNode } from "../node/define-node.ts";
import type { NodeContext } from "../node/node-context.ts";
import type { NodeEvent, NodeOutput } from "../node/node-event.ts";
import type { Outputs } from "../node/node-hooks.ts";
import { createNodeHarness } from "./node-harness.ts";

const any = { payload_class: "derived_summary" } as const;
const START = Date.UTC(2026, 0, 1);

const nodeOf = (
  process: (ctx: NodeContext, event: NodeEvent) => Outputs<NodeOutput<"out">>,
  more: { readonly stop?: () => void } = {},
) =>
  defineNode({
    node_id: "n",
    version: "1.0.0",
    execution_scope: "session",
    inputs: { in: any },
    outputs: { out: any },
    resources: { timeout_ms: 10_000 },
    create: () => ({ process, ...more }),
  });

const out = (payload?: unknown): NodeOutput<"out"> => ({ type: "out", payload });

async function given(node: ReturnType<typeof nodeOf>, ms = 1000) {
  const harness = await createNodeHarness(node);
  await harness.openTurn();
  await harness.feed("in", "x");
  await harness.advanceBy(ms);
  const outputs = harness.outputs().map(({ at_ms, payload }) => [at_ms, payload]);
  await harness.close();
  return outputs;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe("virtual time", () => {
  test("moves promises, timers and async generators on", async () => {
    const node = nodeOf(async function* () {
      yield out("now");
      await sleep(100);
      yield out("timeout");
      await later(50);
      yield out("timers/promises");
      for (let hop = 0; hop < 100; hop += 1) await undefined;
      yield out("microtasks");
      await new Promise((resolve) => setImmediate(resolve));
      yield out("immediate");
    });
    expect(await given(node)).toEqual([
      [0, "now"],
      [100, "timeout"],
      [150, "timers/promises"],
      [150, "microtasks"],
      [150, "immediate"],
    ]);
  });

  test("is what all clocks show", async () => {
    const node = nodeOf(async function* (ctx) {
      const began = performance.now();
      const hr = process.hrtime.bigint();
      await sleep(40);
      const dateOf = () => new Date();
      yield out([Date.now() - START, dateOf().valueOf() - START, performance.now() - began]);
      yield out([Number(process.hrtime.bigint() - hr), ctx.time.monotonic_ms(), ctx.time.wall_ms() - START]);
    });
    expect(await given(node)).toEqual([
      [40, [40, 40, 40]],
      [40, [40e6, 40, 40]],
    ]);
  });

  test("ends signals that time out, and those of the turn", async () => {
    const node = nodeOf(async function* (ctx) {
      const signal = AbortSignal.timeout(70);
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      yield out(ctx.time.monotonic_ms());
      await ctx.time.sleep(5000).catch((reason: Error) => ctx.emit(out(reason.message)));
    });
    const harness = await createNodeHarness(node);
    await harness.openTurn();
    await harness.feed("in");
    await harness.advanceBy(100);
    await harness.cancel({ reason: "enough" });
    const outputs = harness.transcript.flatMap((entry) =>
      entry.entry === "output" ? [[entry.at_ms, entry.payload, entry.delivery]] : [],
    );
    expect(outputs).toEqual([
      [70, 70, "delivered"],
      [100, "enough", "late"],
    ]);
    await harness.close();
  });

  test("moves streams on", async () => {
    const node = nodeOf(async function* () {
      const source = new ReadableStream<number>({
        async start(controller) {
          for (const value of [1, 2]) {
            await sleep(10);
            controller.enqueue(value);
          }
          controller.close();
        },
      });
      const doubled = source.pipeThrough(
        new TransformStream<number, number>({ transform: (value, sink) => sink.enqueue(value * 2) }),
      );
      for await (const value of doubled as unknown as AsyncIterable<number>) yield out(value);
    });
    expect(await given(node)).toEqual([
      [10, 2],
      [20, 4],
    ]);
  });

  test("fires timers in order of due time, and those of one time in the order they were set", async () => {
    const node = nodeOf((ctx) => {
      for (const [name, ms] of [
        ["c", 30],
        ["a", 10],
        ["b", 10],
        ["0", 0],
      ] as const)
        setTimeout(() => void ctx.emit(out(name)), ms);
    });
    expect(await given(node)).toEqual([
      [1, "0"],
      [10, "a"],
      [10, "b"],
      [30, "c"],
    ]);
  });

  test("leaves the time of everybody else alone", async () => {
    const before = Date.now();
    const node = nodeOf(async function* () {
      await sleep(3600);
      yield out(1);
    });
    const harness = await createNodeHarness(node);
    await harness.feed("in");
    await harness.advanceBy(3_600_000);
    expect(Date.now() - before).toBeLessThan(3_600_000);
    await harness.close();
  });

  test("is each harness's own", async () => {
    const node = nodeOf(async function* () {
      await sleep(30);
      yield out(Date.now() - START);
    });
    const [one, other] = await Promise.all([createNodeHarness(node), createNodeHarness(node)]);
    await Promise.all([one.feed("in"), other.feed("in").then(() => other.advanceBy(1000))]);
    expect([one.now_ms, other.now_ms]).toEqual([0, 1000]);
    expect([one.outputs().length, other.outputs()[0]?.payload]).toEqual([0, 30]);
    await Promise.all([one.advanceBy(30), other.feed("in")]);
    expect(one.outputs()[0]?.payload).toBe(30);
    await other.advanceBy(30);
    expect(other.outputs()[1]?.payload).toBe(1030);
    await Promise.all([one.close(), other.close()]);
  });

  test("skews: the wall clock jumps, the monotonic one does not, and timers stay", async () => {
    const node = nodeOf(async function* (ctx) {
      await sleep(20);
      yield out([Date.now() - START, ctx.time.wall_ms() - START, ctx.time.monotonic_ms()]);
    });
    const harness = await createNodeHarness(node);
    await harness.feed("in");
    await harness.skewClock(-5000);
    await harness.advanceBy(20);
    await harness.skewClock(7000);
    await harness.feed("in");
    await harness.advanceBy(20);
    expect(harness.outputs().map(({ payload }) => payload)).toEqual([
      [-4980, -4980, 20],
      [2040, 2040, 40],
    ]);
    expect(harness.outputs().map(({ envelope }) => envelope.wall_clock_timestamp_ms - START)).toEqual([
      -4980, 2040,
    ]);
    await harness.close();
  });
});

describe("running to idle", () => {
  test("ends with the last timer, whatever repeats", async () => {
    let interval: ReturnType<typeof setInterval> | undefined;
    const node = nodeOf(
      (ctx) => {
        interval ??= setInterval(() => void ctx.emit(out("tick")), 40);
        setTimeout(() => void ctx.emit(out("once")), 100);
      },
      { stop: () => clearInterval(interval) },
    );
    const harness = await createNodeHarness(node);
    await harness.feed("in");
    expect(await harness.runToIdle()).toBe(true);
    expect([harness.now_ms, harness.outputs().map(({ payload }) => payload)]).toEqual([
      100,
      ["tick", "tick", "once"],
    ]);
    await harness.close();
  });

  test("tells when it does not come to rest", async () => {
    const forever = nodeOf((ctx) => {
      const again = () => void setTimeout(() => void ctx.emit(out()).then(again), 100);
      again();
    });
    const harness = await createNodeHarness(forever);
    await harness.feed("in");
    expect(await harness.runToIdle(1000)).toBe(false);
    expect(harness.outputs()).toHaveLength(10);
    await expect(harness.close()).rejects.toThrow("[NODE-LIFE-05]");
  });

  test("does not wait for a consumer that is paused", async () => {
    const harness = await createNodeHarness(nodeOf(() => [out(1), out(2)]));
    await harness.pauseOutput();
    await harness.feed("in");
    expect(await harness.runToIdle(200)).toBe(false);
    await harness.resumeOutput();
    expect(await harness.runToIdle()).toBe(true);
    expect(harness.outputs()).toHaveLength(2);
    await harness.close();
  });

  test("refuses timers of 0 ms for ever", async () => {
    const node = nodeOf(() => {
      const again = () => void setTimeout(again, 0);
      again();
    });
    const harness = await createNodeHarness(node);
    await harness.feed("in");
    // Browsers and Node make at least 1 ms of it, so that time goes on.
    await harness.advanceBy(100);
    expect(harness.now_ms).toBe(100);
  });
});

describe("what cannot be asked for", () => {
  test.each([-1, 0.5, Number.NaN])("time %d", async (ms) => {
    const harness = await createNodeHarness(nodeOf(() => {}));
    await expect(harness.advanceBy(ms)).rejects.toThrow(
      "Cannot advance: expected whole milliseconds >= 0 but received",
    );
    await harness.close();
  });

  test("a step of no kind, a seed of no size, anything after the end", async () => {
    const node = nodeOf(() => {});
    await expect(createNodeHarness(node, { seed: -1 })).rejects.toThrow('option "seed" from 0 to 4294967295');
    const harness = await createNodeHarness(node);
    await expect(harness.run([{ kind: "jump" } as never])).rejects.toThrow(
      "expected kind as one of input, advance",
    );
    await harness.close();
    await harness.close();
    await expect(harness.feed("in")).rejects.toThrow("expected an open harness but it was closed");
  });
});
