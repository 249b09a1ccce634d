/** Nodes that break one rule each. Length: a table with one or more nodes for every rule that the harness judges. */
import { describe, expect, test } from "vitest";
import { z } from "zod";

import { defineNode, type NodeSource } from "../node/define-node.ts";
import type { NodeContext } from "../node/node-context.ts";
import type { InstanceInit } from "../node/node-definition.ts";
import type { NodeEvent, NodeOutput } from "../node/node-event.ts";
import type { NodeHooks } from "../node/node-hooks.ts";
import type { NodeRuleId } from "../rules/node-rules.ts";
import { createNodeHarness } from "./node-harness.ts";
import type { NodeStep } from "./node-step.ts";

type Hooks = NodeHooks<NodeContext, NodeEvent, NodeOutput>;

const text = { payload_class: "text_raw" } as const;
const say: NodeStep = { kind: "input", type: "say", payload: "hi" };
const pass = (ms: number): NodeStep => ({ kind: "advance", ms });
const out = (more: Partial<NodeOutput> = {}): NodeOutput => ({ type: "out", payload: "x", ...more });
const gives = (more: Partial<NodeOutput>): Hooks => ({ process: () => [out(more)] });
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A node that breaks a rule, what has to happen for it, and what its process ends with where that tells more. */
interface Broken {
  readonly name: string;
  readonly hooks: Hooks | ((init: InstanceInit) => Hooks);
  readonly steps?: readonly NodeStep[];
  readonly more?: Partial<NodeSource>;
}

const cases: readonly (readonly [NodeRuleId, Broken])[] = [
  ["NODE-LIFE-01", { name: "process throws", hooks: { process: () => fail("no") } }],
  ["NODE-LIFE-01", { name: "process rejects", hooks: { process: async () => fail("no") } }],
  ["NODE-LIFE-01", { name: "init throws", hooks: { process() {}, init: () => fail("no") } }],
  ["NODE-LIFE-01", { name: "start throws", hooks: { process() {}, start: () => fail("no") } }],
  ["NODE-LIFE-01", { name: "stop throws", hooks: { process() {}, stop: () => fail("no") } }],
  ["NODE-LIFE-01", { name: "create throws", hooks: () => fail("no") }],
  [
    "NODE-LIFE-01",
    { name: "a timer throws", hooks: { process: () => void setTimeout(() => fail("no"), 5) } },
  ],
  [
    "NODE-LIFE-01",
    {
      name: "onCancel throws",
      hooks: { process() {}, onCancel: () => fail("no") },
      steps: [say, { kind: "cancel" }],
    },
  ],
  [
    "NODE-LIFE-01",
    {
      name: "onBargeIn throws",
      hooks: { process() {}, onBargeIn: () => fail("no") },
      steps: [say, { kind: "barge_in" }],
    },
  ],
  [
    "NODE-LIFE-01",
    {
      name: "onBudgetExhausted throws",
      hooks: { process() {}, onBudgetExhausted: () => fail("no") },
      steps: [say, { kind: "exhaust_budget" }],
    },
  ],
  [
    "NODE-LIFE-02",
    { name: "init hangs", hooks: { process() {}, init: () => new Promise(() => {}) }, steps: [pass(250)] },
  ],
  ["NODE-LIFE-02", { name: "stop takes too long", hooks: { process() {}, stop: () => wait(251) } }],
  ["NODE-LIFE-03", { name: "init emits", hooks: { process() {}, init: (ctx) => void ctx.emit(out()) } }],
  ["NODE-LIFE-03", { name: "start emits", hooks: { process() {}, start: (ctx) => void ctx.emit(out()) } }],
  ["NODE-LIFE-04", { name: "stop emits", hooks: { process() {}, stop: (ctx) => void ctx.emit(out()) } }],
  [
    "NODE-LIFE-05",
    { name: "an interval is left", hooks: { process() {}, start: () => void setInterval(() => {}, 100) } },
  ],
  [
    "NODE-LIFE-05",
    { name: "a timeout is left", hooks: { process() {}, stop: () => void setTimeout(() => {}, 5000) } },
  ],
  ["NODE-ENV-01", { name: "an envelope is malformed", hooks: gives({ envelope: { pipeline_version: "" } }) }],
  [
    "NODE-ENV-02",
    { name: "an output has another type", hooks: { process: () => [{ type: "outt", payload: 1 }] } },
  ],
  [
    "NODE-ENV-02",
    { name: "an output is none", hooks: { process: () => [undefined as unknown as NodeOutput] } },
  ],
  [
    "NODE-ENV-03",
    { name: "an output is on another lane", hooks: gives({ envelope: { lane: "TelemetryLane" } }) },
  ],
  [
    "NODE-ENV-04",
    { name: "an output is of another session", hooks: gives({ envelope: { session_id: "other" } }) },
  ],
  ["NODE-ENV-04", { name: "a cause is made up", hooks: gives({ envelope: { causal_parent_id: "none" } }) }],
  [
    "NODE-ENV-04",
    {
      name: "an output is of another invocation",
      hooks: gives({ envelope: { provider_invocation_id: "p-2" } }),
      steps: [{ kind: "input", type: "say", payload: "hi", envelope: { provider_invocation_id: "p-1" } }],
    },
  ],
  [
    "NODE-ENV-05",
    { name: "a schema refuses the payload", hooks: { process: () => [{ type: "typed", payload: 1 }] } },
  ],
  ["NODE-ENV-05", { name: "a payload is a function", hooks: gives({ payload: () => 0 }) }],
  [
    "NODE-ENV-06",
    {
      name: "an id comes twice",
      hooks: { process: () => [out({ envelope: { event_id: "e" } }), out({ envelope: { event_id: "e" } })] },
    },
  ],
  [
    "NODE-ENV-06",
    {
      name: "a sequence goes back",
      hooks: { process: () => [out(), out({ envelope: { runtime_sequence: 1 } })] },
    },
  ],
  [
    "NODE-ENV-06",
    { name: "a time is of the future", hooks: gives({ envelope: { runtime_timestamp_ms: 10_000 } }) },
  ],
  [
    "NODE-ENV-07",
    {
      name: "an epoch is stale",
      hooks: gives({ envelope: { authority_epoch: 1 } }),
      steps: [{ kind: "rotate_lease" }, say],
    },
  ],
  [
    "NODE-ENV-08",
    {
      name: "a final result comes twice",
      hooks: { process: () => [out(), out()] },
      more: { streaming: "final" },
    },
  ],
  [
    "NODE-SCOPE-01",
    { name: "an output is of another turn", hooks: gives({ envelope: { turn_id: "turn-9" } }) },
  ],
  [
    "NODE-SCOPE-02",
    {
      name: "a timer outlives its turn",
      hooks: { process: (ctx) => void setTimeout(() => void ctx.emit(out()), 51) },
      steps: [say, { kind: "commit_turn" }, pass(100)],
    },
  ],
  [
    "NODE-SCOPE-03",
    { name: "state is not declared", hooks: { process: (ctx) => quietly(() => ctx.state.session_hot) } },
  ],
  [
    "NODE-SCOPE-03",
    {
      name: "turn state is used in session scope",
      hooks: { process: (ctx) => quietly(() => ctx.state.turn) },
    },
  ],
  [
    "NODE-CXL-01",
    {
      name: "output goes on after a cancel",
      hooks: { process: (ctx) => void setTimeout(() => void ctx.emit(out()), 51) },
      steps: [say, { kind: "cancel" }, pass(100)],
    },
  ],
  [
    "NODE-CXL-02",
    {
      name: "process goes on after a cancel",
      hooks: { process: () => wait(52) },
      steps: [say, { kind: "cancel" }, pass(100)],
    },
  ],
  [
    "NODE-CXL-03",
    {
      name: "late output goes under another turn",
      hooks: {
        process: (ctx) => void setTimeout(() => void ctx.emit(out({ envelope: { turn_id: "turn-9" } })), 20),
      },
      steps: [say, { kind: "cancel" }, pass(100)],
    },
  ],
  [
    "NODE-CXL-05",
    {
      name: "what was buffered goes on after a barge-in",
      hooks: { process: (ctx) => void setTimeout(() => void ctx.emit(out()), 51), onBargeIn() {} },
      steps: [say, { kind: "barge_in" }, pass(100)],
    },
  ],
  [
    "NODE-BUD-01",
    {
      name: "the answer is no outcome",
      hooks: { process: () => wait(505), onBudgetExhausted: () => "maybe" as "continue" },
      steps: [say, pass(600)],
    },
  ],
  [
    "NODE-BUD-02",
    {
      name: "process goes on although degraded",
      hooks: { process: () => wait(552), onBudgetExhausted: () => "degrade" },
      steps: [say, pass(600)],
    },
  ],
  [
    "NODE-BUD-02",
    {
      name: "a second budget is used up",
      hooks: { process: () => wait(1100), onBudgetExhausted: () => "continue" },
      steps: [say, pass(1200)],
    },
  ],
  [
    "NODE-BUD-03",
    {
      name: "output goes on although terminated",
      hooks: {
        process: (ctx) => void setTimeout(() => void ctx.emit(out()), 5),
        onBudgetExhausted: () => "terminate",
      },
      steps: [say, { kind: "exhaust_budget" }, pass(10)],
    },
  ],
  [
    "NODE-BP-01",
    {
      name: "more is held back than declared",
      hooks: { process: (ctx) => [0, 1, 2].forEach(() => void ctx.emit(out())) },
      steps: [{ kind: "pause_output" }, say],
      more: { max_buffered: 1 },
    },
  ],
  ["NODE-DET-03", { name: "dice of its own are thrown", hooks: { process: () => void Math.random() } }],
  [
    "NODE-ROB-01",
    {
      name: "an unknown event is too much",
      hooks: { process: (_ctx, { type }) => (type === "say" ? [] : fail("?")) },
      steps: [{ kind: "input", type: "nope" }],
    },
  ],
  ["NODE-ROB-03", { name: "a duplicate is too much", hooks: once(), steps: [withId("e"), withId("e")] }],
  [
    "NODE-ROB-04",
    {
      name: "disorder is too much",
      hooks: once(),
      steps: [
        { ...say, envelope: { runtime_sequence: 50 } } as NodeStep,
        { ...say, envelope: { runtime_sequence: 40 } } as NodeStep,
      ],
    },
  ],
  [
    "NODE-ROB-07",
    {
      name: "samples are changed in place",
      hooks: { process: (_ctx, { payload }) => void (payload as Int16Array).fill(0) },
      steps: [{ kind: "input", type: "frame", payload: Int16Array.of(1, 2) }],
    },
  ],
  [
    "NODE-BND-01",
    { name: "a boundary says timeout", hooks: ({ host }) => ({ process: () => host.report("timeout") }) },
  ],
  [
    "NODE-BND-02",
    { name: "a boundary says overload", hooks: ({ host }) => ({ process: () => host.report("overload") }) },
  ],
  [
    "NODE-BND-04",
    {
      name: "a boundary has failed",
      hooks: ({ host }) => ({
        process() {
          host.report("infrastructure_failure");
          fail("gone");
        },
      }),
    },
  ],
  [
    "NODE-DATA-01",
    { name: "an output is of another class", hooks: gives({ envelope: { payload_class: "PII" } }) },
  ],
];

const fail = (message: string): never => {
  throw new Error(message);
};
const quietly = (use: () => unknown): void => {
  try {
    use();
  } catch {
    // What was refused is of no interest to this node.
  }
};
function once(): (init: InstanceInit) => Hooks {
  return () => {
    let isUsed = false;
    return {
      process() {
        if (isUsed) fail("again");
        isUsed = true;
      },
    };
  };
}
function withId(event_id: string): NodeStep {
  return { kind: "input", type: "say", payload: "hi", envelope: { event_id } };
}

const define = (hooks: Broken["hooks"], more: Broken["more"] = {}) =>
  defineNode({
    node_id: "broken",
    version: "1.0.0",
    execution_scope: "session",
    inputs: { say: text, frame: { payload_class: "audio_raw" } },
    outputs: { out: text, typed: { payload_class: "text_raw", payload: z.string() } },
    ...more,
    create: (init) => (typeof hooks === "function" ? hooks(init as InstanceInit) : hooks) as never,
  });

async function brokenRules({ hooks, steps = [say, pass(10)], more }: Broken): Promise<NodeRuleId[]> {
  const harness = await createNodeHarness(define(hooks, more));
  await harness.run([{ kind: "open_turn" }, ...steps]);
  await harness.close().catch(() => {});
  return [...new Set(harness.violations.map(({ rule }) => rule))];
}

describe("the harness finds exactly that rule broken when", () => {
  test.each(cases.map(([rule, broken]) => [rule, broken.name, broken] as const))(
    "%s: %s",
    async (rule, _, broken) => {
      expect(await brokenRules(broken)).toEqual([rule]);
    },
  );
});

describe("the harness finds nothing when", () => {
  const wellBehaved: readonly Broken[] = [
    { name: "stop ends in time", hooks: { process() {}, stop: () => wait(249) } },
    {
      name: "a late output comes in time",
      hooks: { process: (ctx) => void setTimeout(() => void ctx.emit(out()), 50) },
      steps: [say, { kind: "cancel" }, pass(100)],
    },
    {
      name: "process ends in time after a cancel",
      hooks: { process: () => wait(50) },
      steps: [say, { kind: "cancel" }, pass(100)],
    },
    {
      name: "process ends in time after its budget",
      hooks: { process: () => wait(550), onBudgetExhausted: () => "degrade" },
      steps: [say, pass(600)],
    },
    {
      name: "dice of the context are thrown",
      hooks: { process: (ctx) => void ctx.determinism.random().next() },
    },
    {
      name: "as much is held back as declared",
      hooks: { process: (ctx) => [0, 1].forEach(() => void ctx.emit(out())) },
      steps: [{ kind: "pause_output" }, say],
      more: { max_buffered: 2 },
    },
    {
      name: "the envelope says what is so",
      hooks: {
        process: (_ctx, { envelope }) => [
          out({ envelope: { causal_parent_id: envelope.event_id, authority_epoch: 2 } }),
        ],
      },
      steps: [{ kind: "rotate_lease" }, say],
    },
    {
      name: "state is declared",
      hooks: { process: (ctx) => ctx.state.session_hot.set("n", 1) },
      more: { state: ["session_hot"] },
    },
    { name: "an interval is cleared", hooks: () => intervalOf() },
  ];
  test.each(wellBehaved.map((kept) => [kept.name, kept] as const))("%s", async (_, kept) => {
    expect(await brokenRules(kept)).toEqual([]);
  });
});

function intervalOf(): Hooks {
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    process() {},
    start() {
      timer = setInterval(() => {}, 100);
    },
    stop: () => clearInterval(timer),
  };
}
