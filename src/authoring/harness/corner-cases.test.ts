/** Corner cases of the engine, each of which was once wrong. */
import { expect, test } from "vitest";
import { defineNode, type NodeSource } from "../node/define-node.ts";
import type { NodeContext } from "../node/node-context.ts";
import type { NodeEvent, NodeOutput } from "../node/node-event.ts";
import type { NodeHooks } from "../node/node-hooks.ts";
import { createNodeHarness, type NodeHarness } from "./node-harness.ts";

type Hooks = NodeHooks<NodeContext, NodeEvent, NodeOutput>;
const any = { payload_class: "derived_summary" } as const;
const ctl = { payload_class: "metadata", lane: "ControlLane" } as const;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const nodeOf = (hooks: Partial<Hooks>, more: Partial<NodeSource> = {}) =>
  defineNode({
    node_id: "n",
    version: "1.0.0",
    execution_scope: "session",
    inputs: { in: any, audio: { payload_class: "audio_raw" }, commit: ctl, cancel: ctl, barge_in: ctl },
    outputs: { out: any },
    ...more,
    create: () => ({ process() {}, ...hooks }) as never,
  });
const make = (hooks: Partial<Hooks>, more: Partial<NodeSource> = {}): Promise<NodeHarness> =>
  createNodeHarness(nodeOf(hooks, more)) as never;
const outs = (h: NodeHarness) =>
  h.transcript.flatMap((e) =>
    e.entry === "output" ? [`${e.at_ms} ${String(e.payload)} ${e.delivery}`] : [],
  );

test("the transcript keeps its own copy of the payload of a step", async () => {
  const h = await make({});
  const frame = Int16Array.of(1);
  await h.feed("audio", frame);
  frame[0] = 9;
  await h.close();
  expect(
    h.transcript.flatMap((e) => (e.entry === "step" && e.step.kind === "input" ? [e.step.payload] : [])),
  ).toEqual([Int16Array.of(1)]);
});
test("a cancel port gets its signal also while process runs", async () => {
  const got: string[] = [];
  const h = await make({
    async process(c, e) {
      got.push(e.type);
      if (e.type === "in") await c.time.sleep(20);
    },
  });
  await h.openTurn();
  await h.feed("in", 1);
  await h.cancel();
  await h.runToIdle();
  expect(got).toEqual(["in", "cancel"]);
});
test("what comes of the barge-in signal itself is not what was buffered before", async () => {
  const h = await make({
    onBargeIn() {},
    async *process(c, e) {
      if (e.type === "barge_in") {
        await c.time.sleep(60);
        yield { type: "out", payload: "hm" };
      }
    },
  });
  await h.openTurn();
  await h.bargeIn();
  await h.advanceBy(100);
  expect([outs(h), h.violations]).toEqual([["60 hm delivered"], []]);
});
test("a cancel of the session is seen by a node that polls, outside of a turn", async () => {
  let isSeen = false;
  const h = await make({
    async process(c) {
      for (let i = 0; i < 10 && !isSeen; i += 1) {
        await sleep(10);
        isSeen = c.cancel.is_cancelled;
      }
    },
  });
  await h.feed("in", 1, { turn_id: null });
  await h.cancel({ scope: "session" });
  await h.advanceBy(200);
  expect(isSeen).toBe(true);
});
test("inputs are not lost while the session moves", async () => {
  const h = await make({ stop: () => sleep(100), process: (_c, e) => [{ type: "out", payload: e.payload }] });
  await h.migrate();
  await h.feed("in", 1);
  await h.advanceBy(200);
  expect(outs(h)).toEqual(["100 1 delivered"]);
});
test("a call that was told to continue and ends well is a success", async () => {
  const h = await make({ onBudgetExhausted: () => "continue", process: () => sleep(600) });
  await h.feed("in", 1);
  await h.advanceBy(1000);
  expect(
    h.transcript.flatMap((e) => (e.entry === "hook" && e.hook === "process" ? [e.outcome] : [])),
  ).toEqual(["success"]);
});
test("a method settles only when detached promises of the instant have settled", async () => {
  const h = await make({
    process(c) {
      void (async () => {
        for (let i = 0; i < 40; i += 1) await undefined;
        await c.emit({ type: "out", payload: 1 });
      })();
    },
  });
  await h.feed("in", 1);
  expect(outs(h)).toEqual(["0 1 delivered"]);
});
test("a payload of NaN cannot travel", async () => {
  const h = await make({ process: () => [{ type: "out", payload: Number.NaN }] });
  await h.feed("in", 1);
  expect(h.violations.map(({ rule }) => rule)).toEqual(["NODE-ENV-05"]);
});
test.each([{ type: "out", payload: 1 }, "out", 7])("%j in place of outputs is told", async (given) => {
  const h = await make({ process: () => given as never });
  await h.feed("in", 1);
  expect(h.violations.map(({ rule }) => rule)).toEqual(["NODE-ENV-02"]);
});
test("an output does not take the id of an input", async () => {
  const h = await make({
    process: (_c, e) => [{ type: "out", payload: 1, envelope: { event_id: e.envelope.event_id } }],
  });
  await h.feed("in", 1);
  expect(h.violations.map(({ rule }) => rule)).toEqual(["NODE-ENV-06"]);
});
test("a snapshot of another node is refused", async () => {
  const restore = {
    schema_version: "rspp.node.snapshot.v1",
    node_id: "other",
    version: "1.0.0",
    session_hot: {},
    session_durable: {},
  } as const;
  await expect(createNodeHarness(nodeOf({}), { restore })).rejects.toThrow("other");
});
test("advanceTo rejects rather than throws", async () => {
  const h = await make({});
  await h.advanceBy(10);
  await expect(
    (async () => {
      const p = h.advanceTo(5);
      return p;
    })(),
  ).rejects.toThrow(RangeError);
  expect(() => void h.advanceTo(5).catch(() => {})).not.toThrow();
});
test("running to idle is a step of the transcript", async () => {
  const h = await make({ process: () => sleep(30) });
  await h.feed("in", 1);
  await h.runToIdle();
  expect(h.transcript.flatMap((e) => (e.entry === "step" ? [e.step.kind] : []))).toContain("advance");
});
test("a call that has ended leaves no timer of its budget", async () => {
  const h = await make({ process: (c) => void c.budget.onBelow(100, () => {}) });
  await h.feed("in", 1);
  await h.runToIdle();
  expect(h.now_ms).toBe(0);
});

test("a turn that the session has had is not opened again", async () => {
  const harness = await createNodeHarness(
    defineNode({
      node_id: "n",
      version: "1.0.0",
      execution_scope: "turn",
      inputs: {},
      outputs: {},
      create: () => ({ process() {} }),
    }),
  );
  await harness.openTurn("a");
  await harness.commitTurn();
  await harness.openTurn("a");
  await harness.feed("x" as never, undefined, { turn_id: "a" });
  expect(harness.transcript).toContainEqual(
    expect.objectContaining({ entry: "dropped", reason: "turn_over" }),
  );
  await harness.close();
});
