/** Random schedules: whatever happens to a node, in any order, it keeps the rules. */
import fc from "fast-check";

import type { NodeStep } from "../../src/v1/authoring.ts";
import { createNodeHarness, type ExampleNode } from "./example-node.test-kit.ts";

/** What a node is fed with, and how often. */
export interface AnySchedule {
  /** Good payloads of each input port. */
  readonly payloads: { readonly [type: string]: fc.Arbitrary<unknown> };
  readonly config?: unknown;
  /** Schedules to run. */
  readonly runs?: number;
  /** Steps of the longest schedule. */
  readonly steps?: number;
}

const MALFORMED: fc.Arbitrary<unknown> = fc.constantFrom<unknown[]>(
  undefined,
  null,
  true,
  -1,
  "",
  "{",
  [],
  {},
  { text: 7, call_id: null, tool: [] },
  new Int16Array(3),
  new Float32Array(320),
);
const TURNS = fc.constantFrom("turn-1", "turn-2", "turn-3");
const SOME_TIME = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 120 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3000 }) },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });

/** Steps of every kind but faults: those are the harness's doing, not the node's. */
function stepArbitrary(node: ExampleNode, payloads: AnySchedule["payloads"]): fc.Arbitrary<NodeStep> {
  const outputs = maybe(fc.constantFrom(...Object.keys(node.outputs)));
  const turn_id = maybe(TURNS);
  // What is of no turn finds its way to nodes that live for the session.
  const isSessionScope = node.descriptor.execution_scope === "session";
  const input = (type: string, payload: fc.Arbitrary<unknown>) =>
    fc.record({
      kind: fc.constant("input"),
      type: fc.constant(type),
      payload,
      turn_id: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: isSessionScope ? fc.oneof(TURNS, fc.constant(null)) : TURNS },
      ),
      // A repeated id is a duplicate; a low sequence is out of order.
      envelope: maybe(fc.constantFrom({ event_id: "again" }, { runtime_sequence: 1 }, { event_id: "in-1" })),
    });
  const types = Object.entries(payloads);
  const good = fc.oneof(...types.map(([type, payload]) => input(type, payload)));
  const odd = fc.oneof(...types.map(([type]) => input(type, MALFORMED)), input("unknown.type", MALFORMED));
  const others = fc.oneof(
    fc.record({ kind: fc.constantFrom("open_turn", "commit_turn", "abort_turn"), turn_id }),
    fc.record({
      kind: fc.constant("cancel"),
      scope: fc.constantFrom("session", "turn", "node", "provider_invocation"),
      turn_id,
    }),
    fc.record({
      kind: fc.constant("exhaust_budget"),
      outcome: fc.constantFrom("continue", "degrade", "fallback", "terminate"),
    }),
    fc.record({ kind: fc.constantFrom("pause_output", "resume_output"), type: outputs }),
    fc.record({ kind: fc.constant("grant_credit"), amount: fc.integer({ min: 1, max: 9 }), type: outputs }),
    fc.record({ kind: fc.constant("skew_clock"), ms: fc.integer({ min: -5000, max: 5000 }) }),
    fc.record({
      kind: fc.constant("migrate"),
      lose: fc.subarray(["turn_ephemeral", "session_hot"]),
    }),
    fc.constantFrom(
      { kind: "barge_in" },
      { kind: "rotate_lease" },
      { kind: "disconnect" },
      { kind: "reconnect" },
    ),
  );
  const step = fc.oneof(
    { weight: 6, arbitrary: good },
    { weight: 1, arbitrary: odd },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("advance"), ms: SOME_TIME }) },
    { weight: 5, arbitrary: others },
  );
  return step.map(withoutUndefined);
}

/** Steps are JSON: what is not said is not there. */
function withoutUndefined(step: object): NodeStep {
  const said = Object.entries(step).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as unknown as NodeStep;
}

/**
 * Runs a node through random schedules; rejects with the shortest one that breaks a rule. The variables SCHEDULES and
 * SCHEDULE_SEED of the environment ask for more schedules, and for others.
 */
export async function assertAnySchedule(
  node: ExampleNode,
  { payloads, config, runs = 300, steps = 30 }: AnySchedule,
): Promise<void> {
  const schedule = fc.array(stepArbitrary(node, payloads), { maxLength: steps, size: "max" });
  const holds = async (seed: number, script: readonly NodeStep[]) => {
    const harness = await createNodeHarness(node, { seed, config });
    await harness.run(script);
    await harness.close();
  };
  await fc.assert(fc.asyncProperty(fc.nat({ max: 1000 }), schedule, holds), {
    seed: Number(process.env["SCHEDULE_SEED"] ?? 20_260_101),
    numRuns: Number(process.env["SCHEDULES"] ?? runs),
  });
}
