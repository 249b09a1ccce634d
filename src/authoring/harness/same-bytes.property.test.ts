import fc from "fast-check";
import { expect, test } from "vitest";

import { defineNode } from "../node/define-node.ts";
import { payloadOf } from "../node/node-port.ts";
import { NODE_RULE_IDS } from "../rules/node-rules.ts";
import { transcriptNdjson } from "../script/transcript-text.ts";
import { createNodeHarness } from "./node-harness.ts";
import type { NodeStep } from "./node-step.ts";

const any = { payload_class: "derived_summary", payload: payloadOf<unknown>() } as const;

/** Does a little of everything that could make two runs differ: timers, promises, chance, ids, clocks. */
const restless = defineNode({
  node_id: "restless",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { in: any },
  outputs: { out: any },
  state: ["session_hot", "session_durable"],
  create: () => ({
    async *process(ctx, { payload }) {
      const random = ctx.determinism.random(String(payload));
      setTimeout(() => void ctx.emit({ type: "out", payload: ["later", random.next()] }), 40);
      await new Promise((resolve) => setTimeout(resolve, Math.floor(random.next() * 60)));
      ctx.state.session_hot.set("n", (ctx.state.session_hot.get<number>("n") ?? 0) + 1);
      yield { type: "out", payload: [payload, Date.now(), ctx.state.session_hot.get("n") ?? null] };
      await Promise.race([
        new Promise((resolve) => setTimeout(resolve, 15)),
        new Promise((r) => setTimeout(r, 10)),
      ]);
      yield { type: "out", payload: [Math.random(), crypto.randomUUID()] };
    },
    onBudgetExhausted: () => "degrade",
    async onCancel(ctx) {
      await ctx.time.sleep(1).catch(() => {});
    },
  }),
});

const step: fc.Arbitrary<NodeStep> = fc.oneof(
  fc.nat(3).map((payload): NodeStep => ({ kind: "input", type: "in", payload })),
  fc.nat(80).map((ms): NodeStep => ({ kind: "advance", ms })),
  fc.constantFrom<NodeStep>(
    { kind: "open_turn" },
    { kind: "commit_turn" },
    { kind: "abort_turn" },
    { kind: "cancel" },
    { kind: "cancel", scope: "session" },
    { kind: "barge_in" },
    { kind: "exhaust_budget", outcome: "terminate" },
    { kind: "rotate_lease" },
    { kind: "pause_output" },
    { kind: "resume_output" },
    { kind: "grant_credit", amount: 2 },
    { kind: "skew_clock", ms: -700 },
    { kind: "disconnect" },
    { kind: "reconnect" },
    { kind: "migrate", lose: ["session_hot"] },
    { kind: "inject_fault", hook: "process", fault: "throw" },
    { kind: "inject_fault", hook: "onCancel", fault: "hang" },
  ),
);

test("the same seed and script give the same bytes, also while others run", async () => {
  const run = async (seed: number, steps: readonly NodeStep[]) => {
    const harness = await createNodeHarness(restless, { seed });
    await harness.run(steps);
    await harness.close({ allow: NODE_RULE_IDS });
    return transcriptNdjson(harness);
  };
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.array(step, { maxLength: 20 }), async (seed, steps) => {
      const alone = await run(seed, steps);
      const [one, other] = await Promise.all([run(seed, steps), run(seed, steps), run(seed + 1, steps)]);
      expect(one).toBe(alone);
      expect(other).toBe(alone);
    }),
    { seed: 51, numRuns: 60 },
  );
});

test("another seed gives other bytes", async () => {
  const steps: NodeStep[] = [
    { kind: "input", type: "in", payload: 1 },
    { kind: "advance", ms: 200 },
  ];
  const texts = await Promise.all(
    [1, 2].map(async (seed) => {
      const harness = await createNodeHarness(restless, { seed });
      await harness.run(steps);
      return transcriptNdjson(harness);
    }),
  );
  expect(texts[0]).not.toBe(texts[1]);
});
