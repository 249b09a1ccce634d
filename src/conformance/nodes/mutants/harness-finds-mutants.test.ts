import { describe, expect, test } from "vitest";
import { createNodeHarness } from "../../../authoring/harness/node-harness.ts";
import type { NodeStep } from "../../../authoring/harness/node-step.ts";
import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import { NODE_RULE_IDS } from "../../../authoring/rules/node-rules.ts";
import { CORRECT_NODES } from "./correct/correct-nodes.ts";
import { NODE_MUTANTS } from "./node-mutants.ts";

/** The rules that a node broke under a script. */
async function rulesBroken(node: NodeDefinition, script: readonly NodeStep[]): Promise<string[]> {
  const harness = await createNodeHarness(node);
  await harness.run(script);
  await harness.close({ allow: NODE_RULE_IDS });
  return [...new Set(harness.violations.map(({ rule }) => rule))];
}

const scripted = NODE_MUTANTS.flatMap(({ name, rule, node, correct, script }) =>
  script === undefined ? [] : [{ title: `${rule}: ${name}`, rule, node, correct, script }],
);

describe("the harness", () => {
  test.each(scripted)("notices $title", async ({ rule, node, script }) => {
    expect(await rulesBroken(node, script)).toContain(rule);
  });

  test.each(scripted)(
    "has nothing to say of the node without the bug, $title",
    async ({ correct, script }) => {
      expect(await rulesBroken(correct, script)).toEqual([]);
    },
  );
});

describe("the mutants", () => {
  test("have names of their own", () => {
    const names = NODE_MUTANTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(66);
  });

  test("break every rule that does not need a boundary", () => {
    const broken = new Set(NODE_MUTANTS.map(({ rule }) => rule));
    expect(NODE_RULE_IDS.filter((rule) => !rule.startsWith("NODE-BND-") && !broken.has(rule))).toEqual([]);
  });

  test("are made of nodes that are in the list of correct ones", () => {
    expect(NODE_MUTANTS.filter(({ correct }) => !CORRECT_NODES.includes(correct))).toEqual([]);
  });
});
