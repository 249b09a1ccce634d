/** The run on a node: correct ones pass, broken ones fail by the rule they break, and failures can be run again. */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { defineNode } from "../../authoring/node/define-node.ts";
import type { NodeContext } from "../../authoring/node/node-context.ts";
import type { NodeDefinition } from "../../authoring/node/node-definition.ts";
import type { NodeEvent, NodeOutput } from "../../authoring/node/node-event.ts";
import type { NodeHooks } from "../../authoring/node/node-hooks.ts";
import { payloadOf } from "../../authoring/node/node-port.ts";
import type { NodeRuleId } from "../../authoring/rules/node-rules.ts";
import { validate } from "../../validators/validate.ts";
import { createCorpus } from "../corpus/corpus.ts";
import { runNodeConformance } from "./run-node-conformance.ts";

const text = { payload_class: "text_raw", payload: z.string() } as const;
const head = {
  node_id: "speaker",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "text.final": text, "text.hint": text },
  outputs: { "text.word": text, "text.count": { payload_class: "metadata", payload: payloadOf<unknown>() } },
  state: ["session_durable"],
  merge: "order_free",
} as const;

type Hooks = NodeHooks<NodeContext, NodeEvent, NodeOutput>;

/** A node of the head with any hooks. */
const nodeOf = (create: () => Hooks, more: object = {}): NodeDefinition =>
  defineNode({ ...head, ...more, create: create as never });

/** Gives words at a pace, and how many characters there were so far. */
const speaker = (alter: (hooks: Hooks) => Partial<Hooks> = () => ({}), more: object = {}) =>
  nodeOf(() => {
    let isExhausted = false;
    let interruptions = 0;
    const hooks: Hooks = {
      async *process(ctx, { payload }) {
        isExhausted = false;
        const begun = interruptions;
        const words = String(payload ?? "").split(" ");
        const count = (ctx.state.session_durable.get<number>("count") ?? 0) + words.length;
        ctx.state.session_durable.set("count", count);
        yield { type: "text.count", payload: { count: words.length } };
        for (const word of words) {
          await ctx.time.sleep(10);
          if (isExhausted || interruptions !== begun) return;
          yield { type: "text.word", payload: word };
        }
      },
      onBargeIn() {
        interruptions += 1;
      },
      onBudgetExhausted() {
        isExhausted = true;
        return "degrade";
      },
      stop() {},
    };
    return { ...hooks, ...alter(hooks) };
  }, more);

const outcome = async (node: NodeDefinition, options = {}) => {
  const report = await runNodeConformance(node, options);
  const results = report.subjects[0]!.results;
  const of = (verdict: string) => results.filter((one) => one.verdict === verdict).map((one) => one.check_id);
  return { report, results, failed: of("fail"), stuck: of("could_not_run"), skipped: of("not_applicable") };
};

describe("a correct node", () => {
  test("passes every rule that applies to it, and says why the others do not", async () => {
    const { report, results, failed, stuck, skipped } = await outcome(speaker());
    expect([failed, stuck, report.passed]).toEqual([[], [], true]);
    expect(skipped).toEqual([
      "NODE-ENV-08",
      "NODE-BND-01",
      "NODE-BND-02",
      "NODE-BND-03",
      "NODE-BND-04",
      "NODE-BND-05",
      "NODE-BND-06",
    ]);
    for (const { verdict, runs, reason } of results)
      expect(verdict === "pass" ? runs > 0 : reason !== undefined).toBe(true);
    expect(validate("conformance_report", report).ok).toBe(true);
  });

  test("gives the same report for the same seed", async () => {
    expect(await runNodeConformance(speaker(), { seed: 7 })).toEqual(
      await runNodeConformance(speaker(), { seed: 7 }),
    );
  });

  test("that is given nothing it answers to cannot be judged by its outputs", async () => {
    const mute = nodeOf(() => ({
      *process(_ctx, { payload }) {
        if (payload !== "open sesame") return;
        yield { type: "text.word", payload: "open" };
        yield { type: "text.count", payload: 1 };
      },
    }));
    const { stuck, results } = await outcome(mute);
    expect(stuck).toContain("NODE-ENV-01");
    expect(results.find(({ check_id }) => check_id === "NODE-ENV-01")?.reason).toMatch(/option inputs/);
    const inputs = { "text.final": ["open sesame"], "text.hint": ["open sesame"] };
    expect((await outcome(mute, { inputs })).stuck).toEqual([]);
  });

  test("whose config is missing could not run", async () => {
    const node = nodeOf(() => ({ process() {} }), { config: z.object({ voice: z.string() }) });
    const { report, stuck, results } = await outcome(node);
    expect([report.passed, stuck.length]).toEqual([false, results.length]);
    expect(results[0]?.reason).toMatch(/Cannot configure node "speaker"/);
  });
});

/** What outlives every session. */
const shared = { words: 0, answers: 0 };

const BROKEN: readonly (readonly [rule: NodeRuleId, why: string, node: () => NodeDefinition])[] = [
  [
    "NODE-LIFE-06",
    "stop needs what start made",
    () =>
      speaker(() => {
        let timer: { readonly id: number } | undefined;
        return {
          start() {
            timer = { id: 1 };
          },
          stop() {
            if (timer === undefined) throw new TypeError("no timer");
          },
        };
      }),
  ],
  [
    "NODE-SCOPE-04",
    "words of all sessions are counted",
    () =>
      speaker(() => ({
        *process() {
          shared.words += 1;
          yield { type: "text.count", payload: { count: shared.words } };
        },
      })),
  ],
  [
    "NODE-SCOPE-05",
    "what is durable is written and never read",
    () =>
      speaker(() => {
        let count = 0;
        return {
          *process(ctx) {
            count += 1;
            ctx.state.session_durable.set("count", count);
            yield { type: "text.count", payload: { count } };
          },
        };
      }),
  ],
  [
    "NODE-CXL-04",
    "a cancel leaves a mark",
    () =>
      speaker(() => {
        let isCancelled = false;
        return {
          *process() {
            if (!isCancelled) yield { type: "text.word", payload: "word" };
          },
          onCancel() {
            isCancelled = true;
          },
        };
      }),
  ],
  [
    "NODE-BP-03",
    "what is not taken at once is dropped",
    () =>
      speaker(() => {
        let isGiving = false;
        return {
          process(ctx, { payload }) {
            if (isGiving) return;
            isGiving = true;
            void ctx.emit({ type: "text.word", payload }).then(() => {
              isGiving = false;
            });
          },
        };
      }),
  ],
  [
    "NODE-BP-02",
    "after a pause it is stuck",
    () =>
      speaker(() => {
        let isStuck = false;
        return {
          async process(ctx, { payload }) {
            if (isStuck) return;
            const begun = ctx.emit({ type: "text.word", payload }).then(() => true);
            isStuck = !(await Promise.race([begun, Promise.resolve().then(() => undefined)]));
            await begun;
          },
        };
      }),
  ],
  [
    "NODE-BUD-04",
    "the fallback takes turns",
    () =>
      speaker(() => ({
        *onBudgetExhausted() {
          shared.answers += 1;
          yield { type: "text.word", payload: `fallback ${shared.answers}` };
          return "terminate" as const;
        },
      })),
  ],
  [
    "NODE-DET-02",
    "the first port wins",
    () =>
      speaker(() => {
        let first: string | undefined;
        return {
          *process(_ctx, { type }) {
            first ??= type;
            yield { type: "text.count", payload: { first } };
          },
        };
      }),
  ],
  [
    "NODE-ROB-02",
    "a payload that nobody checks is trusted",
    () =>
      speaker(
        () => ({
          *process(_ctx, { payload }) {
            yield { type: "text.word", payload: (payload as string).trim() };
          },
        }),
        { inputs: { "text.final": { ...text, payload: payloadOf<string>() } }, merge: "arrival_order" },
      ),
  ],
  [
    "NODE-ROB-07",
    "a mark is put on what is frozen",
    () =>
      speaker(() => ({
        *process(_ctx, { envelope }) {
          (envelope as { node_id?: string }).node_id = "speaker";
          yield { type: "text.word", payload: "word" };
        },
      })),
  ],
  [
    "NODE-DATA-02",
    "the count quotes what it counts",
    () =>
      speaker(() => ({
        *process(_ctx, { payload }) {
          yield { type: "text.count", payload: { of: String(payload).split(" ").at(-1)?.toUpperCase() } };
        },
      })),
  ],
  [
    "NODE-DATA-03",
    "telemetry says what was said",
    () =>
      speaker(() => ({
        *process(ctx, { payload }) {
          ctx.telemetry.record("heard", { said: String(payload) });
          yield { type: "text.word", payload: "word" };
        },
      })),
  ],
];

describe("a broken node fails by the rule that it breaks", () => {
  test.each(BROKEN)("%s: %s", async (rule, _why, node) => {
    const { results } = await outcome(node(), { checks: [rule] });
    const [{ verdict, failure } = results[0]!] = results;
    expect([verdict, failure?.code, failure?.requirement]).toEqual(["fail", rule, rule]);
    expect(failure?.timeline.filter(({ marked }) => marked)).toHaveLength(1);
    expect(failure?.stimuli.length).toBeLessThanOrEqual(8);
    expect(failure?.replay).toMatch(new RegExp(`^--check ${rule} --seed 1 --path [a-z]+:\\d+$`));
  });
});

const leaky = () =>
  speaker(() => ({
    start(ctx) {
      setInterval(() => void ctx.emit({ type: "text.word", payload: "tick" }), 50);
    },
  }));

describe("a failure", () => {
  test("is found again by its path, and by the corpus, at the same minimal script", async () => {
    const corpus = createCorpus();
    const { results } = await outcome(leaky(), { checks: ["NODE-LIFE-04"], corpus });
    const { failure } = results[0]!;
    const again = await outcome(leaky(), { checks: ["NODE-LIFE-04"], path: failure!.path });
    expect(again.results[0]?.failure).toEqual(failure);
    expect(corpus.entries().map(({ check_id }) => check_id)).toEqual(["NODE-LIFE-04"]);
    const known = await outcome(leaky(), {
      checks: ["NODE-LIFE-04"],
      corpus: createCorpus(corpus.entries()),
    });
    expect(known.results[0]?.failure?.stimuli).toEqual(failure?.stimuli);
  });

  test("that is known does not fail the run", async () => {
    const { results } = await outcome(leaky());
    const known_failures = results
      .filter(({ verdict }) => verdict === "fail")
      .map(({ check_id }) => ({
        check_id,
        code: check_id,
        reason: "The far end stops us",
        issue: "https://example.org/1",
        owner: "me",
        expires: "2026-12-31",
      }));
    const baseline = {
      schema_version: "rspp.conformance.baseline.v1",
      subject: "speaker",
      known_failures,
    } as const;
    expect((await outcome(leaky(), { baseline, today: "2026-01-01" })).report.passed).toBe(true);
    expect((await outcome(leaky(), { baseline, today: "2027-01-01" })).report.passed).toBe(false);
  });
});

test.each([
  [{ checks: ["NODE-LIFE-9"] }, /Cannot choose check "NODE-LIFE-9".*did you mean "NODE-LIFE-0/],
  [{ path: "cancel:1" }, /expected exactly one check/],
  [{ seed: -1 }, /option "seed"/],
  [{ inputs: { "text.fin": [] } }, /expected option "inputs" by input type \(text.final, text.hint\)/],
])("options that cannot be are refused: %o", async (options, message) => {
  await expect(runNodeConformance(speaker(), options as object)).rejects.toThrow(message);
});

test("a path that leads nowhere could not run", async () => {
  const { results } = await outcome(speaker(), { checks: ["NODE-LIFE-01"], path: "nowhere:3" });
  expect(results[0]).toMatchObject({
    verdict: "could_not_run",
    reason: 'Cannot replay path "nowhere:3": it leads to no script',
  });
});

test("a node whose output tells the time is not blamed for that, and the report says why", async () => {
  const clock = defineNode({
    node_id: "clock",
    version: "1.0.0",
    execution_scope: "turn",
    inputs: { text: { payload_class: "text_raw", payload: payloadOf<string>() } },
    outputs: { time: { payload_class: "metadata", payload: payloadOf<number>() } },
    create: () => ({
      async *process(ctx, event) {
        if (event.type !== "text") return;
        await ctx.time.sleep(200);
        yield { type: "time", payload: ctx.time.monotonic_ms() };
      },
    }),
  });
  const report = await runNodeConformance(clock, { checks: ["backpressure"] });
  expect(report.passed).toBe(true);
  const told = report.subjects[0]?.results.filter(({ verdict }) => verdict === "not_applicable");
  expect(told?.map(({ check_id }) => check_id)).toEqual(["NODE-BP-02", "NODE-BP-03"]);
  expect(told?.[0]?.reason).toMatch(/depends on when/);
});
