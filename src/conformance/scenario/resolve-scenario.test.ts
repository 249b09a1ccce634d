import { expect, test } from "vitest";

import type { Scenario } from "../../contracts/conformance/scenario.ts";
import { computePlanHash } from "../../contracts/turn/plan-hash.ts";
import { resolveScenario } from "./resolve-scenario.ts";
import { STANDARD_PLAN } from "./standard-plan.ts";

const scenario = (changes: Partial<Scenario>): Scenario => ({
  schema_version: "rspp.conformance.scenario.v1",
  scenario_id: "CT-003/example",
  check_id: "CT-003",
  title: "An example",
  needs: ["turns"],
  steps: [],
  ...changes,
});

test("a session is opened unless the scenario opens its own", () => {
  const [first] = resolveScenario(scenario({}), {}).instants;
  expect(first).toMatchObject([{ kind: "open_session", session_id: "sess-1", authority_epoch: 7 }]);
  const steps = [{ apply: [{ kind: "open_session", session_id: "sess-2", plan: { turn_id: "other" } }] }];
  const { instants } = resolveScenario(scenario({ steps, plan: { execution_profile: "other" } }), {});
  expect(instants).toHaveLength(1);
  expect(instants[0]).toMatchObject([
    { session_id: "sess-2", plan: { turn_id: "other", execution_profile: "other" } },
  ]);
});

test("parameters and repetitions are filled in, and time passes in instants of its own", () => {
  const steps = [
    {
      after_ms: "$wait",
      times: "$times",
      apply: [{ kind: "output", turn_id: "t1", text: "part #" }],
      expect: [{ code: "wrong", count: { of: { text: "part #" }, at_least: "$wait" } }],
    },
    { apply: [{ kind: "advance", ms: "$wait" }] },
  ];
  const { instants, expected } = resolveScenario(scenario({ steps }), { wait: 5, times: 2 });
  expect(instants.slice(1)).toEqual([
    [{ kind: "advance", ms: 5 }],
    [{ kind: "output", session_id: "sess-1", turn_id: "t1", text: "part 1" }],
    [{ kind: "advance", ms: 5 }],
    [{ kind: "output", session_id: "sess-1", turn_id: "t1", text: "part 2" }],
    [{ kind: "advance", ms: 5 }],
  ]);
  expect([...expected]).toEqual([
    [2, [{ code: "wrong", count: { of: { text: "part 1" }, at_least: 5 } }]],
    [4, [{ code: "wrong", count: { of: { text: "part 2" }, at_least: 5 } }]],
  ]);
});

test("a step that takes no time makes no instant for it", () => {
  const steps = [{ after_ms: "$wait", apply: [] }];
  expect(resolveScenario(scenario({ steps }), { wait: 0 }).instants).toHaveLength(1);
  expect(resolveScenario(scenario({ steps }), { wait: 1 }).instants).toHaveLength(2);
});

test("the candidate of a replay is a change to the plan of the scenario, with its own hash", () => {
  const steps = [{ apply: [{ kind: "replay", candidate_plan: { provider_bindings: { stt: null } } }] }];
  const { instants } = resolveScenario(
    scenario({ steps, plan: { graph_definition_ref: "graph/other" } }),
    {},
  );
  const { stt: _, ...provider_bindings } = STANDARD_PLAN.provider_bindings;
  const plan = { ...STANDARD_PLAN, graph_definition_ref: "graph/other", provider_bindings };
  const candidate_plan = { ...plan, plan_hash: computePlanHash(plan) };
  expect(instants[1]).toEqual([{ kind: "replay", session_id: "sess-1", candidate_plan }]);
});

test("a parameter without a value is refused", () => {
  const steps = [{ times: "$times", apply: [] }];
  expect(() => resolveScenario(scenario({ steps }), { wait: 1 })).toThrow(
    new RangeError('Cannot resolve "$times": expected one of wait'),
  );
});
