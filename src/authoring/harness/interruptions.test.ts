import { describe, expect, test } from "vitest";

import { defineNode, type NodeSource } from "../node/define-node.ts";
import type { NodeContext } from "../node/node-context.ts";
import type { NodeEvent, NodeOutput } from "../node/node-event.ts";
import type { NodeHooks } from "../node/node-hooks.ts";
import { createNodeHarness, type NodeHarness } from "./node-harness.ts";

type Hooks = NodeHooks<NodeContext, NodeEvent, NodeOutput>;

const any = { payload_class: "derived_summary" } as const;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const out = (payload?: unknown): NodeOutput => ({ type: "out", payload });

const nodeOf = (hooks: Partial<Hooks>, more: Partial<NodeSource> = {}) =>
  defineNode({
    node_id: "n",
    version: "1.0.0",
    execution_scope: "session",
    inputs: { in: any },
    outputs: { out: any },
    ...more,
    create: () => ({ process() {}, ...hooks }) as never,
  });

const outputsOf = ({ transcript }: Pick<NodeHarness, "transcript">) =>
  transcript.flatMap((entry) =>
    entry.entry === "output" ? [`${entry.at_ms} ${String(entry.payload)} ${entry.delivery}`] : [],
  );
const hooksOf = ({ transcript }: Pick<NodeHarness, "transcript">) =>
  transcript.flatMap((entry) =>
    entry.entry === "hook" ? [`${entry.at_ms} ${entry.hook} ${entry.outcome} ${entry.took_ms}`] : [],
  );

async function opened(node: ReturnType<typeof nodeOf>): Promise<NodeHarness> {
  const harness: NodeHarness = await createNodeHarness(node);
  await harness.openTurn();
  return harness;
}

/** Gives a number each 20 ms. */
async function* numbers() {
  for (let count = 1; count <= 10; count += 1) {
    await sleep(20);
    yield out(count);
  }
}

describe("a cancel", () => {
  test("leaves a cooperative node its time, and fences what comes in it", async () => {
    const harness = await opened(
      nodeOf({
        async *process(ctx) {
          for await (const output of numbers()) {
            yield output;
            if (ctx.cancel.is_cancelled) return;
          }
        },
      }),
    );
    await harness.feed("in");
    await harness.advanceBy(50);
    await harness.cancel({ reason: "user" });
    await harness.runToIdle();
    expect(outputsOf(harness)).toEqual(["20 1 delivered", "40 2 delivered", "60 3 late"]);
    expect(hooksOf(harness)).toEqual(["0 process cancelled 60"]);
    const late = harness.transcript.find((entry) => entry.entry === "output" && entry.delivery === "late");
    expect(late).toMatchObject({ envelope: { late_after_cancel: true, turn_id: "turn-1" } });
    expect(harness.outputs().map(({ payload }) => payload)).toEqual([1, 2]);
    await harness.close();
  });

  test("ends a preemptible node at once, and lets it clean up", async () => {
    let isCleaned = false;
    const node = nodeOf(
      {
        async *process() {
          try {
            yield* numbers();
          } finally {
            isCleaned = true;
          }
        },
      },
      { cancel: "preemptible" },
    );
    const harness = await opened(node);
    await harness.feed("in");
    await harness.advanceBy(50);
    await harness.cancel();
    expect(hooksOf(harness)).toEqual(["0 process cancelled 50"]);
    await harness.advanceBy(100);
    expect(outputsOf(harness)).toEqual(["20 1 delivered", "40 2 delivered"]);
    expect(isCleaned).toBe(true);
    await harness.close();
  });

  test("tells the node why, as often as it comes, and by way of its signal", async () => {
    const reasons: unknown[] = [];
    const harness = await opened(
      nodeOf({
        async process(ctx) {
          ctx.cancel.signal.addEventListener("abort", () => reasons.push(`signal ${ctx.cancel.reason}`));
          await ctx.time.sleep(1000);
        },
        onCancel: (_ctx, reason) => void reasons.push(reason),
      }),
    );
    await harness.cancel({ reason: "early" });
    await harness.openTurn();
    await harness.feed("in");
    await harness.cancel({ reason: "one" });
    await harness.cancel({ reason: "two" });
    expect(reasons).toEqual(["early", "signal one", "one", "two"]);
    expect(hooksOf(harness).filter((hook) => hook.includes("process"))).toEqual(["0 process cancelled 0"]);
    await harness.close();
  });

  test.each(["commit", "abort"] as const)(
    "and a %s both fence: what waits for process is dropped",
    async (how) => {
      const harness = await opened(
        nodeOf({
          async *process(ctx, { payload }) {
            await ctx.time.sleep(20);
            yield out(payload);
          },
        }),
      );
      await harness.feed("in", 1);
      await harness.feed("in", 2);
      await (how === "commit" ? harness.commitTurn() : harness.abortTurn("lost"));
      await harness.feed("in", 3, { turn_id: "turn-1" });
      await harness.openTurn();
      await harness.feed("in", 4);
      await harness.runToIdle();
      expect(outputsOf(harness)).toEqual(["20 4 delivered"]);
      const drops = harness.transcript.flatMap((entry) =>
        entry.entry === "dropped" ? [[entry.event_id, entry.reason]] : [],
      );
      expect(drops).toHaveLength(2);
      expect(drops.map(([, reason]) => reason)).toEqual(["turn_over", "turn_over"]);
      await harness.close();
    },
  );
});

describe("a barge-in", () => {
  test("flushes what is buffered and lets later events through", async () => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const harness = await opened(
      nodeOf({
        process(ctx, { payload }) {
          timer = setTimeout(() => void ctx.emit(out(payload)), 100);
        },
        onBargeIn: () => clearTimeout(timer),
      }),
    );
    await harness.feed("in", 1);
    await harness.advanceBy(50);
    await harness.bargeIn();
    await harness.feed("in", 2);
    await harness.advanceBy(200);
    expect(outputsOf(harness)).toEqual(["150 2 delivered"]);
    await harness.close();
  });

  test("gives up what waits for the consumer", async () => {
    const harness = await opened(nodeOf({ process: (_ctx, { payload }) => [out(payload)], onBargeIn() {} }));
    await harness.pauseOutput();
    await harness.feed("in", 1);
    await harness.bargeIn();
    await harness.resumeOutput();
    expect(outputsOf(harness)).toEqual(["0 1 late"]);
    await harness.close();
  });
});

describe("a budget that is used up", () => {
  test("ends a node that has no answer and does not end by itself", async () => {
    const harness = await opened(nodeOf({ process: () => numbers() }, { resources: { timeout_ms: 50 } }));
    await harness.feed("in");
    await harness.advanceBy(300);
    expect(hooksOf(harness)).toEqual(["0 process timeout 101"]);
    expect(outputsOf(harness).at(-1)).toBe("100 5 delivered");
    await expect(harness.close()).rejects.toThrow("[NODE-BUD-02]");
  });

  const answering = (answer: "continue" | "degrade" | "fallback" | "terminate") => {
    let isToEnd = false;
    return nodeOf(
      {
        async *process() {
          for await (const output of numbers()) {
            yield output;
            if (isToEnd || output.payload === 4) return;
          }
        },
        *onBudgetExhausted() {
          isToEnd = answer !== "continue";
          yield out(answer);
          return answer;
        },
      },
      { resources: { timeout_ms: 50 } },
    );
  };

  test.each([
    ["continue", ["50 continue delivered", "60 3 delivered", "80 4 delivered"]],
    ["degrade", ["50 degrade delivered", "60 3 delivered"]],
    ["fallback", ["50 fallback delivered", "60 3 delivered"]],
    ["terminate", ["50 terminate delivered"]],
  ] as const)("with the outcome %s", async (answer, expected) => {
    const harness = await opened(answering(answer));
    await harness.feed("in");
    await harness.advanceBy(300);
    expect(outputsOf(harness)).toEqual(["20 1 delivered", "40 2 delivered", ...expected]);
    await harness.close();
  });

  test("calls back when it goes below a level, once", async () => {
    const calls: number[] = [];
    const node = nodeOf(
      {
        async process(ctx) {
          ctx.budget.onBelow(10, () => calls.push(ctx.time.monotonic_ms()));
          ctx.budget.onBelow(90, () => calls.push(ctx.time.monotonic_ms()));
          await sleep(45);
        },
      },
      { resources: { timeout_ms: 50 } },
    );
    const harness = await opened(node);
    await harness.feed("in");
    await harness.advanceBy(300);
    expect(calls).toEqual([0, 40]);
    await harness.close();
  });

  test("is asked for once a call, with what is left of it", async () => {
    const left: number[] = [];
    const harness = await opened(
      nodeOf(
        {
          async process(ctx) {
            left.push(ctx.budget.remaining_ms);
            await sleep(30);
            left.push(ctx.budget.remaining_ms);
            await sleep(40);
            left.push(ctx.budget.remaining_ms);
          },
          onBudgetExhausted: () => "degrade",
        },
        { resources: { timeout_ms: 50 } },
      ),
    );
    await harness.feed("in");
    await harness.runToIdle();
    expect(left).toEqual([50, 20, 0]);
    expect(hooksOf(harness).filter((hook) => hook.includes("onBudget"))).toHaveLength(1);
    await harness.close();
  });
});
