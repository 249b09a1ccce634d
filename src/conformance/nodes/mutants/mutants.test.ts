import { describe, expect, test } from "vitest";

import type { NodeDefinition } from "../../../authoring/node/node-definition.ts";
import type { NodeConformanceOptions } from "../node-conformance-options.ts";
import { runNodeConformance } from "../run-node-conformance.ts";
import { CORRECT_INPUTS, CORRECT_NODES } from "./correct/correct-nodes.ts";
import { NODE_MUTANTS } from "./node-mutants.ts";

/** What each check said of a node. */
async function resultsOf(node: NodeDefinition, options: NodeConformanceOptions) {
  const inputs = CORRECT_INPUTS[node.descriptor.node_id];
  const report = await runNodeConformance(node, { ...(inputs !== undefined && { inputs }), ...options });
  return report.subjects.flatMap(({ results }) => results);
}

const mutants = NODE_MUTANTS.map(({ name, rule, node, options = {} }) => ({
  title: `${rule}: ${name}`,
  rule,
  node,
  options,
}));

describe("the conformance suite for nodes", () => {
  test.each(mutants)("finds $title", async ({ rule, node, options }) => {
    const [result] = await resultsOf(node, { ...options, checks: [rule] });
    expect(result).toMatchObject({ check_id: rule, verdict: "fail" });
  });

  test.each(CORRECT_NODES.map((node) => ({ name: node.descriptor.node_id, node })))(
    "finds nothing wrong with $name",
    async ({ node }) => {
      const results = await resultsOf(node, {});
      const others = results.filter(({ verdict }) => verdict !== "pass" && verdict !== "not_applicable");
      expect(others.map(({ check_id, verdict, failure }) => [check_id, verdict, failure?.message])).toEqual(
        [],
      );
    },
  );
});
