import { describe, expect, test } from "vitest";

import { defineNode, type NodeSource } from "../node/define-node.ts";
import type { NodeContext } from "../node/node-context.ts";
import type { NodeEvent, NodeOutput } from "../node/node-event.ts";
import type { NodeHooks } from "../node/node-hooks.ts";
import { createNodeHarness, type NodeHarness } from "./node-harness.ts";
import type { HookName } from "./node-step.ts";

type Hooks = NodeHooks<NodeContext, NodeEvent, NodeOutput>;

const any = { payload_class: "derived_summary" } as const;

/** A node that has every hook and notes in what order they are called. */
const nodeOf = (hooks: Partial<Hooks> = {}, more: Partial<NodeSource> = {}) =>
  defineNode({
    node_id: "n",
    version: "1.0.0",
    execution_scope: "session",
    inputs: { in: any },
    outputs: { out: any },
    ...more,
    create: () =>
      ({
        init() {},
        start() {},
        process: (_ctx: NodeContext, { payload }: NodeEvent) => [{ type: "out", payload }],
        onCancel() {},
        onBargeIn() {},
        onBudgetExhausted() {},
        stop() {},
        ...hooks,
      }) as never,
  });

const hooksOf = ({ transcript }: Pick<NodeHarness, "transcript">) =>
  transcript.flatMap((entry) => (entry.entry === "hook" ? [`${entry.hook} ${entry.outcome}`] : []));
const dropsOf = ({ transcript }: Pick<NodeHarness, "transcript">) =>
  transcript.flatMap((entry) => (entry.entry === "dropped" ? [entry.reason] : []));
const payloadsOf = (harness: NodeHarness) => harness.outputs().map(({ payload }) => payload);

describe("the hooks of an instance", () => {
  test("are called once and in order, in session scope", async () => {
    const harness = await createNodeHarness(nodeOf());
    for (const turn of ["a", "b"]) {
      await harness.openTurn(turn);
      await harness.feed("in", turn);
      await harness.commitTurn();
    }
    await harness.close();
    expect(hooksOf(harness)).toEqual([
      "init success",
      "start success",
      "process success",
      "process success",
      "stop success",
    ]);
  });

  test("are called once a turn and in order, in turn scope", async () => {
    const harness = await createNodeHarness(nodeOf({}, { execution_scope: "turn" }));
    expect(hooksOf(harness)).toEqual([]);
    for (const turn of ["a", "b"]) {
      await harness.openTurn(turn);
      await harness.feed("in", turn);
    }
    await harness.commitTurn();
    const one = ["init success", "start success", "process success", "stop success"];
    // The first turn is committed by the second, and its instance stopped before the next one is made.
    expect(hooksOf(harness)).toEqual([...one.slice(0, 3), "stop success", ...one]);
    await harness.close();
    expect(hooksOf(harness)).toHaveLength(8);
  });

  test("init and start end before the first event is processed, and calls of process do not overlap", async () => {
    let running = 0;
    const wait = (ms: number) => () => new Promise<void>((resolve) => setTimeout(resolve, ms));
    const harness = await createNodeHarness(
      nodeOf({
        init: wait(100),
        start: wait(100),
        async *process(_ctx, { payload }) {
          running += 1;
          await wait(20)();
          yield { type: "out", payload: [payload, running] };
          running -= 1;
        },
      }),
    );
    await harness.feed("in", 1);
    await harness.feed("in", 2);
    expect(hooksOf(harness)).toEqual(["init undefined"]);
    await harness.advanceBy(300);
    expect(harness.outputs().map(({ at_ms, payload }) => [at_ms, payload])).toEqual([
      [220, [1, 1]],
      [240, [2, 1]],
    ]);
    await harness.close();
  });

  test.each<HookName>(["init", "start"])(
    "after %s has failed are only stop, and events are dropped",
    async (hook) => {
      const harness = await createNodeHarness(
        nodeOf({
          [hook]() {
            throw new Error("no");
          },
        }),
      );
      await harness.feed("in");
      await harness.close({ allow: ["NODE-LIFE-01"] });
      const before = hook === "init" ? [] : ["init success"];
      expect(hooksOf(harness)).toEqual([...before, `${hook} infrastructure_failure`, "stop success"]);
      expect(dropsOf(harness)).toEqual(["stopped"]);
    },
  );

  test("go on after process has failed", async () => {
    let calls = 0;
    const harness = await createNodeHarness(
      nodeOf({
        process() {
          calls += 1;
          if (calls === 1) throw new Error("no");
          return [{ type: "out", payload: calls }];
        },
      }),
    );
    await harness.feed("in");
    await harness.feed("in");
    expect(payloadsOf(harness)).toEqual([2]);
    await expect(harness.close()).rejects.toThrow('[NODE-LIFE-01] Node "n": process threw for event "in"');
  });
});

describe("an injected fault", () => {
  const strike: { readonly [H in HookName]?: (harness: NodeHarness) => Promise<void> } = {
    process: (harness) => harness.feed("in"),
    onCancel: (harness) => harness.cancel(),
    onBargeIn: (harness) => harness.bargeIn(),
    onBudgetExhausted: (harness) => harness.exhaustBudget(),
    stop: (harness) => harness.migrate(),
    init: (harness) => harness.migrate(),
    start: (harness) => harness.migrate(),
  };
  const hooks = Object.keys(strike) as HookName[];
  test.each(hooks)(
    "throws in %s once, is no breach of the node, and stop is still called once",
    async (hook) => {
      const harness: NodeHarness = await createNodeHarness(nodeOf());
      await harness.openTurn();
      await harness.injectFault(hook, "throw");
      await strike[hook]?.(harness);
      expect(hooksOf(harness).filter((call) => call === `${hook} infrastructure_failure`)).toHaveLength(1);
      await strike[hook]?.(harness);
      await harness.close();
      expect(hooksOf(harness).filter((call) => call === `${hook} infrastructure_failure`)).toHaveLength(1);
    },
  );

  test.each(hooks)("hangs in %s until its timeout", async (hook) => {
    const harness: NodeHarness = await createNodeHarness(nodeOf());
    await harness.openTurn();
    await harness.injectFault(hook, "hang");
    await strike[hook]?.(harness);
    await harness.advanceBy(600);
    const [struck] = harness.transcript.flatMap((entry) =>
      entry.entry === "hook" && entry.hook === hook && entry.outcome === "timeout" ? [entry.took_ms] : [],
    );
    // The answer to the budget of process is degrade, and it has 50 ms from then on.
    expect(struck).toBe(hook === "process" ? 551 : 250);
    await harness.close({ allow: ["NODE-BUD-02"] });
  });
});

describe("a session that moves", () => {
  const counter = nodeOf(
    {
      process(ctx) {
        const count = (name: "session_hot" | "session_durable") => {
          const next = (ctx.state[name].get<number>("n") ?? 0) + 1;
          ctx.state[name].set("n", next);
          return next;
        };
        return [{ type: "out", payload: [count("session_hot"), count("session_durable")] }];
      },
    },
    { state: ["session_hot", "session_durable"] },
  );

  test("goes on with its state in a new instance, under the next epoch", async () => {
    const harness = await createNodeHarness(counter);
    await harness.feed("in");
    await harness.migrate();
    await harness.feed("in");
    expect(payloadsOf(harness)).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(harness.outputs().map(({ envelope }) => envelope.authority_epoch)).toEqual([1, 2]);
    const once = ["init success", "start success", "process success", "stop success"];
    await harness.close();
    expect(hooksOf(harness)).toEqual([...once, ...once]);
  });

  test("loses what may be lost, and never what is durable", async () => {
    const harness = await createNodeHarness(counter);
    await harness.feed("in");
    await harness.migrate({ lose: ["session_hot", "session_durable"] });
    await harness.feed("in");
    expect(payloadsOf(harness)).toEqual([
      [1, 1],
      [1, 2],
    ]);
    await harness.close();
  });

  test("can be taken down and restored elsewhere", async () => {
    const harness = await createNodeHarness(counter);
    await harness.feed("in");
    const snapshot = harness.snapshot();
    expect(snapshot).toEqual({
      schema_version: "rspp.node.snapshot.v1",
      node_id: "n",
      version: "1.0.0",
      session_hot: { n: 1 },
      session_durable: { n: 1 },
    });
    await harness.close();
    const other = await createNodeHarness(counter, { restore: JSON.parse(JSON.stringify(snapshot)) });
    await other.feed("in");
    expect(payloadsOf(other)).toEqual([[2, 2]]);
    expect(snapshot.session_hot).toEqual({ n: 1 });
    await other.close();
  });

  test("keeps turn state for the turn only, copied both ways", async () => {
    const node = nodeOf(
      {
        process(ctx) {
          const seen = ctx.state.turn.get<number[]>("seen") ?? [];
          seen.push(1);
          const before = ctx.state.turn.get<number[]>("seen")?.length ?? 0;
          ctx.state.turn.set("seen", seen);
          return [{ type: "out", payload: [before, seen.length] }];
        },
      },
      { execution_scope: "turn", state: ["turn_ephemeral"] },
    );
    const harness = await createNodeHarness(node);
    for (let time = 0; time < 2; time += 1) await harness.feed("in");
    await harness.openTurn();
    await harness.feed("in");
    expect(payloadsOf(harness)).toEqual([
      [0, 1],
      [1, 2],
      [0, 1],
    ]);
    await harness.close();
  });
});

test("a rotated lease gives outputs the next epoch", async () => {
  const harness = await createNodeHarness(nodeOf());
  await harness.feed("in");
  await harness.rotateLease();
  await harness.feed("in");
  expect(harness.outputs().map(({ envelope }) => envelope.authority_epoch)).toEqual([1, 2]);
  await harness.close();
});

test("what is disconnected gets no data until it is connected again", async () => {
  const harness = await createNodeHarness(nodeOf());
  await harness.disconnect();
  await harness.feed("in", 1);
  await harness.reconnect();
  await harness.feed("in", 2);
  expect([payloadsOf(harness), dropsOf(harness)]).toEqual([[2], ["disconnected"]]);
  await harness.close();
});
